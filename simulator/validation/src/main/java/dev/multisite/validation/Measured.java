package dev.multisite.validation;

import dev.multisite.statistics.StudentT;
import dev.multisite.validation.ExactCase.Expectation;

/**
 * What the program found for an expectation.
 *
 * @param estimate the estimate, of the complement where the expectation is about it
 * @param low lower end of its 95 % interval
 * @param high upper end
 * @param replications replications behind it
 */
public record Measured(Expectation expectation, double estimate, double low, double high, int replications) {

    /**
     * An exact value this many half-widths away is on the edge of a 99.9 % interval (3.29 / 1.96): a right program leaves
     * it with one figure of a thousand.
     */
    public static final double USUAL_HALF_WIDTHS = 1.68;

    /** Probability that a right program, given new seeds, fails any figure of the suite. */
    public static final double JOINT_FALSE_ALARM = 1e-6;

    /** Sections of which the intervals of percentiles are made, at most. */
    private static final int SECTIONS = 40;

    private static final double HISTOGRAM_RESOLUTION = 1e-3;
    private static final double ROUNDING = 1e-9;

    public double halfWidth() {
        return (high - low) / 2;
    }

    /**
     * Returns how far the exact value lies from the estimate, in half-widths; what a figure is rounded to counts as its
     * half-width at least.
     */
    public double deviation() {
        double resolution = isPercentile() ? HISTOGRAM_RESOLUTION : ROUNDING;
        double allowance = Math.max(halfWidth(), resolution * Math.abs(expectation.exact()) / USUAL_HALF_WIDTHS);
        return Math.abs(estimate - expectation.exact()) / allowance;
    }

    private boolean isPercentile() {
        return expectation.figure().metric().matches("(latency|wait)-p[0-9.]+");
    }

    /** Returns whether the interval is narrow enough to prove anything. */
    public boolean narrow() {
        return halfWidth() <= expectation.maxRelativeHalfWidth() * Math.abs(expectation.exact());
    }

    /** Returns whether the exact value lies in the 99.9 % interval. */
    public boolean usual() {
        return deviation() <= USUAL_HALF_WIDTHS;
    }

    /**
     * Returns whether the interval is narrow and the exact value no further away than chance can explain in a suite of
     * {@code figures} figures (Bonferroni).
     */
    public boolean passes(int figures) {
        return narrow() && deviation() <= allowedHalfWidths(figures);
    }

    private double allowedHalfWidths(int figures) {
        int freedom = Math.max(1, (isPercentile() ? Math.min(SECTIONS, replications) : replications) - 1);
        return StudentT.quantile(1 - JOINT_FALSE_ALARM / figures, freedom) / StudentT.quantile(0.95, freedom);
    }
}
