package dev.multisite.simulation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import dev.multisite.requests.RequestPlane;
import dev.multisite.requests.RequestTally;
import dev.multisite.requests.Window;
import dev.multisite.requests.Window.Mode;
import dev.multisite.simulation.ZoneSituation.Crowd;

/**
 * Simulates zones from their beginning to their end. If all of them together cost too much, a random part of the
 * expensive ones stands for all of those, spread evenly over time.
 */
final class ZoneTime {

    private final Replication replication;
    private final LoadSweep sweep;
    private final Crowds crowds;
    private final Represented represented;
    private final TimelineEstimate timeline;
    private final List<Zone> zones;
    private final List<ZoneSituation> situations = new ArrayList<>();
    private final double[] weights;

    ZoneTime(
            Replication replication,
            LoadSweep sweep,
            Crowds crowds,
            Represented represented,
            TimelineEstimate timeline,
            List<Zone> zones) {
        this.replication = replication;
        this.sweep = sweep;
        this.crowds = crowds;
        this.represented = represented;
        this.timeline = timeline;
        this.zones = zones;
        this.weights = new double[zones.size()];
        for (Zone zone : zones) {
            situations.add(new ZoneSituation(replication, this.sweep, crowds, zone));
        }
        weigh();
    }

    /** Gives every zone the weight with which it counts, 0 if it is not simulated. */
    private void weigh() {
        double total = situations.stream().mapToDouble(ZoneSituation::cost).sum();
        double expensiveFrom = WindowSizes.ZONES_BUDGET / 100;
        long expensive =
                situations.stream().filter(s -> s.cost() > expensiveFrom).count();
        double share = Math.max(
                Math.min(1, WindowSizes.ZONES_BUDGET / total),
                Math.min(1, (double) WindowSizes.FEWEST_EXPENSIVE_ZONES / expensive));
        double position = WindowPlan.uniform(replication.streams().key("zones", ""));
        double all = 0;
        double chosen = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1;
            if (situations.get(i).cost() > expensiveFrom && share < 1) {
                double next = position + share;
                weights[i] = Math.floor(next) > Math.floor(position) ? -1 : 0;
                position = next;
                all += situations.get(i).cost();
                chosen += weights[i] < 0 ? situations.get(i).cost() : 0;
            }
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weights[i] < 0 ? all / chosen : weights[i];
        }
    }

    int size() {
        return zones.size();
    }

    void simulate(int index, RequestPlane.Progress progress) throws InterruptedException {
        if (weights[index] == 0) {
            timeline.skipZone(index);
            return;
        }
        Zone zone = zones.get(index);
        ZoneSituation situation = situations.get(index);
        long at = Math.round(zone.from() * 1000);
        long key = replication.streams().key("zone-requests", "", at);
        BitSet meeting = situation.meeting();
        for (Crowd crowd : situation.apart()) {
            double from = Math.max(0, zone.from() - situation.warmUpSeconds(crowd.sources()));
            Mode mode = crowd.scale() > 1 ? Mode.SCALED : Mode.EXACT;
            Window window = new Window(from, zone.from(), zone.until(), mode, crowd.scale());
            int first = crowd.sources().nextSetBit(0);
            long own = replication.streams().key("zone-requests", "crowd " + first, at);
            run(window, crowd.sources(), own, index, progress);
        }
        if (!situation.calm().isEmpty()) {
            run(calmWindow(zone, situation, key), situation.calm(), key, index, progress);
        }
        BitSet alone = crowds.others(meeting);
        alone.andNot(situation.calm());
        if (!alone.isEmpty()) {
            double scale = Math.max(1, situation.requests(alone) / WindowSizes.ALONE_ZONE_REQUESTS);
            Window window = new Window(zone.from(), zone.from(), zone.until(), Mode.INDEPENDENT, scale);
            run(window, alone, key, index, progress);
        }
    }

    /** Those whom nothing disturbs are sampled like in ordinary time: one window at random stands for the zone. */
    private static Window calmWindow(Zone zone, ZoneSituation situation, long key) {
        double length = zone.until() - zone.from();
        double rate = situation.requests(situation.calm()) / length;
        double seconds = rate > 0 ? Math.min(length, WindowSizes.MEETING_REQUESTS / rate) : length;
        double from = zone.from() + WindowPlan.uniform(key) * (length - seconds);
        double until = Math.min(zone.until(), from + seconds);
        return new Window(Math.max(0, from - situation.warmUpSeconds(situation.calm())), from, until, Mode.EXACT, 1);
    }

    private void run(Window window, BitSet sources, long key, int index, RequestPlane.Progress progress)
            throws InterruptedException {
        Zone zone = zones.get(index);
        RequestTally tally = represented.tallyFor(window.measureFromSeconds(), window.measureUntilSeconds());
        crowds.plane(sources).simulate(window, key, tally, progress);
        double share = (window.measureUntilSeconds() - window.measureFromSeconds()) / (zone.until() - zone.from());
        represented.addZone(tally, weights[index] * window.scale() / share);
        if (share < 1) {
            timeline.addZoneEvenly(index, tally, window.scale() / share);
        } else {
            timeline.addZone(tally, window.scale());
        }
        if (weights[index] != 1) {
            timeline.addChosenZone(tally, window.scale() / share);
        }
    }
}
