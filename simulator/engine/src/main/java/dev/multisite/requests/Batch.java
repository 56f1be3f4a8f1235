package dev.multisite.requests;

import java.util.Arrays;

/**
 * First attempts under way, as columns. They are put in in the order of their start and taken out in the order of their
 * arrival at a site; those that arrive after the end of the batch stay for the next one.
 */
final class Batch {

    /** New requests per batch: enough to spread the overhead, few enough to stay in the cache. */
    static final int CAPACITY = 1024;

    double[] start = new double[2 * CAPACITY];
    long[] key = new long[2 * CAPACITY];
    int[] source = new int[2 * CAPACITY];
    double[] arrival = new double[2 * CAPACITY];
    int[] site = new int[2 * CAPACITY];
    private int size;

    double[] sortedStart = new double[2 * CAPACITY];
    long[] sortedKey = new long[2 * CAPACITY];
    int[] sortedSource = new int[2 * CAPACITY];
    double[] sortedArrival = new double[2 * CAPACITY];
    int[] sortedSite = new int[2 * CAPACITY];
    /** Core time and way back of the sorted attempts. */
    double[] work = new double[2 * CAPACITY];

    double[] back = new double[2 * CAPACITY];
    private int[] offsets = new int[2 * CAPACITY + 1];
    private int[] rows = new int[2 * CAPACITY];

    /** Returns the number of attempts under way, which fill the first rows. */
    int size() {
        return size;
    }

    /** Makes room for {@code more} rows. */
    void reserve(int more) {
        int needed = size + more;
        if (needed > start.length) {
            int length = Math.max(needed, 2 * start.length);
            start = Arrays.copyOf(start, length);
            key = Arrays.copyOf(key, length);
            source = Arrays.copyOf(source, length);
            arrival = Arrays.copyOf(arrival, length);
            site = Arrays.copyOf(site, length);
            sortedStart = new double[length];
            sortedKey = new long[length];
            sortedSource = new int[length];
            sortedArrival = new double[length];
            sortedSite = new int[length];
            work = new double[length];
            back = new double[length];
            offsets = new int[length + 1];
            rows = new int[length];
        }
    }

    /** Appends the attempt of row {@code row}, which is not before the end. */
    void keep(int row, double arrivesAt, int goesTo) {
        int to = size++;
        start[to] = start[row];
        key[to] = key[row];
        source[to] = source[row];
        arrival[to] = arrivesAt;
        site[to] = goesTo;
    }

    /**
     * Takes out the attempts that arrive before {@code until} and puts them in the sorted columns.
     *
     * @param now no attempt arrives before
     * @return how many there are
     */
    int takeUntil(double now, double until) {
        int due = moveDueRows(until);
        double last = now;
        for (int i = 0; i < due; i++) {
            last = Math.max(last, arrival[rows[i]]);
        }
        bucketSort(due, now, last);
        removeDue(due);
        return due;
    }

    private int moveDueRows(double until) {
        int due = 0;
        for (int row = 0; row < size; row++) {
            rows[due] = row;
            due += arrival[row] < until ? 1 : 0;
        }
        return due;
    }

    /** One pass into as many buckets as attempts, then insertion within the short rest. */
    private void bucketSort(int due, double from, double last) {
        double perSecond = last > from ? due / (last - from) * (1 - 0x1p-40) : 0;
        Arrays.fill(offsets, 0, due + 1, 0);
        for (int i = 0; i < due; i++) {
            offsets[bucket(arrival[rows[i]], from, perSecond) + 1]++;
        }
        for (int i = 0; i < due; i++) {
            offsets[i + 1] += offsets[i];
        }
        for (int i = 0; i < due; i++) {
            int row = rows[i];
            move(row, offsets[bucket(arrival[row], from, perSecond)]++);
        }
        insertionSort(due);
    }

    private static int bucket(double time, double from, double perSecond) {
        return (int) ((time - from) * perSecond);
    }

    private void move(int row, int to) {
        sortedStart[to] = start[row];
        sortedKey[to] = key[row];
        sortedSource[to] = source[row];
        sortedArrival[to] = arrival[row];
        sortedSite[to] = site[row];
    }

    private void insertionSort(int count) {
        for (int i = 1; i < count; i++) {
            if (sortedArrival[i] < sortedArrival[i - 1]) {
                insert(i);
            }
        }
    }

    private void insert(int row) {
        double itsStart = sortedStart[row];
        long itsKey = sortedKey[row];
        int itsSource = sortedSource[row];
        double itsArrival = sortedArrival[row];
        int itsSite = sortedSite[row];
        int hole = row;
        for (; hole > 0 && sortedArrival[hole - 1] > itsArrival; hole--) {
            sortedStart[hole] = sortedStart[hole - 1];
            sortedKey[hole] = sortedKey[hole - 1];
            sortedSource[hole] = sortedSource[hole - 1];
            sortedArrival[hole] = sortedArrival[hole - 1];
            sortedSite[hole] = sortedSite[hole - 1];
        }
        sortedStart[hole] = itsStart;
        sortedKey[hole] = itsKey;
        sortedSource[hole] = itsSource;
        sortedArrival[hole] = itsArrival;
        sortedSite[hole] = itsSite;
    }

    private void removeDue(int due) {
        if (due == 0) {
            return;
        }
        int next = 0;
        int kept = rows[0];
        for (int row = rows[0]; row < size; row++) {
            if (next < due && rows[next] == row) {
                next++;
            } else {
                start[kept] = start[row];
                key[kept] = key[row];
                source[kept] = source[row];
                arrival[kept] = arrival[row];
                site[kept] = site[row];
                kept++;
            }
        }
        size = kept;
    }
}
