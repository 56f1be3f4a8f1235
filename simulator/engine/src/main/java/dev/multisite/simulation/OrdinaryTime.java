package dev.multisite.simulation;

import java.util.BitSet;
import java.util.List;

import dev.multisite.requests.RequestPlane;
import dev.multisite.requests.RequestTally;
import dev.multisite.requests.Window;
import dev.multisite.requests.Window.Mode;
import dev.multisite.scenario.SimulationSpec;
import dev.multisite.simulation.LoadSweep.Stretch;
import dev.multisite.simulation.WindowPlan.Start;
import dev.multisite.units.Durations;

/** Simulates windows of ordinary time. */
final class OrdinaryTime {

    private static final double INSTANT = 1e-3;
    private static final double SERVICE_TIMES = 20;
    private static final int PROBES = 24;

    private final Replication replication;
    private final LoadSweep sweep;
    private final Crowds crowds;
    private final Represented represented;
    private final TimelineEstimate timeline;
    private final SiteLoads loads;

    OrdinaryTime(
            Replication replication,
            LoadSweep sweep,
            Crowds crowds,
            Represented represented,
            TimelineEstimate timeline) {
        this.replication = replication;
        this.sweep = sweep;
        this.crowds = crowds;
        this.represented = represented;
        this.timeline = timeline;
        this.loads = new SiteLoads(replication.model());
    }

    /** What holds where a window starts. */
    private final class Situation {

        private final double totalRate;
        private final BitSet meeting;
        private final BitSet alone;
        private final double meetingRate;
        private final double warmUpSeconds;

        private Situation(Stretch stretch) {
            loads.load(stretch);
            BitSet waiting = new BitSet();
            double longest = 0;
            for (int site = 0; site < replication.model().sites().size(); site++) {
                double cores = stretch.workingCores(site);
                double offered = WindowSizes.LOAD_MARGIN * loads.offeredCores(site);
                if (offered > 0 && Waiting.probabilityBound(cores, offered) > WindowSizes.NEGLIGIBLE_WAITING) {
                    waiting.set(site);
                    longest = Math.max(longest, warmUp(site, cores));
                }
            }
            meeting = crowds.sourcesMeetingAt(waiting, stretch.regime());
            alone = crowds.others(meeting);
            double[] coverage = crowds.coverage(meeting);
            double all = 0;
            double meet = 0;
            for (int demandClass = 0; demandClass < coverage.length; demandClass++) {
                all += stretch.rate(demandClass);
                meet += stretch.rate(demandClass) * coverage[demandClass];
            }
            totalRate = all;
            meetingRate = meet;
            warmUpSeconds = stated(longest);
        }

        private double warmUp(int site, double cores) {
            double forgets = FluidBacklog.TIME_CONSTANTS * loads.relaxationSeconds(site, cores);
            return Math.min(
                    FluidBacklog.LONGEST_WARM_UP_SECONDS, Math.max(SERVICE_TIMES * loads.meanService(site), forgets));
        }

        private double stated(double automatic) {
            SimulationSpec spec = replication.model().scenario().simulation();
            return spec.warmUp().equals(SimulationSpec.AUTO) ? automatic : Durations.toSeconds(spec.warmUp());
        }

        private double measuredSeconds() {
            return Math.min(WindowSizes.LONGEST_WINDOW_SECONDS, WindowSizes.MEETING_REQUESTS / meetingRate);
        }

        private double cost() {
            double meet =
                    meetingRate > 0 ? meetingRate * (warmUpSeconds + measuredSeconds() + WindowSizes.DRAIN_SECONDS) : 0;
            return meet + (alone.isEmpty() ? 0 : WindowSizes.ALONE_REQUESTS);
        }
    }

    private Situation at(double time) {
        Situation[] found = new Situation[1];
        double until = Math.min(replication.model().endSeconds(), time + INSTANT);
        sweep.walk(time, until, stretch -> found[0] = found[0] == null ? new Situation(stretch) : found[0]);
        return found[0];
    }

    /** Returns how many windows the budget allows for, judged by a few of them. */
    int affordable(List<Start> probes) {
        double cost = 0;
        int count = 0;
        for (int i = 0; i < probes.size(); i += Math.max(1, probes.size() / PROBES)) {
            cost += at(probes.get(i).time()).cost();
            count++;
        }
        double mean = count == 0 ? 1 : Math.max(1, cost / count);
        double windows = WindowSizes.ORDINARY_BUDGET / mean;
        return (int) Math.max(WindowSizes.FEWEST_WINDOWS, Math.min(WindowSizes.MOST_WINDOWS, windows));
    }

    void simulate(Start start, RequestPlane.Progress progress) throws InterruptedException {
        Situation situation = at(start.time());
        if (!(situation.totalRate > 0)) {
            return;
        }
        double secondsRepresented = start.represented() / situation.totalRate;
        for (int site = 0; site < replication.model().sites().size(); site++) {
            represented.addOrdinaryFluid(site, loads.reachedCores(site) * secondsRepresented);
        }
        GroupCounts counts = timeline.noCounts();
        if (situation.meetingRate > 0) {
            Window window = window(start, situation.measuredSeconds(), situation.warmUpSeconds, Mode.EXACT, 1);
            simulate(window, situation.meeting, start.key(), secondsRepresented, counts, progress);
        }
        double aloneRate = situation.totalRate - situation.meetingRate;
        if (!situation.alone.isEmpty() && aloneRate > 0) {
            double seconds = Math.min(
                    WindowSizes.LONGEST_WINDOW_SECONDS,
                    start.piece().until() - start.piece().from());
            double scale = Math.max(1, aloneRate * seconds / WindowSizes.ALONE_REQUESTS);
            simulate(
                    window(start, seconds, 0, Mode.INDEPENDENT, scale),
                    situation.alone,
                    start.key(),
                    secondsRepresented,
                    counts,
                    progress);
        }
        timeline.addWindow(start.stratum(), start.time(), counts);
    }

    private Window window(Start start, double seconds, double warmUp, Mode mode, double scale) {
        Piece piece = start.piece();
        double from = Math.max(piece.from(), Math.min(start.time(), piece.until() - seconds));
        double until = Math.min(piece.until(), from + seconds);
        return new Window(Math.max(0, from - warmUp), from, until, mode, scale);
    }

    private void simulate(
            Window window,
            BitSet sources,
            long key,
            double secondsRepresented,
            GroupCounts counts,
            RequestPlane.Progress progress)
            throws InterruptedException {
        double seconds = window.measureUntilSeconds() - window.measureFromSeconds();
        RequestTally tally = represented.tallyFor(window.measureFromSeconds(), window.measureUntilSeconds());
        crowds.plane(sources).simulate(window, key, tally, progress);
        double weight = window.scale() * secondsRepresented / seconds;
        represented.addOrdinary(tally, weight);
        counts.add(tally, weight);
    }
}
