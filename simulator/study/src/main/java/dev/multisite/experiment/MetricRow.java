package dev.multisite.experiment;

import dev.multisite.simulation.Slice;
import dev.multisite.statistics.Estimate;

/**
 * One figure of an architecture over its replications.
 *
 * @param estimate mean, or the quantile of the pooled requests, with its interval
 * @param replications replications that had something to say
 * @param events independent events behind it in all replications; NaN where that makes no sense
 */
public record MetricRow(
        String architecture,
        Slice slice,
        String metric,
        String unit,
        Estimate estimate,
        int replications,
        double events,
        Note note) {
    /** What a reader must know about the interval. */
    public enum Note {
        NONE(""),
        /** No event was seen: the interval ends at the bound that excludes a larger value at 95 % confidence. */
        EXACT_BOUND("exact-bound"),
        /** Fewer than 20 events: the interval is the exact one of their number. */
        FEW_EVENTS("few-events"),
        /** Fewer than 100 simulated requests lie beyond the percentile. */
        FEW_REQUESTS("few-requests");

        private final String key;

        Note(String key) {
            this.key = key;
        }

        /** Returns the name used in results files. */
        public String key() {
            return key;
        }
    }
}
