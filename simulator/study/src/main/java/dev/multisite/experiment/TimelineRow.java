package dev.multisite.experiment;

/**
 * One figure of one bin over the replications.
 *
 * @param binStartSeconds start of the bin, simulation time
 * @param p05 5th percentile of the replications
 * @param p95 95th percentile of the replications
 */
public record TimelineRow(
        String architecture,
        double binStartSeconds,
        String country,
        String site,
        String metric,
        String unit,
        double mean,
        double p05,
        double p95) {}
