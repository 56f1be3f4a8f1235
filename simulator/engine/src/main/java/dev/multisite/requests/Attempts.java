package dev.multisite.requests;

import java.util.Arrays;

/**
 * Retries under way, in time order: such as wait for their time to be sent, and such as are on their way to a site. First
 * attempts never come here. What belongs to a retry lies side by side, for each of many is met in a cache line of its own;
 * slots are reused.
 */
final class Attempts {

    private static final int STRIDE = 4;
    private static final int KEY = 0;
    private static final int FIRST_START = 1;
    private static final int ATTEMPT_START = 2;

    /** Source in the upper half, number of the attempt in the lower. */
    private static final int WHICH = 3;

    private final TimeBuckets order = new TimeBuckets();
    private long[] rows = new long[64 * STRIDE];
    /** Site it is on its way to; {@link #TO_SEND} before it is sent. */
    private int[] site = new int[64];

    private int[] unused = new int[64];
    private int unusedCount;
    private int used;

    static final int TO_SEND = -1;

    double firstTime() {
        return order.firstTime();
    }

    /** Takes the first attempt out of the order; its row stays readable until the next {@link #add}. */
    int pop() {
        int slot = order.firstPayload();
        order.pop();
        if (unusedCount == unused.length) {
            unused = Arrays.copyOf(unused, 2 * unusedCount);
        }
        unused[unusedCount++] = slot;
        return slot;
    }

    void add(double time, long key, double requestStart, double start, int from, int attempt, int to) {
        int slot = unusedCount > 0 ? unused[--unusedCount] : used++;
        if (slot == site.length) {
            rows = Arrays.copyOf(rows, 2 * rows.length);
            site = Arrays.copyOf(site, 2 * slot);
        }
        int row = slot * STRIDE;
        rows[row + KEY] = key;
        rows[row + FIRST_START] = Double.doubleToRawLongBits(requestStart);
        rows[row + ATTEMPT_START] = Double.doubleToRawLongBits(start);
        rows[row + WHICH] = ((long) from << 32) | attempt;
        site[slot] = to;
        order.push(time, slot);
    }

    long requestKey(int slot) {
        return rows[slot * STRIDE + KEY];
    }

    double firstStart(int slot) {
        return Double.longBitsToDouble(rows[slot * STRIDE + FIRST_START]);
    }

    double attemptStart(int slot) {
        return Double.longBitsToDouble(rows[slot * STRIDE + ATTEMPT_START]);
    }

    int source(int slot) {
        return (int) (rows[slot * STRIDE + WHICH] >>> 32);
    }

    /** Returns the number of the attempt, not negative. */
    int number(int slot) {
        return (int) rows[slot * STRIDE + WHICH];
    }

    int site(int slot) {
        return site[slot];
    }
}
