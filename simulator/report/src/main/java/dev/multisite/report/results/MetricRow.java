package dev.multisite.report.results;

/**
 * A row of {@code metrics.csv}; empty text means all.
 *
 * @param note what the interval rests on where it is no ordinary one, e.g. {@code few-events}
 */
public record MetricRow(
        String architecture,
        String period,
        String country,
        String site,
        String service,
        String metric,
        String unit,
        Estimate value,
        double replications,
        String note) {

    static MetricRow read(Table.Row row) {
        return new MetricRow(
                row.text("architecture"),
                row.text("period"),
                row.text("country"),
                row.text("site"),
                row.text("service"),
                row.text("metric"),
                row.text("unit"),
                new Estimate(row.number("mean"), row.number("ci-low"), row.number("ci-high")),
                row.number("replications"),
                row.text("note"));
    }
}
