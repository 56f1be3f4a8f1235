package dev.multisite.report.results;

/**
 * A row of {@code fines-distribution.csv}.
 *
 * @param quantile share of the replays with at most that much
 */
public record FineQuantileRow(String architecture, double quantile, double announcedUsd, double collectedUsd) {

    static FineQuantileRow read(Table.Row row) {
        return new FineQuantileRow(
                row.text("architecture"),
                row.number("quantile"),
                row.number("announced-usd"),
                row.number("collected-usd"));
    }
}
