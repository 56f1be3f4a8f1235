package dev.multisite.experiment;

import dev.multisite.statistics.Estimate;

/**
 * One figure of an architecture against the baseline, paired by replication.
 *
 * @param country population; empty: all
 * @param service service; empty: all
 * @param difference architecture minus baseline, with the paired interval
 * @param ratio architecture over baseline, with its interval; NaN where the baseline is 0
 * @param better probability that the architecture is better in a replication; NaN for a metric that is neither good nor bad
 * @param replications pairs behind it
 */
public record ComparisonRow(
        String architecture,
        String baseline,
        String country,
        String service,
        String metric,
        String unit,
        Estimate difference,
        Estimate ratio,
        Estimate better,
        int replications) {}
