package dev.multisite.report.results;

/** A row of {@code fines.csv}; an empty law means all together. */
public record FineRow(String architecture, String law, String metric, double value, double standardError) {

    static FineRow read(Table.Row row) {
        return new FineRow(
                row.text("architecture"),
                row.text("law"),
                row.text("metric"),
                row.number("mean"),
                row.number("standard-error"));
    }
}
