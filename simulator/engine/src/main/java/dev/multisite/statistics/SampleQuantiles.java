package dev.multisite.statistics;

/** Quantiles of a few values, such as one per replication. */
public final class SampleQuantiles {
    private SampleQuantiles() {}

    /**
     * Returns quantile {@code p}, interpolated between the two nearest values (type 7 of Hyndman and Fan 1996, the
     * default of R and NumPy); NaN if there is no value.
     *
     * @param sorted values in ascending order, without NaN
     */
    public static double ofSorted(double[] sorted, double p) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double position = p * (sorted.length - 1);
        int below = Math.min((int) position, sorted.length - 1);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
