package dev.multisite.report.charts;

import java.util.List;
import java.util.Optional;

import org.jfree.chart.JFreeChart;

import dev.multisite.report.results.Estimate;
import dev.multisite.report.results.ExposureRow;
import dev.multisite.report.results.Text;
import dev.multisite.report.theme.Marks;

/** What crosses borders, by type. */
final class Movements {

    private static final List<String> METRICS = List.of(
            "cross-border-direct-collection",
            "cross-border-transfer",
            "cross-border-replication",
            "cross-border-backup",
            "cross-border-transit");
    private static final String PER_DAY = "movements-per-day";

    private Movements() {}

    static Optional<Chart> of(Source source) {
        List<String> shown = METRICS.stream()
                .filter(metric -> source.architectures().stream()
                        .anyMatch(name ->
                                source.results().figure(name, metric, "").mean() > 0))
                .toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = source.architectures();
        DotRows rows = new DotRows(shown.stream().map(Movements::label).toList(), names.size());
        for (int row = 0; row < shown.size(); row++) {
            for (int slot = 0; slot < names.size(); slot++) {
                Estimate value = source.results().figure(names.get(slot), shown.get(row), "");
                if (value.mean() > 0) {
                    rows.dot(
                            row,
                            slot,
                            value,
                            source.colour(names.get(slot)),
                            Marks.shape(source.index(names.get(slot)), 8.5));
                }
            }
        }
        JFreeChart chart = rows.draw(Axes.log("per day, log scale", "", rows.values()));
        return Optional.of(new Chart(
                "cross-border-movements",
                "What crosses borders, and how often?",
                Words.capital(Words.metric("cross-border-transfers")) + " a day: "
                        + Words.each(source, "cross-border-transfers", "").replace("\u00A01/d", "") + ".",
                "Requests that carry people's records to a home in another country, and records that sites copy to or move to"
                        + " another country, a day on average. What staff abroad can read has no rate; the table lists it in"
                        + " record-years.",
                source.keys(),
                List.of(new Chart.Panel("", rows.height(), chart::draw)),
                1,
                data(source)));
    }

    private static String label(String metric) {
        return switch (metric.substring("cross-border-".length())) {
            case "direct-collection" -> "straight from devices";
            case "transfer" -> "moved by a migration";
            case "replication" -> "copied to replicas";
            case "backup" -> "copied to backups";
            default -> "on the way through";
        };
    }

    private static DataTable data(Source source) {
        DataTable.Builder table = new DataTable.Builder("Architecture", "What", "Route", "Grounds", "Unit", "Figure");
        source.results().exposure().stream()
                .filter(row -> row.country().isEmpty()
                        && (row.metric().equals(PER_DAY) || row.metric().equals("readable-record-years")))
                .limit(600)
                .forEach(row -> {
                    String[] words = parts(row);
                    table.row(
                            DataTable.Cell.of(row.architecture()),
                            DataTable.Cell.of(words[0].replace('-', ' ')),
                            DataTable.Cell.of(words[1].replace(">", " to ")),
                            DataTable.Cell.of(words[2].equals("-") ? "none stated" : words[2].replace("+", ", ")),
                            DataTable.Cell.of(row.metric().equals(PER_DAY) ? "per day" : "record-years"),
                            DataTable.Cell.of(row.value(), row.unit()));
                });
        return table.build();
    }

    /** Type, route and grounds. */
    private static String[] parts(ExposureRow row) {
        String[] words = row.verdict().split(" ", 3);
        return new String[] {
            words[0], words.length > 1 ? words[1] : "", Text.shorten(words.length > 2 ? words[2] : "-", 60)
        };
    }
}
