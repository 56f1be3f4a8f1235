package dev.multisite.simulation;

import java.util.ArrayList;
import java.util.List;

import dev.multisite.requests.RequestPlane;
import dev.multisite.requests.RequestTally;
import dev.multisite.requests.Window;
import dev.multisite.scenario.SimulationSpec;
import dev.multisite.units.Durations;

/** Simulates each request of the period. */
final class EveryRequest {

    private EveryRequest() {}

    static Measurement measure(Replication replication, ReplicationSimulator.Progress progress)
            throws InterruptedException {
        double end = replication.model().endSeconds();
        double warmUp = warmUpSeconds(replication.model().scenario().simulation());
        RequestTally tally = new RequestTally(
                replication.slots().slots(),
                replication.world().groups().size(),
                replication.world().sites().size());
        Window window = new Window(0, Math.min(warmUp, end), end, Window.Mode.EXACT, 1);
        new RequestPlane(replication.world())
                .simulate(
                        window,
                        replication.streams().key("requests", ""),
                        tally,
                        (time, requests) -> progress.advance(Math.min(1, time / end), requests));
        return new Measurement(
                tally,
                window.measureFromSeconds(),
                false,
                busyCoreSeconds(tally),
                started(tally),
                TimelineEstimate.ofTally(replication.slots(), tally));
    }

    /** The period has a beginning: nothing is cut unless the scenario says so. */
    private static double warmUpSeconds(SimulationSpec spec) {
        return spec.warmUp().equals(SimulationSpec.AUTO) ? 0 : Durations.toSeconds(spec.warmUp());
    }

    /** Returns the time that cores worked per site, seconds. */
    static List<Double> busyCoreSeconds(RequestTally tally) {
        List<Double> busy = new ArrayList<>();
        for (int site = 0; site < tally.sites(); site++) {
            double sum = 0;
            for (int slot = 0; slot < tally.slots().size(); slot++) {
                sum += tally.site(site).busyCoreSeconds(slot);
            }
            busy.add(sum);
        }
        return busy;
    }

    /** Returns the requests counted. */
    static double started(RequestTally tally) {
        double sum = 0;
        for (int slot = 0; slot < tally.slots().size(); slot++) {
            for (int group = 0; group < tally.groups(); group++) {
                sum += tally.started(slot, group);
            }
        }
        return sum;
    }
}
