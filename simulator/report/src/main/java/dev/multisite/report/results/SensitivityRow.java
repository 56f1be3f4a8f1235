package dev.multisite.report.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * How far a figure moves along an axis of a sweep.
 *
 * @param kind {@code effect}, {@code first-order} or {@code total}
 * @param from value of the axis where the figure is lowest
 * @param to value of the axis where the figure is highest
 */
public record SensitivityRow(
        String axis,
        String architecture,
        String metric,
        String unit,
        String kind,
        String from,
        String to,
        Estimate value) {

    /** Reads {@code sensitivity.csv} of a sweep folder. */
    public static List<SensitivityRow> read(Path folder) throws IOException {
        return Table.read(
                folder.resolve("sensitivity.csv"),
                row -> new SensitivityRow(
                        row.text("axis"),
                        row.text("architecture"),
                        row.text("metric"),
                        row.text("unit"),
                        row.text("kind"),
                        row.text("from"),
                        row.text("to"),
                        new Estimate(row.number("value"), row.number("ci-low"), row.number("ci-high"))));
    }
}
