package dev.multisite.statistics;

/**
 * Count, mean and standard deviation of observations.
 *
 * @param count observations that are not NaN
 * @param mean their mean, NaN if there is none
 * @param standardDeviation of the sample (divisor n - 1), NaN below two observations
 */
public record Moments(int count, double mean, double standardDeviation) {
    /** Returns the moments of {@code values} without its NaN (two passes, so that nearly equal values lose no digits). */
    public static Moments of(double[] values) {
        int count = 0;
        double sum = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                count++;
                sum += value;
            }
        }
        if (count == 0) {
            return new Moments(0, Double.NaN, Double.NaN);
        }
        double mean = sum / count;
        double squares = 0;
        double rest = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                squares += (value - mean) * (value - mean);
                rest += value - mean;
            }
        }
        double variance = count > 1 ? Math.max(0, (squares - rest * rest / count) / (count - 1)) : Double.NaN;
        return new Moments(count, mean + rest / count, Math.sqrt(variance));
    }

    /** Returns the standard error of the mean. */
    public double standardError() {
        return standardDeviation / Math.sqrt(count);
    }
}
