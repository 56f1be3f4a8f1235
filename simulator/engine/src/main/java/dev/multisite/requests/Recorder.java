package dev.multisite.requests;

import java.util.Arrays;

import dev.multisite.statistics.LatencyHistogram;
import dev.multisite.world.Outcome;
import dev.multisite.world.World;

/** Writes what happens to measured requests into a tally, and knows how many of them have not ended. */
final class Recorder {

    private static final int CAUSES = Outcome.values().length;
    private static final int STRIDE = 8;
    private static final int COMPLETED = 0;
    private static final int LATENCY = 1;
    private static final int WAITED = 2;
    private static final int WAIT = 3;
    private static final int BUSY = 4;
    private static final int SERVED = 5;
    /** First attempts served in time, which the two counters above don't hold. */
    private static final int AT_ONCE = 6;

    private final RequestTally tally;
    private final Slots slots;
    private final int groups;
    private final double measureFrom;
    private final double measureUntil;
    private final double periodEnd;
    private final double[] responseBytes;
    private final Sources sources;
    /** Counters of the open slot per (site, group), side by side. */
    private final double[] open;

    /** First attempts sent in the open slot, per group. */
    private final long[] openSent;

    private final LatencyHistogram[] openLatencies;
    private int[] odd = new int[0];
    private int[] waiting = new int[0];
    private int openSlot = -1;
    private double openFrom = Double.POSITIVE_INFINITY;
    private double openUntil = Double.NEGATIVE_INFINITY;
    private int slot;
    private double slotFrom = Double.POSITIVE_INFINITY;
    private double slotUntil = Double.NEGATIVE_INFINITY;
    private long inFlight;
    private long neverEnding;

