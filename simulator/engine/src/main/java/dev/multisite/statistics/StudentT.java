package dev.multisite.statistics;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * Student-t intervals of means over independent observations, one per replication or batch. NaN marks a replication that
 * has nothing to say; it is left out. Fewer than two observations give no interval.
 *
 * <p>Source: Law, Simulation Modeling and Analysis, chapters 4, 9 and 10.
 */
public final class StudentT {
    private StudentT() {}

    /**
     * Returns the two-sided quantile: a t variable lies within plus or minus this value with probability {@code
     * confidence}.
     *
     * @param degreesOfFreedom above 0
     */
    public static double quantile(double confidence, double degreesOfFreedom) {
        // math3 refuses a null generator only in sampling, which is not used here.
        return new TDistribution(null, degreesOfFreedom).inverseCumulativeProbability(0.5 + confidence / 2);
    }

    /** Returns the mean of {@code values} with its interval. */
    public static Estimate mean(double[] values, double confidence) {
        Moments moments = Moments.of(values);
        if (moments.count() == 0) {
            return Estimate.none();
        }
        if (moments.count() == 1) {
            return Estimate.withoutInterval(moments.mean(), 1);
        }
        double halfWidth = quantile(confidence, moments.count() - 1.0) * moments.standardError();
        return Estimate.symmetric(moments.mean(), halfWidth, moments.count());
    }

    /** Returns the mean of {@code a[i] - b[i]}, paired by replication, with its interval. */
    public static Estimate pairedDifference(double[] a, double[] b, double confidence) {
        return mean(differences(a, b), confidence);
    }

    /** Returns the difference of the means of two independent samples with Welch's interval. */
    public static Estimate welchDifference(double[] a, double[] b, double confidence) {
        Moments first = Moments.of(a);
        Moments second = Moments.of(b);
        if (first.count() < 2 || second.count() < 2) {
            return Estimate.withoutInterval(first.mean() - second.mean(), Math.min(first.count(), second.count()));
        }
        double halfWidth = 0;
        double u = first.standardError() * first.standardError();
        double v = second.standardError() * second.standardError();
        if (u + v > 0) {
            halfWidth = quantile(confidence, welchDegreesOfFreedom(first, second)) * Math.sqrt(u + v);
        }
        return Estimate.symmetric(first.mean() - second.mean(), halfWidth, first.count() + second.count());
    }

    /** Returns the degrees of freedom of Welch's interval (Welch-Satterthwaite). */
    static double welchDegreesOfFreedom(Moments a, Moments b) {
        double u = a.standardError() * a.standardError();
        double v = b.standardError() * b.standardError();
        return (u + v) * (u + v) / (u * u / (a.count() - 1) + v * v / (b.count() - 1));
    }

    /**
     * Returns mean(a) / mean(b), paired by replication, with the interval of the delta method. NaN where mean(b) is 0.
     */
    public static Estimate ratioOfMeans(double[] a, double[] b, double confidence) {
        double[] difference = differences(a, b);
        Moments ma = Moments.of(where(a, difference));
        Moments mb = Moments.of(where(b, difference));
        if (ma.count() == 0 || mb.mean() == 0) {
            return Estimate.none();
        }
        double ratio = ma.mean() / mb.mean();
        if (ma.count() == 1) {
            return Estimate.withoutInterval(ratio, 1);
        }
        double[] residuals = new double[difference.length];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = (a[i] - ratio * b[i]) / mb.mean();
        }
        double halfWidth =
                quantile(confidence, ma.count() - 1.0) * Moments.of(residuals).standardError();
        return Estimate.symmetric(ratio, halfWidth, ma.count());
    }

    private static double[] differences(double[] a, double[] b) {
        double[] difference = new double[Math.min(a.length, b.length)];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    private static double[] where(double[] values, double[] defined) {
        double[] kept = new double[defined.length];
        for (int i = 0; i < defined.length; i++) {
            kept[i] = Double.isNaN(defined[i]) ? Double.NaN : values[i];
        }
        return kept;
    }
}
