package dev.multisite.requests;

import java.util.Arrays;

import dev.multisite.world.Outcome;
import dev.multisite.world.World;

/** Writes what happens to measured requests into a tally, and knows how many of them have not ended. */
final class Recorder {

    private static final int CAUSES = Outcome.values().length;
    private static final int STRIDE = 8;
    private static final int SERVED = 0;
    private static final int LATENCY = 1;
    private static final int COMPLETED = 2;
    private static final int WAITED = 3;
    private static final int WAIT = 4;
    private static final int BUSY = 5;

    private final RequestTally tally;
    private final Slots slots;
    private final int groups;
    private final double measureFrom;
    private final double measureUntil;
    private final double[] responseBytes;
    /** Counters of the open slot per (site, group), side by side. */
    private final double[] open;

    private int openSlot = -1;
    private int slot;
    private double slotFrom = Double.POSITIVE_INFINITY;
    private double slotUntil = Double.NEGATIVE_INFINITY;
    private long inFlight;
    private long neverEnding;

    Recorder(RequestTally tally, Window window, World world) {
        this.tally = tally;
        slots = tally.slots();
        groups = tally.groups();
        open = new double[tally.sites() * groups * STRIDE];
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
            tally.latencies(slots.phase(at), group).record(latency);
            if (at == openSlot) {
                int counter = (site * groups + group) * STRIDE;
                open[counter + SERVED]++;
                open[counter + LATENCY] += latency;
            } else {
                tally.countServed(at, site, group, 1, latency);
            }
            inFlight--;
        }
    }

    void failed(double firstStart, int group, Outcome cause) {
        if (measures(firstStart)) {
            tally.ended[(slotOf(firstStart) * groups + group) * CAUSES + RequestTally.column(cause)]++;
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
        boolean measured = measures(firstStart);
        if (measured && queue.waited && queue.begun()) {
            tally.siteTallies[site].waits.record(queue.wait);
        }
        if (measured && completed && slotOf(firstStart) == openSlot) {
            int counter = (site * groups + group) * STRIDE;
            open[counter + COMPLETED]++;
            open[counter + WAITED] += queue.waited ? 1 : 0;
            open[counter + WAIT] += queue.wait;
        } else if (measured) {
            double wait = queue.begun() ? queue.wait : 0;
            tally.siteTallies[site].waits.recordZeros(queue.begun() && !queue.waited ? 1 : 0);
            int at = slotOf(firstStart);
            tally.countOffered(
                    at, site, completed ? responseBytes[group] : 0, 1, completed ? 1 : 0, queue.waited ? 1 : 0, wait);
        }
        if (measures(queue.start)) {
            int at = slotOf(queue.start);
            if (at == openSlot) {
                open[(site * groups + group) * STRIDE + BUSY] += queue.busy;
            } else {
                tally.siteTallies[site].busyCoreSeconds[at] += queue.busy;
            }
        }
    }

    /**
     * Opens the slot that holds {@code now}: what happens in it is counted in a few cache lines and written to the tally
     * when the next one is opened.
     */
    void open(double now) {
        int at = slotOf(now);
        if (at != openSlot) {
            close();
            openSlot = at;
        }
    }

    /** Writes the counters of the open slot to the tally. */
    void close() {
        if (openSlot < 0) {
            return;
        }
        for (int site = 0; site < tally.sites(); site++) {
            for (int group = 0; group < groups; group++) {
                closeCounters(site, group);
            }
        }
        Arrays.fill(open, 0);
        openSlot = -1;
    }

    private void closeCounters(int site, int group) {
        int counter = (site * groups + group) * STRIDE;
        double completed = open[counter + COMPLETED];
        tally.countServed(openSlot, site, group, open[counter + SERVED], open[counter + LATENCY]);
        double waited = open[counter + WAITED];
        double bytes = completed * responseBytes[group];
        tally.countOffered(openSlot, site, bytes, completed, completed, waited, open[counter + WAIT]);
        tally.siteTallies[site].busyCoreSeconds[openSlot] += open[counter + BUSY];
        tally.siteTallies[site].waits.recordZeros((long) (completed - waited));
    }
}
