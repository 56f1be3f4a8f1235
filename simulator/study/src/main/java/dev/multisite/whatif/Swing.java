package dev.multisite.whatif;

import dev.multisite.statistics.Estimate;

/**
 * The largest difference between two values of an axis.
 *
 * @param from value with the lowest mean
 * @param to value with the highest mean
 */
record Swing(String from, String to, Estimate value) {
    private static final double ERROR = 0.05;

    /**
     * Returns the level of an interval for the largest of all differences between {@code values} values: 95 % for all of
     * them at once (Bonferroni), since the largest was picked after looking.
     */
    static double confidence(int values) {
        return 1 - ERROR / Math.max(1, values * (values - 1) / 2);
    }
}
