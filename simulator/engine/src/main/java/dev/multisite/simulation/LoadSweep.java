package dev.multisite.simulation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

import dev.multisite.calendar.StepFunction;
import dev.multisite.world.DemandGrid;
import dev.multisite.world.Intervals;
import dev.multisite.world.SiteCapacity;

/**
 * Walks through a replication in stretches within which neither arrival rates nor routing nor the state of any site
 * change. Everything that follows from the calendar alone is summed up on such a walk.
 */
final class LoadSweep {

    /** Sees one stretch after the other; the stretch is reused. */
    @FunctionalInterface
    interface Visitor {
        void visit(Stretch stretch);
    }

    /** Where the walk is. */
    static final class Stretch {

        private double from;
        private double until;
        private int regime;
        private final double[] rates;
        private final double[] workingCores;
        private final boolean[] up;
        private FlowTable flows;

        private Stretch(int classes, int sites, FlowTable flows) {
            this.rates = new double[classes];
            this.workingCores = new double[sites];
            this.up = new boolean[sites];
            this.flows = flows;
        }

        double from() {
            return from;
        }

        double until() {
            return until;
        }

        double seconds() {
            return until - from;
        }

        int regime() {
            return regime;
        }

        /** Returns the arrival rate of a class, requests per second. */
        double rate(int demandClass) {
            return rates[demandClass];
        }

        /** Returns the cores that work at a site, 0 while it is down. */
        double workingCores(int site) {
            return workingCores[site];
        }

        /** Returns whether a site takes requests. */
        boolean up(int site) {
            return up[site];
        }

        FlowTable flows() {
            return flows;
        }
    }

    private record FlowKey(int state, BitSet up) {}

    private final Replication replication;
    private final Map<FlowKey, FlowTable> tables = new HashMap<>();
    private final double[] boundaries;

    /** Those at which routing or the state of a site may change. */
    private final double[] stateBoundaries;

    /** @param extraBoundaries further instants at which stretches must end */
    LoadSweep(Replication replication, double[] extraBoundaries) {
        this.replication = replication;
        Instants instants = new Instants(replication.model().endSeconds());
        addStates(instants);
        this.stateBoundaries = instants.sorted();
        DemandGrid demand = replication.world().demand();
        for (int cell = 0; cell < demand.cells(); cell++) {
            instants.add(demand.cellStart(cell));
        }
        Arrays.stream(extraBoundaries).forEach(instants::add);
        this.boundaries = instants.sorted();
    }

    private void addStates(Instants instants) {
        for (int regime = 0; regime < replication.routing().regimes(); regime++) {
            instants.add(replication.routing().regimeStart(regime));
        }
        for (int site = 0; site < replication.world().sites().size(); site++) {
            SiteCapacity capacity = replication.world().sites().get(site);
            instants.add(capacity.outages());
            instants.add(capacity.closures());
            StepFunction hosts = replication.calendar().sites().get(site).hostsWorking();
            for (int step = 0; step < hosts.steps(); step++) {
                instants.add(hosts.fromSeconds(step));
            }
        }
    }

    /** Visits the stretches of the whole period. */
    void walk(Visitor visitor) {
        walk(0, replication.model().endSeconds(), visitor);
    }

    /** Visits the stretches between two instants; the first and the last are cut to fit. */
    void walk(double fromSeconds, double untilSeconds, Visitor visitor) {
        int sites = replication.world().sites().size();
        Stretch stretch =
                new Stretch(replication.world().demand().classes(), sites, table(0, new BitSet(), new boolean[sites]));
        int at = Arrays.binarySearch(boundaries, fromSeconds);
        int cell = -1;
        double stateUntil = Double.NEGATIVE_INFINITY;
        for (int i = at >= 0 ? at : -at - 2; i + 1 < boundaries.length && boundaries[i] < untilSeconds; i++) {
            stretch.from = Math.max(boundaries[i], fromSeconds);
            stretch.until = Math.min(boundaries[i + 1], untilSeconds);
            cell = moveRates(stretch, cell);
            if (stretch.from >= stateUntil) {
                moveState(stretch);
                stateUntil = nextState(stretch.from);
            }
            visitor.visit(stretch);
        }
    }

    private double nextState(double time) {
        int at = Arrays.binarySearch(stateBoundaries, time);
        int next = at >= 0 ? at + 1 : -at - 1;
        return next < stateBoundaries.length ? stateBoundaries[next] : Double.POSITIVE_INFINITY;
    }

    private int moveRates(Stretch stretch, int lastCell) {
        DemandGrid demand = replication.world().demand();
        int cell =
                lastCell >= 0 && stretch.from < demand.cellStart(lastCell + 1) ? lastCell : demand.cellAt(stretch.from);
        if (cell != lastCell) {
            demand.rates(cell, stretch.rates);
        }
        return cell;
    }

    private void moveState(Stretch stretch) {
        BitSet up = new BitSet();
        for (int site = 0; site < stretch.up.length; site++) {
            SiteCapacity capacity = replication.world().sites().get(site);
            boolean works = !capacity.outages().contains(stretch.from);
            stretch.up[site] = works && !capacity.closures().contains(stretch.from);
            stretch.workingCores[site] = works ? replication.workingCores(site, stretch.from) : 0;
            up.set(site, stretch.up[site]);
        }
        stretch.regime = replication.routing().regimeAt(stretch.from);
        stretch.flows = table(stretch.regime, up, stretch.up);
    }

    private FlowTable table(int regime, BitSet up, boolean[] upArray) {
        FlowKey key = new FlowKey(replication.routing().stateOf(regime), up);
        return tables.computeIfAbsent(
                key,
                fresh -> FlowTable.of(replication.model(), replication.routing().regime(regime), upArray));
    }

    /** Instants within the period, collected in any order. */
    private static final class Instants {

        private final double endSeconds;
        private double[] times = new double[1024];
        private int count;

        private Instants(double endSeconds) {
            this.endSeconds = endSeconds;
            add(0);
            add(endSeconds);
        }

        private void add(double time) {
            if (time >= 0 && time <= endSeconds) {
                times = count == times.length ? Arrays.copyOf(times, 2 * count) : times;
                times[count++] = time;
            }
        }

        private void add(Intervals intervals) {
            for (int i = 0; i < intervals.size(); i++) {
                add(intervals.from(i));
                add(intervals.until(i));
            }
        }

        private double[] sorted() {
            double[] result = Arrays.copyOf(times, count);
            Arrays.sort(result);
            int distinct = 0;
            for (int i = 0; i < count; i++) {
                if (distinct == 0 || result[i] > result[distinct - 1]) {
                    result[distinct++] = result[i];
                }
            }
            return Arrays.copyOf(result, distinct);
        }
    }
}
