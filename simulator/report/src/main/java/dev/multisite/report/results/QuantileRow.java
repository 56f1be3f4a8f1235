package dev.multisite.report.results;

/**
 * A row of {@code latency.csv}: one point of a quantile function of the pooled requests.
 *
 * @param country empty: all
 * @param quantile from 0 to 1
 * @param latencyMillis response time that this share of the requests does not exceed
 */
public record QuantileRow(String architecture, String country, double quantile, double latencyMillis) {

    static QuantileRow read(Table.Row row) {
        return new QuantileRow(
                row.text("architecture"), row.text("country"), row.number("quantile"), row.number("latency-ms"));
    }
}