    Recorder(RequestTally tally, Window window, World world, Sources sources) {
        this.tally = tally;
        this.sources = sources;
        slots = tally.slots();
        groups = tally.groups();
        open = new double[tally.sites() * groups * STRIDE];
        openSent = new long[groups];
        openLatencies = new LatencyHistogram[groups];
        measureFrom = window.measureFromSeconds();
        measureUntil = window.measureUntilSeconds();
        periodEnd = world.endSeconds();
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
            if (at == openSlot) {
                int counter = (site * groups + group) * STRIDE;
                open[counter + SERVED]++;
                open[counter + LATENCY] += latency;
                openLatencies[group].recordBucket(latency);
            } else {
                tally.countServed(at, site, group, 1, latency);
                tally.latencies(slots.phase(at), group).record(latency);
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

    /** Counts the rows of {@code batch} as started and their first attempts as made. */
    void sent(Batch batch, int from, int to) {
        for (int row = from; row < to; row++) {
            double start = batch.start[row];
            int group = sources.group[sources.source(batch.route[row])];
            if (start >= openFrom && start < openUntil) {
                openSent[group]++;
                inFlight++;
            } else {
                started(start, group);
                attempted(start, group);
            }
        }
    }

    /** Counts sorted rows of {@code batch}, all of them first attempts served in time. */
    void served(Batch batch, int from, int to) {
        if (from == to) {
            return;
        }
        if (odd.length < to) {
            odd = new int[batch.latency.length];
            waiting = new int[batch.latency.length];
        }
        int odds = countInOpenSlot(batch, from, to);
        for (int i = 0; i < odds; i++) {
            int row = odd[i];
            int group = sources.group[sources.source(batch.sortedRoute[row])];
            int site = sources.site(batch.sortedRoute[row]);
            double firstStart = batch.sortedStart[row];
            double begun = batch.begun[row];
            completed(firstStart, group, site, begun, begun - batch.sortedArrival[row], batch.finished[row] - begun);
            served(firstStart, group, site, batch.latency[row]);
        }
    }

    /** Counts the rows that belong to the open slot, and lists the others as odd. */
    private int countInOpenSlot(Batch batch, int from, int to) {
        int odds = 0;
        int waits = 0;
        for (int row = from; row < to; row++) {
            int route = batch.sortedRoute[row];
            int group = sources.group[sources.source(route)];
            double begun = batch.begun[row];
            double latency = batch.latency[row];
            boolean inside = batch.sortedStart[row] >= openFrom && begun < openUntil;
            if (!inside || !openLatencies[group].recordKnownBucket(latency)) {
                odd[odds++] = row;
                continue;
            }
            int counter = (sources.site(route) * groups + group) * STRIDE;
            open[counter + AT_ONCE]++;
            open[counter + LATENCY] += latency;
            open[counter + BUSY] += batch.finished[row] - begun;
            waiting[waits] = row;
            waits += begun > batch.sortedArrival[row] ? 1 : 0;
        }
        inFlight -= to - from - odds;
        countWaits(batch, waits);
        return odds;
    }

    private void countWaits(Batch batch, int count) {
        for (int i = 0; i < count; i++) {
            int row = waiting[i];
            int site = sources.site(batch.sortedRoute[row]);
            int counter = (site * groups + sources.group[sources.source(batch.sortedRoute[row])]) * STRIDE;
            double wait = batch.begun[row] - batch.sortedArrival[row];
            open[counter + WAITED]++;
            open[counter + WAIT] += wait;
            tally.siteTallies[site].waits.recordBucket(wait);
        }
    }

    /** Counts an attempt whose work is done. */
    void completed(double firstStart, int group, int site, double begun, double wait, double busy) {
        if (measures(firstStart)) {
            int at = slotOf(firstStart);
            int waited = wait > 0 ? 1 : 0;
            if (at == openSlot) {
                int counter = (site * groups + group) * STRIDE;
                open[counter + COMPLETED]++;
                open[counter + WAITED] += waited;
                open[counter + WAIT] += wait;
            } else {
                tally.countOffered(at, site, responseBytes[group], 1, 1, waited, wait);
                tally.countWaits(at, group, 1, 1, waited, wait);
                tally.siteTallies[site].waits.addTotals(waited, wait);
                tally.siteTallies[site].waits.recordZeros(1 - waited);
            }
            if (waited > 0) {
                tally.siteTallies[site].waits.recordBucket(wait);
            }
        }
        worked(firstStart, begun, group, site, busy);
    }

    /** Counts an attempt that {@code queue} lost. */
    void lost(double firstStart, int group, int site, SiteQueue queue) {
        if (measures(firstStart)) {
            double wait = queue.begun() ? queue.wait : 0;
            int at = slotOf(firstStart);
            tally.countOffered(at, site, 0, 1, 0, queue.waited ? 1 : 0, wait);
            tally.countWaits(at, group, 1, queue.begun() ? 1 : 0, queue.waited ? 1 : 0, wait);
            if (queue.begun() && queue.waited) {
                tally.siteTallies[site].waits.record(wait);
            } else if (queue.begun()) {
                tally.siteTallies[site].waits.recordZeros(1);
            }
        }
        worked(firstStart, queue.start, group, site, queue.busy);
    }

    /**
     * Counts the work of measured requests when it is done, so that windows next to each other leave no work out, however
     * far away the devices are: in the first moments of a window nothing has arrived yet.
     */
    private void worked(double firstStart, double begun, int group, int site, double busy) {
        if (measures(firstStart) && begun < periodEnd) {
            int at = slotOf(begun);
            if (at == openSlot) {
                open[(site * groups + group) * STRIDE + BUSY] += busy;
            } else {
                tally.siteTallies[site].busyCoreSeconds[at] += busy;
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
            openFrom = Math.max(slotFrom, measureFrom);
            openUntil = Math.min(slotUntil, measureUntil);
            for (int group = 0; group < groups; group++) {
                openLatencies[group] = tally.latencies(slots.phase(at), group);
            }
        }
    }

    /** Writes the counters of the open slot to the tally. */
    void close() {
        if (openSlot < 0) {
            return;
        }
        for (int group = 0; group < groups; group++) {
            tally.started[openSlot * groups + group] += openSent[group];
            tally.attempts[openSlot * groups + group] += openSent[group];
            for (int site = 0; site < tally.sites(); site++) {
                closeCounters(site, group);
            }
        }
        Arrays.fill(open, 0);
        Arrays.fill(openSent, 0);
        openSlot = -1;
        openUntil = Double.NEGATIVE_INFINITY;
    }

    private void closeCounters(int site, int group) {
        int counter = (site * groups + group) * STRIDE;
        double completed = open[counter + COMPLETED] + open[counter + AT_ONCE];
        double served = open[counter + SERVED] + open[counter + AT_ONCE];
        double latency = open[counter + LATENCY];
        openLatencies[group].addTotals((long) served, latency);
        tally.countServed(openSlot, site, group, served, latency);
        double bytes = completed * responseBytes[group];
        double waited = open[counter + WAITED];
        double wait = open[counter + WAIT];
        tally.countOffered(openSlot, site, bytes, completed, completed, waited, wait);
        tally.countWaits(openSlot, group, completed, completed, waited, wait);
        tally.siteTallies[site].waits.addTotals((long) waited, wait);
        tally.siteTallies[site].waits.recordZeros((long) (completed - waited));
        tally.siteTallies[site].busyCoreSeconds[openSlot] += open[counter + BUSY];
    }
}
