package dev.multisite.world;

import java.util.Arrays;

/**
 * Disjoint half-open intervals [from, until) of simulation seconds in ascending order, e.g. the outages of a site. The
 * last {@code until} may be infinite.
 */
public final class Intervals {

    public static final Intervals NONE = new Intervals(new double[0], new double[0]);

    private final double[] from;
    private final double[] until;

    /** @throws IllegalArgumentException if an interval is empty, or the intervals overlap or are out of order */
    public Intervals(double[] from, double[] until) {
        if (from.length != until.length) {
            throw new IllegalArgumentException(from.length + " starts but " + until.length + " ends");
        }
        for (int i = 0; i < from.length; i++) {
            if (!(from[i] < until[i]) || (i > 0 && from[i] < until[i - 1])) {
                throw new IllegalArgumentException(
                        "interval " + i + " [" + from[i] + ", " + until[i] + ") is empty or out of order");
            }
        }
        this.from = from.clone();
        this.until = until.clone();
    }

    public int size() {
        return from.length;
    }

    public double from(int i) {
        return from[i];
    }

    public double until(int i) {
        return until[i];
    }

    /** Returns whether {@code time} lies in one of the intervals. */
    public boolean contains(double time) {
        int i = indexAtOrBefore(time);
        return i >= 0 && time < until[i];
    }

    /** Returns the index of the last interval that starts at or before {@code time}, or -1. */
    public int indexAtOrBefore(double time) {
        int at = Arrays.binarySearch(from, time);
        return at >= 0 ? at : -at - 2;
    }

    /** Returns the time covered between {@code start} and {@code end}, seconds. */
    public double coveredSeconds(double start, double end) {
        double sum = 0;
        for (int i = Math.max(0, indexAtOrBefore(start)); i < from.length && from[i] < end; i++) {
            sum += Math.max(0, Math.min(end, until[i]) - Math.max(start, from[i]));
        }
        return sum;
    }

    /** Returns the union of both, with touching intervals joined. */
    public Intervals union(Intervals other) {
        int n = from.length + other.from.length;
        double[] start = new double[n];
        double[] end = new double[n];
        int a = 0;
        int b = 0;
        int count = 0;
        while (a < from.length || b < other.from.length) {
            boolean mine = b == other.from.length || (a < from.length && from[a] <= other.from[b]);
            double nextFrom = mine ? from[a] : other.from[b];
            double nextUntil = mine ? until[a++] : other.until[b++];
            if (count > 0 && nextFrom <= end[count - 1]) {
                end[count - 1] = Math.max(end[count - 1], nextUntil);
            } else {
                start[count] = nextFrom;
                end[count++] = nextUntil;
            }
        }
        return new Intervals(Arrays.copyOf(start, count), Arrays.copyOf(end, count));
    }

    /** Returns what lies between the intervals from {@code start} to {@code end}. */
    public Intervals complement(double start, double end) {
        double[] gapFrom = new double[from.length + 1];
        double[] gapUntil = new double[from.length + 1];
        int count = 0;
        double at = start;
        for (int i = 0; i < from.length && at < end; i++) {
            if (from[i] > at) {
                gapFrom[count] = at;
                gapUntil[count++] = Math.min(from[i], end);
            }
            at = Math.max(at, until[i]);
        }
        if (at < end) {
            gapFrom[count] = at;
            gapUntil[count++] = end;
        }
        return new Intervals(Arrays.copyOf(gapFrom, count), Arrays.copyOf(gapUntil, count));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Intervals that && Arrays.equals(from, that.from) && Arrays.equals(until, that.until);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(from) + Arrays.hashCode(until);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < from.length; i++) {
            text.append('[').append(from[i]).append(", ").append(until[i]).append(") ");
        }
        return text.toString().strip();
    }
}
