package dev.multisite.requests;

import java.util.Arrays;

/** A 4-ary heap of (time, payload) pairs; grows as needed. Equal times leave in the order of their payloads. */
final class TimeHeap {

    private double[] times = new double[64];
    private int[] payloads = new int[64];
    private int size;

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /** Returns the earliest time, infinity if the heap is empty. */
    double firstTime() {
        return size == 0 ? Double.POSITIVE_INFINITY : times[0];
    }

    int firstPayload() {
        return payloads[0];
    }

    void push(double time, int payload) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            payloads = Arrays.copyOf(payloads, 2 * size);
        }
        int hole = size++;
        while (hole > 0) {
            int parent = (hole - 1) >> 2;
            if (!before(time, payload, parent)) {
                break;
            }
            times[hole] = times[parent];
            payloads[hole] = payloads[parent];
            hole = parent;
        }
        times[hole] = time;
        payloads[hole] = payload;
    }

    void pop() {
        size--;
        double time = times[size];
        int payload = payloads[size];
        int hole = 0;
        int child = 1;
        while (child < size) {
            child = earliest(child);
            if (before(time, payload, child)) {
                break;
            }
            times[hole] = times[child];
            payloads[hole] = payloads[child];
            hole = child;
            child = 4 * hole + 1;
        }
        times[hole] = time;
        payloads[hole] = payload;
    }

    private int earliest(int firstChild) {
        int best = firstChild;
        int end = Math.min(size, firstChild + 4);
        for (int i = firstChild + 1; i < end; i++) {
            if (before(times[i], payloads[i], best)) {
                best = i;
            }
        }
        return best;
    }

    private boolean before(double time, int payload, int other) {
        return time < times[other] || (time == times[other] && payload < payloads[other]);
    }
}
