package dev.multisite.statistics;

import java.io.Serializable;

/**
 * An estimate with its confidence interval.
 *
 * @param value point estimate; NaN if there is nothing to estimate from
 * @param low lower end of the interval; NaN if there is no interval
 * @param high upper end of the interval; NaN if there is no interval
 * @param observations independent observations behind it: replications, batches or sections, never requests
 */
public record Estimate(double value, double low, double high, int observations) implements Serializable {
    /** Returns an estimate of nothing. */
    public static Estimate none() {
        return new Estimate(Double.NaN, Double.NaN, Double.NaN, 0);
    }

    /** Returns an estimate without an interval, as a single replication gives it. */
    public static Estimate withoutInterval(double value, int observations) {
        return new Estimate(value, Double.NaN, Double.NaN, observations);
    }

    /** Returns the interval {@code value ± halfWidth}. */
    public static Estimate symmetric(double value, double halfWidth, int observations) {
        return new Estimate(value, value - halfWidth, value + halfWidth, observations);
    }

    /** Returns half the length of the interval, NaN if there is none. */
    public double halfWidth() {
        return (high - low) / 2;
    }

    /** Returns whether there is an interval. */
    public boolean hasInterval() {
        return !Double.isNaN(low) && !Double.isNaN(high);
    }

    /** Returns whether the interval exists and leaves out {@code other}: the two can be told apart. */
    public boolean excludes(double other) {
        return low > other || high < other;
    }

    /** Returns this estimate in another unit. */
    public Estimate times(double factor) {
        double a = low * factor;
        double b = high * factor;
        return new Estimate(value * factor, Math.min(a, b), Math.max(a, b), observations);
    }
}
