package dev.multisite.report.results;

import java.time.Instant;

/**
 * A row of {@code exposure-timeline.csv}: records in the middle of a bin, by law or by the state that can read them.
 *
 * @param law empty for reach
 * @param state empty for laws
 * @param band mean, with the 5th and 95th percentile of the replications as its ends
 */
public record ExposureTimelineRow(
        String architecture, Instant time, String law, String state, String metric, Estimate band) {

    static ExposureTimelineRow read(Table.Row row) {
        return new ExposureTimelineRow(
                row.text("architecture"),
                row.instant("time"),
                row.text("law"),
                row.text("state"),
                row.text("metric"),
                new Estimate(row.number("mean"), row.number("p05"), row.number("p95")));
    }
}
