package dev.multisite.requests;

import java.util.Arrays;

/**
 * First attempts under way, as columns. They are put in in the order of their start and taken out in the order of their
 * arrival at a site; those that arrive after the end of the batch stay for the next one.
 */
final class Batch {

    /** New requests per batch: enough to spread the overhead, few enough to stay in the cache. */
    static final int CAPACITY = 1024;

    /** Attempts under way in the order of their start; {@code route} packs source and site, see {@link Sources}. */
    double[] start = new double[0];

    long[] key = new long[0];
    int[] route = new int[0];
    double[] arrival = new double[0];
    private int size;

    /** Those that arrive in this batch, in the order of their arrival. */
    double[] sortedStart = new double[0];

    long[] sortedKey = new long[0];
    int[] sortedRoute = new int[0];
    double[] sortedArrival = new double[0];

    /** What is drawn for them: core time and way back. */
    double[] work = new double[0];

    double[] back = new double[0];

    /** What became of those that were served in time: when a core began and ended, and the response time. */
    double[] begun = new double[0];

    double[] finished = new double[0];
    double[] latency = new double[0];

    private int[] bucket = new int[0];
    private int[] offsets = new int[0];

    Batch() {
        resize(2 * CAPACITY);
    }

    /** Returns the number of attempts under way, which fill the first rows. */
    int size() {
        return size;
    }

    /** Makes room for {@code more} rows. */
    void reserve(int more) {
        if (size + more > start.length) {
            resize(Math.max(size + more, 2 * start.length));
        }
    }

    private void resize(int length) {
        start = Arrays.copyOf(start, length);
        key = Arrays.copyOf(key, length);
        route = Arrays.copyOf(route, length);
        arrival = Arrays.copyOf(arrival, length);
        sortedStart = new double[length];
        sortedKey = new long[length];
        sortedRoute = new int[length];
        sortedArrival = new double[length];
        work = new double[length];
        back = new double[length];
        begun = new double[length];
        finished = new double[length];
        latency = new double[length];
        bucket = new int[length];
        offsets = new int[2 * length + 2];
    }

    /** The first {@code rows} rows are under way. */
    void keepUntil(int rows) {
        size = rows;
    }

    /** Moves a row to the front, where one has been dropped. */
    void move(int row, int to) {
        start[to] = start[row];
        key[to] = key[row];
        route[to] = route[row];
        arrival[to] = arrival[row];
    }

    /**
     * Takes out the attempts that arrive before {@code until} and puts them in the sorted columns.
     *
     * @param now no attempt arrives before
     * @return how many there are
     */
    int takeUntil(double now, double until) {
        if (size == 0) {
            return 0;
        }
        int due = scatter(now, until < Double.POSITIVE_INFINITY ? until : latestArrival(now));
        insertionSort(due);
        while (due > 0 && sortedArrival[due - 1] >= until) {
            due--;
        }
        keepFrom(due);
        return due;
    }

    private double latestArrival(double now) {
        double latest = now;
        for (int row = 0; row < size; row++) {
            latest = Math.max(latest, arrival[row]);
        }
        return latest;
    }

    /**
     * One pass into twice as many buckets of equal width as attempts, which leaves few of them in the wrong order. What
     * arrives later goes into a bucket of its own at the end; returns where that one starts.
     */
    private int scatter(double from, double last) {
        int buckets = 2 * size;
        double perSecond = last > from ? buckets / (last - from) * (1 - 0x1p-40) : 0;
        Arrays.fill(offsets, 0, buckets + 2, 0);
        for (int row = 0; row < size; row++) {
            int to = (int) Math.min(buckets, (long) ((arrival[row] - from) * perSecond));
            bucket[row] = to;
            offsets[to + 1]++;
        }
        for (int i = 0; i < buckets; i++) {
            offsets[i + 1] += offsets[i];
        }
        for (int row = 0; row < size; row++) {
            int to = offsets[bucket[row]]++;
            sortedStart[to] = start[row];
            sortedKey[to] = key[row];
            sortedRoute[to] = route[row];
            sortedArrival[to] = arrival[row];
        }
        return offsets[buckets - 1];
    }

    private void insertionSort(int count) {
        double before = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            double itsArrival = sortedArrival[i];
            if (itsArrival < before) {
                insert(i);
            } else {
                before = itsArrival;
            }
        }
    }

    private void insert(int row) {
        double itsStart = sortedStart[row];
        long itsKey = sortedKey[row];
        int itsRoute = sortedRoute[row];
        double itsArrival = sortedArrival[row];
        int hole = row;
        for (; hole > 0 && sortedArrival[hole - 1] > itsArrival; hole--) {
            sortedStart[hole] = sortedStart[hole - 1];
            sortedKey[hole] = sortedKey[hole - 1];
            sortedRoute[hole] = sortedRoute[hole - 1];
            sortedArrival[hole] = sortedArrival[hole - 1];
        }
        sortedStart[hole] = itsStart;
        sortedKey[hole] = itsKey;
        sortedRoute[hole] = itsRoute;
        sortedArrival[hole] = itsArrival;
    }

    private void keepFrom(int due) {
        int rest = size - due;
        System.arraycopy(sortedStart, due, start, 0, rest);
        System.arraycopy(sortedKey, due, key, 0, rest);
        System.arraycopy(sortedRoute, due, route, 0, rest);
        System.arraycopy(sortedArrival, due, arrival, 0, rest);
        size = rest;
    }
}
