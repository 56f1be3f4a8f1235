package dev.multisite.experiment;

import java.util.Set;

/** Which way a metric is better. */
public enum Direction {
    LOWER_IS_BETTER,
    HIGHER_IS_BETTER,
    /** Neither good nor bad in itself. */
    NEUTRAL;

    private static final Set<String> HIGHER =
            Set.of("availability", "site-availability", "quorum-availability", "devices");
    private static final Set<String> NEITHER =
            Set.of("requests", "served-share", "utilisation", "utilisation-peak", "records", "migration-end");

    /** Returns the direction of a metric of the results files. */
    public static Direction of(String metric) {
        if (NEITHER.contains(metric)) {
            return NEUTRAL;
        }
        return HIGHER.contains(metric) ? HIGHER_IS_BETTER : LOWER_IS_BETTER;
    }
}
