package dev.multisite.requests;

import java.util.Arrays;

/**
 * Retries under way, in time order: such as wait for their time to be sent, and such as are on their way to a site. First
 * attempts never come here. Attributes are columns, slots are reused.
 */
final class Attempts {

    private final TimeHeap order = new TimeHeap();
    private long[] requestKey = new long[64];
    private double[] firstStart = new double[64];
    private double[] attemptStart = new double[64];
    private int[] source = new int[64];
    private int[] number = new int[64];
    /** Site it is on its way to; {@link #TO_SEND} before it is sent. */
    private int[] site = new int[64];

    private int[] unused = new int[64];
    private int unusedCount;
    private int used;

    static final int TO_SEND = -1;

    double firstTime() {
        return order.firstTime();
    }

    /** Takes the first attempt out of the order; its columns stay readable until the next {@link #add}. */
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
        if (slot == source.length) {
            grow();
        }
        requestKey[slot] = key;
        firstStart[slot] = requestStart;
        attemptStart[slot] = start;
        source[slot] = from;
        number[slot] = attempt;
        site[slot] = to;
        order.push(time, slot);
    }

    private void grow() {
        int size = 2 * source.length;
        requestKey = Arrays.copyOf(requestKey, size);
        firstStart = Arrays.copyOf(firstStart, size);
        attemptStart = Arrays.copyOf(attemptStart, size);
        source = Arrays.copyOf(source, size);
        number = Arrays.copyOf(number, size);
        site = Arrays.copyOf(site, size);
    }

    long requestKey(int slot) {
        return requestKey[slot];
    }

    double firstStart(int slot) {
        return firstStart[slot];
    }

    double attemptStart(int slot) {
        return attemptStart[slot];
    }

    int source(int slot) {
        return source[slot];
    }

    int number(int slot) {
        return number[slot];
    }

    int site(int slot) {
        return site[slot];
    }
}
