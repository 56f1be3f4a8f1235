package dev.multisite.validation;

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
     * An exact value may lie this many half-widths away: 1.68 half-widths of a 95 % interval are about a 99.9 % interval,
     * so a right program fails a figure once in a thousand seeds. The seeds are fixed.
     */
    public static final double ALLOWED_HALF_WIDTHS = 1.68;

    /** Intervals narrower than this are the rounding of a figure that does not vary. */
    private static final double RELATIVE_ROUNDING = 1e-3;

    public double halfWidth() {
        return (high - low) / 2;
    }

    /** Returns how far the exact value lies from the estimate, in half-widths. */
    public double deviation() {
        double allowance =
                Math.max(halfWidth(), RELATIVE_ROUNDING * Math.abs(expectation.exact()) / ALLOWED_HALF_WIDTHS);
        return Math.abs(estimate - expectation.exact()) / allowance;
    }

    /** Returns whether the interval is narrow enough to prove anything. */
    public boolean narrow() {
        return halfWidth() <= expectation.maxRelativeHalfWidth() * Math.abs(expectation.exact());
    }

    /** Returns whether both parts of the rule hold. */
    public boolean passes() {
        return narrow() && deviation() <= ALLOWED_HALF_WIDTHS;
    }
}
