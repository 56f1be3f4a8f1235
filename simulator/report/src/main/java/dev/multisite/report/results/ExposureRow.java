package dev.multisite.report.results;

/** A row of {@code exposure.csv}; empty text means all. */
public record ExposureRow(
        String architecture,
        String law,
        String version,
        String country,
        String dataClass,
        String verdict,
        String metric,
        String unit,
        Estimate value,
        String review) {

    static ExposureRow read(Table.Row row) {
        return new ExposureRow(
                row.text("architecture"),
                row.text("law"),
                row.text("version"),
                row.text("country"),
                row.text("data-class"),
                row.text("verdict"),
                row.text("metric"),
                row.text("unit"),
                new Estimate(row.number("mean"), row.number("ci-low"), row.number("ci-high")),
                row.text("review"));
    }
}
