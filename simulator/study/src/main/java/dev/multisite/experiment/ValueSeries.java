package dev.multisite.experiment;

import java.util.Arrays;

/** One figure by replication; NaN where a replication has nothing to say. */
final class ValueSeries {
    private double[] values = new double[4];
    private int size;
    private double events;

    void set(int replication, double value, double eventsBehind) {
        grow(replication + 1);
        values[replication] = value;
        events += eventsBehind;
    }

    private void grow(int count) {
        if (count > values.length) {
            values = Arrays.copyOf(values, Math.max(count, 2 * values.length));
        }
        while (size < count) {
            values[size++] = Double.NaN;
        }
    }

    double get(int replication) {
        return replication < size ? values[replication] : Double.NaN;
    }

    /** Returns the values of the first {@code count} replications. */
    double[] toArray(int count) {
        double[] array = Arrays.copyOf(values, count);
        if (size < count) {
            Arrays.fill(array, size, count, Double.NaN);
        }
        return array;
    }

    /** Returns the events behind all values, NaN if that makes no sense for one of them. */
    double events() {
        return events;
    }
}
