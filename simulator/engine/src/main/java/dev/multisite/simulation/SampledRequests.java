package dev.multisite.simulation;

import java.util.List;

import dev.multisite.requests.RequestPlane;
import dev.multisite.simulation.WindowPlan.Start;

/**
 * Simulates requests in chosen windows: zones around failures and overload from their beginning to their end, and random
 * windows of the ordinary time between them, stratified by state.
 */
final class SampledRequests {

    private SampledRequests() {}

    static Measurement measure(Replication replication, ReplicationSimulator.Progress progress)
            throws InterruptedException {
        ArchitectureModel model = replication.model();
        int stated = model.scenario().simulation().windows();
        double total = model.demand().expectedRequestsUntil(model.endSeconds());
        if (stated == 0 && total <= WindowSizes.WHOLE_PERIOD_REQUESTS) {
            return EveryRequest.measure(replication, progress);
        }
        LoadSweep sweep = new LoadSweep(replication, new double[0]);
        List<Zone> zones = new ZonePlanner(replication).plan(sweep);
        Strata strata = new Strata(replication, zones);
        Crowds crowds = new Crowds(replication);
        Represented represented = new Represented(replication);
        TimelineEstimate timeline = new TimelineEstimate(replication, strata, zones);
        OrdinaryTime ordinary = new OrdinaryTime(replication, sweep, crowds, represented, timeline);
        WindowPlan plan = new WindowPlan(replication, strata);
        int windows = stated > 0 ? stated : ordinary.affordable(plan.starts(WindowSizes.FEWEST_WINDOWS));
        List<Start> starts = plan.starts(windows);
        ZoneTime zoneTime = new ZoneTime(replication, sweep, crowds, represented, timeline, zones);
        Steps steps = new Steps(starts.size() + zoneTime.size(), progress);
        for (Start start : starts) {
            ordinary.simulate(start, steps);
            steps.done();
        }
        for (int zone = 0; zone < zoneTime.size(); zone++) {
            zoneTime.simulate(zone, steps);
            steps.done();
        }
        return represented.measurement(strata, timeline.bins());
    }

    /** Turns windows done into a share of the replication. */
    private static final class Steps implements RequestPlane.Progress {

        private final int all;
        private final ReplicationSimulator.Progress progress;
        private int done;

        private Steps(int all, ReplicationSimulator.Progress progress) {
            this.all = all;
            this.progress = progress;
        }

        @Override
        public void advance(double timeSeconds, long requests) {
            progress.advance((double) done / all, requests);
        }

        private void done() throws InterruptedException {
            done++;
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }
}
