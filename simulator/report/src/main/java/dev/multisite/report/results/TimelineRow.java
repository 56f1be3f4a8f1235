package dev.multisite.report.results;

import java.time.Instant;

/**
 * A row of {@code timeline.csv}: one figure of one bin.
 *
 * @param band mean, with the 5th and 95th percentile of the replications as its ends
 */
public record TimelineRow(
        String architecture, Instant time, String country, String site, String metric, String unit, Estimate band) {

    static TimelineRow read(Table.Row row) {
        return new TimelineRow(
                row.text("architecture"),
                row.instant("time"),
                row.text("country"),
                row.text("site"),
                row.text("metric"),
                row.text("unit"),
                new Estimate(row.number("mean"), row.number("p05"), row.number("p95")));
    }
}
