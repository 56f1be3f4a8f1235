package dev.multisite.experiment;

/**
 * Records of one bin by law or by foreign state, over the replications.
 *
 * @param binStartSeconds start of the bin, simulation time
 * @param law empty for reach
 * @param state empty for laws
 * @param basis empty for laws
 * @param p05 5th percentile of the replications
 * @param p95 95th percentile of the replications
 */
public record ExposureTimelineRow(
        String architecture,
        double binStartSeconds,
        String law,
        String state,
        String basis,
        String metric,
        String unit,
        double mean,
        double p05,
        double p95) {}
