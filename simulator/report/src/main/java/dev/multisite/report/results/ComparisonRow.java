package dev.multisite.report.results;

/**
 * A row of {@code comparison.csv}: an architecture against the baseline on common random numbers.
 *
 * @param difference architecture minus baseline, with its paired interval
 * @param ratio architecture over baseline, NaN if there is none
 * @param pBetter share of replications in which the architecture is better, NaN if there is none
 */
public record ComparisonRow(
        String architecture,
        String baseline,
        String country,
        String service,
        String metric,
        String unit,
        Estimate difference,
        double ratio,
        double pBetter) {

    static ComparisonRow read(Table.Row row) {
        return new ComparisonRow(
                row.text("architecture"),
                row.text("baseline"),
                row.text("country"),
                row.text("service"),
                row.text("metric"),
                row.text("unit"),
                new Estimate(row.number("difference"), row.number("ci-low"), row.number("ci-high")),
                row.number("ratio"),
                row.number("p-better"));
    }

    /** Reads a row of {@code pairs.csv}: the plan against another alternative than the baseline. */
    static ComparisonRow readPair(Table.Row row) {
        return new ComparisonRow(
                row.text("architecture"),
                row.text("other"),
                row.text("country"),
                "",
                row.text("metric"),
                row.text("unit"),
                new Estimate(row.number("difference"), row.number("ci-low"), row.number("ci-high")),
                row.number("ratio"),
                row.number("p-better"));
    }
}
