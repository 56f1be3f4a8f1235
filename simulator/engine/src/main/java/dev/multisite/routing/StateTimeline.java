package dev.multisite.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.multisite.world.Intervals;

/**
 * The sequence of routing states: a sweep over all instants at which something changes. States that come back are kept
 * once, so thousands of outages need little memory.
 */
final class StateTimeline {

    /**
     * What holds during a regime. Equal states route equally.
     *
     * @param laws epoch of the permissions
     * @param records epoch of the places of records
     */
    record State(int phase, int laws, int records, BitSet bits) {}

    /** Where the walk is in a sequence of starts, the first of which is 0. */
    private static final class Steps {
        private final double[] starts;
        private int at;

        private Steps(double[] starts) {
            this.starts = starts;
        }

        private int advanceTo(double time) {
            while (at + 1 < starts.length && starts[at + 1] <= time) {
                at++;
            }
            return at;
        }

        private double next(double end) {
            return at + 1 < starts.length ? Math.min(starts[at + 1], end) : end;
        }
    }

    private record Change(double time, int bit, boolean on) {}

    private final double[] starts;
    private final int[] stateOfRegime;
    private final List<State> states = new ArrayList<>();

    StateTimeline(RoutingTimeline timeline, Flags flags, Permissions permissions, RecordPlaces records) {
        List<Change> changes = changes(timeline, flags);
        addUnreadable(changes, timeline, flags, records.readFrom());
        // Off before on at the same instant, so that touching intervals of one flag leave it on.
        changes.sort(Comparator.comparingDouble(Change::time).thenComparing(Change::on));
        double end = timeline.endSeconds();
        Steps phase = new Steps(
                timeline.phaseStarts().stream().mapToDouble(Double::doubleValue).toArray());
        Steps laws = new Steps(permissions.epochStarts());
        Steps places = new Steps(records.epochStarts());
        double[] times =
                new double[changes.size() + phase.starts.length + laws.starts.length + places.starts.length + 1];
        int[] sequence = new int[times.length];
        Map<State, Integer> known = new HashMap<>();
        BitSet now = new BitSet();
        int regimes = 0;
        int next = 0;
        double time = 0;
        while (time < end) {
            while (next < changes.size() && changes.get(next).time() <= time) {
                now.set(changes.get(next).bit(), changes.get(next).on());
                next++;
            }
            State holds = new State(
                    phase.advanceTo(time), laws.advanceTo(time), places.advanceTo(time), (BitSet) now.clone());
            int state = intern(known, holds);
            if (regimes == 0 || sequence[regimes - 1] != state) {
                times[regimes] = time;
                sequence[regimes++] = state;
            }
            double nextChange = next < changes.size() ? changes.get(next).time() : end;
            double nextStep = Math.min(phase.next(end), Math.min(laws.next(end), places.next(end)));
            time = Math.min(nextChange, nextStep);
        }
        times[regimes] = end;
        this.starts = Arrays.copyOf(times, regimes + 1);
        this.stateOfRegime = Arrays.copyOf(sequence, regimes);
    }

    private int intern(Map<State, Integer> known, State state) {
        Integer index = known.putIfAbsent(state, states.size());
        if (index == null) {
            states.add(state);
            return states.size() - 1;
        }
        return index;
    }

    private static List<Change> changes(RoutingTimeline timeline, Flags flags) {
        List<Change> changes = new ArrayList<>();
        Belief belief = timeline.belief();
        for (int site = 0; site < flags.sites(); site++) {
            add(changes, flags.notOpen(site), timeline.notOpen().get(site));
            Intervals believed = belief.believedDown(timeline.outages().get(site));
            add(changes, flags.avoided(site), believed.union(timeline.closures().get(site)));
        }
        for (int population = 0; population < flags.populations(); population++) {
            add(changes, flags.blocked(population), timeline.blocked().get(population));
        }
        for (int cut = 0; cut < flags.cuts(); cut++) {
            Intervals down = timeline.cuts().get(cut).down();
            add(changes, flags.cutBelieved(cut), belief.believedDown(down));
            add(changes, flags.cutActual(cut), down);
        }
        for (int i = 0; i < flags.degradations(); i++) {
            add(changes, flags.degraded(i), timeline.degradations().get(i).when());
        }
        return changes;
    }

    /** What other sites read from a site fails with it at once, whatever devices believe. */
    private static void addUnreadable(List<Change> changes, RoutingTimeline timeline, Flags flags, BitSet readFrom) {
        readFrom.stream()
                .forEach(site -> add(
                        changes,
                        flags.unreadable(site),
                        timeline.notOpen().get(site).union(timeline.outages().get(site))));
    }

    private static void add(List<Change> changes, int bit, Intervals intervals) {
        for (int i = 0; i < intervals.size(); i++) {
            changes.add(new Change(intervals.from(i), bit, true));
            changes.add(new Change(intervals.until(i), bit, false));
        }
    }

    int regimes() {
        return stateOfRegime.length;
    }

    double start(int regime) {
        return starts[regime];
    }

    int stateIndex(int regime) {
        return stateOfRegime[regime];
    }

    State state(int index) {
        return states.get(index);
    }

    int states() {
        return states.size();
    }

    int regimeAt(double time) {
        int at = Arrays.binarySearch(starts, 0, stateOfRegime.length, time);
        return Math.max(0, at >= 0 ? at : -at - 2);
    }
}
