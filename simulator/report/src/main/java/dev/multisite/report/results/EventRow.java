package dev.multisite.report.results;

import java.time.Instant;

/** A row of {@code events.csv}: something that happened in the first replication. */
public record EventRow(String architecture, Instant time, String kind, String subject, String detail) {

    static EventRow read(Table.Row row) {
        return new EventRow(
                row.text("architecture"),
                row.instant("time"),
                row.text("kind"),
                row.text("subject"),
                row.text("detail"));
    }
}
