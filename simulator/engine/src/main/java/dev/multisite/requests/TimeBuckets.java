package dev.multisite.requests;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A {@link TimeHeap} for very many entries: leaves in the same order, but only what is due soon is kept in order. The rest
 * waits in buckets of equal width, and beyond the last bucket in a heap of its own. So an entry costs a list operation and a
 * place in a heap small enough for the first-level cache, however many there are. A payload is in it once at most.
 */
final class TimeBuckets {

    private static final double BUCKETS_PER_SECOND = 256;
    private static final int BUCKETS = 4096;
    private static final int NONE = -1;

    private final TimeHeap soon = new TimeHeap();
    private final TimeHeap late = new TimeHeap();
    private final int[] heads = new int[BUCKETS];
    private final BitSet filled = new BitSet(BUCKETS);
    private int[] next = new int[64];
    private double[] times = new double[64];

    /** The first bucket that is not in {@link #soon} yet; its time counts from 0. */
    private long bucket = Long.MIN_VALUE;

    TimeBuckets() {
        Arrays.fill(heads, NONE);
    }

    /** Returns the earliest time, infinity if there is none. */
    double firstTime() {
        if (soon.size() == 0) {
            refill();
        }
        return soon.firstTime();
    }

    /** Returns the payload of the earliest time, of several the lowest; ask {@link #firstTime} before. */
    int firstPayload() {
        return soon.firstPayload();
    }

    void pop() {
        soon.pop();
    }

    /** @param time not negative, less than infinity */
    void push(double time, int payload) {
        long its = (long) (time * BUCKETS_PER_SECOND);
        if (soon.size() == 0 && filled.isEmpty() && late.size() == 0) {
            bucket = its + 1;
        }
        if (its < bucket) {
            soon.push(time, payload);
        } else if (its - bucket < BUCKETS) {
            link(its, time, payload);
        } else {
            late.push(time, payload);
        }
    }

    private void link(long its, double time, int payload) {
        if (payload >= times.length) {
            int size = Math.max(payload + 1, 2 * times.length);
            times = Arrays.copyOf(times, size);
            next = Arrays.copyOf(next, size);
        }
        int at = (int) (its & (BUCKETS - 1));
        times[payload] = time;
        next[payload] = heads[at];
        heads[at] = payload;
        filled.set(at);
    }

    /** Puts the next bucket that holds anything in order. */
    private void refill() {
        if (filled.isEmpty()) {
            if (late.size() == 0) {
                return;
            }
            bucket = (long) (late.firstTime() * BUCKETS_PER_SECOND);
        } else {
            int from = (int) (bucket & (BUCKETS - 1));
            int found = filled.nextSetBit(from);
            int at = found >= 0 ? found : filled.nextSetBit(0);
            bucket += (at - from) & (BUCKETS - 1);
            for (int entry = heads[at]; entry != NONE; entry = next[entry]) {
                soon.push(times[entry], entry);
            }
            heads[at] = NONE;
            filled.clear(at);
        }
        bucket++;
        bringIn();
    }

    /** Moves what is no longer beyond the last bucket to where it belongs. */
    private void bringIn() {
        while (late.size() > 0 && (long) (late.firstTime() * BUCKETS_PER_SECOND) - bucket < BUCKETS) {
            double time = late.firstTime();
            int payload = late.firstPayload();
            late.pop();
            long its = (long) (time * BUCKETS_PER_SECOND);
            if (its < bucket) {
                soon.push(time, payload);
            } else {
                link(its, time, payload);
            }
        }
    }
}
