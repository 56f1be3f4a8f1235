package dev.multisite.report.results;

/**
 * A figure with its interval.
 *
 * @param mean best estimate, NaN if there is none
 * @param low lower end of the interval, NaN if there is no interval
 * @param high upper end of the interval, NaN if there is no interval
 */
public record Estimate(double mean, double low, double high) {

    /** No figure at all. */
    public static final Estimate NONE = new Estimate(Double.NaN, Double.NaN, Double.NaN);

    public boolean isPresent() {
        return Double.isFinite(mean);
    }

    public boolean hasInterval() {
        return Double.isFinite(low) && Double.isFinite(high);
    }

    /** Returns half the width of the interval; NaN without one. */
    public double halfWidth() {
        return (high - low) / 2;
    }

    public double lowOrMean() {
        return hasInterval() ? low : mean;
    }

    public double highOrMean() {
        return hasInterval() ? high : mean;
    }

    public Estimate times(double factor) {
        return factor < 0
                ? new Estimate(mean * factor, high * factor, low * factor)
                : new Estimate(mean * factor, low * factor, high * factor);
    }
}
