package dev.multisite.experiment;

import dev.multisite.scenario.ObjectiveSpec;
import dev.multisite.statistics.Estimate;

/**
 * How an architecture keeps an objective.
 *
 * @param population population it was judged for; empty: all
 * @param estimate the figure
 * @param probability probability that a replication of the period keeps the limit, with its exact interval
 */
public record ObjectiveRow(
        String architecture,
        ObjectiveSpec objective,
        String population,
        String unit,
        Estimate estimate,
        Estimate probability,
        Met met) {
    /** Whether the limit is kept. */
    public enum Met {
        /** The whole interval lies on the good side. */
        YES,
        /** The whole interval lies on the bad side. */
        NO,
        /** The interval holds the limit, or there is none. */
        UNCERTAIN;

        /** Returns the name used in results files. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
