package dev.multisite.requests;

import dev.multisite.statistics.LatencyHistogram;
import dev.multisite.world.Outcome;
import dev.multisite.world.World;

/** Writes what happens to measured requests into a tally, and knows how many of them have not ended. */
final class Recorder {

    private static final int CAUSES = Outcome.values().length;

    private final RequestTally tally;
    private final Slots slots;
    private final int groups;
    private final double measureFrom;
    private final double measureUntil;
    private final double[] responseBytes;
    private int slot;
    private double slotFrom = Double.POSITIVE_INFINITY;
    private double slotUntil = Double.NEGATIVE_INFINITY;
    private long inFlight;
    private long neverEnding;

    Recorder(RequestTally tally, Window window, World world) {
        this.tally = tally;
        slots = tally.slots();
        groups = tally.groups();
        measureFrom = window.measureFromSeconds();
        measureUntil = window.measureUntilSeconds();
        responseBytes = world.groups().stream()
                .mapToDouble(group -> world.services().get(group.service()).responseBytes())
                .toArray();
    }

    boolean measures(double time) {
        return time >= measureFrom && time < measureUntil;
    }

    private int slotOf(double time) {
        if (time >= slotFrom && time < slotUntil) {
            return slot;
        }
        slot = slots.at(time);
        slotFrom = slot == 0 ? Double.NEGATIVE_INFINITY : slots.start(slot);
        slotUntil = slots.start(slot + 1);
        return slot;
    }

    long inFlight() {
        return inFlight;
    }

    long neverEnding() {
        return neverEnding;
    }

    void started(double firstStart, int group) {
        if (measures(firstStart)) {
            tally.started[slotOf(firstStart) * groups + group]++;
            inFlight++;
        }
    }

    void attempted(double firstStart, int group) {
        if (measures(firstStart)) {
            tally.attempts[slotOf(firstStart) * groups + group]++;
        }
    }

    void served(double firstStart, int group, int site, double latency) {
        if (measures(firstStart)) {
            int at = slotOf(firstStart);
            int cell = at * groups + group;
            tally.ended[cell * CAUSES]++;
            tally.latencySeconds[cell] += latency;
            LatencyHistogram histogram = tally.latencies(slots.phase(at), group);
            histogram.record(latency);
            SiteTally there = tally.siteTallies[site];
            there.served[at]++;
            there.latencySeconds[at] += latency;
            tally.servedBySiteAndGroup[site * groups + group]++;
            inFlight--;
        }
    }

    void failed(double firstStart, int group, Outcome cause) {
        if (measures(firstStart)) {
            tally.ended[(slotOf(firstStart) * groups + group) * CAUSES + cause.ordinal()]++;
            inFlight--;
        }
    }

    void neverEnds(double firstStart) {
        if (measures(firstStart)) {
            neverEnding++;
            inFlight--;
        }
    }

    /** Counts what {@code queue} did with the attempt offered last. */
    void offered(double firstStart, int group, int site, SiteQueue queue, boolean completed) {
        SiteTally there = tally.siteTallies[site];
        if (measures(firstStart)) {
            int at = slotOf(firstStart);
            there.attempts[at]++;
            there.waited[at] += queue.waited ? 1 : 0;
            if (completed) {
                there.completed[at]++;
                there.responseBytes[at] += responseBytes[group];
            }
            if (queue.begun()) {
                there.waitSeconds[at] += queue.wait;
            }
        }
        if (queue.busy > 0 && measures(queue.start)) {
            there.busyCoreSeconds[slotOf(queue.start)] += queue.busy;
        }
    }
}
