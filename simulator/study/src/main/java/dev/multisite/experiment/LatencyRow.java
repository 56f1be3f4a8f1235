package dev.multisite.experiment;

/**
 * One point of the quantile function of the pooled requests.
 *
 * @param country population; empty: all
 * @param quantile share of the requests, 0 to 1
 * @param latencyMillis response time that this share does not exceed
 */
public record LatencyRow(String architecture, String country, double quantile, double latencyMillis) {}
