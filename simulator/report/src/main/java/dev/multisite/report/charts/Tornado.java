package dev.multisite.report.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jfree.chart.JFreeChart;

import dev.multisite.report.results.SensitivityRow;
import dev.multisite.report.results.Text;
import dev.multisite.report.theme.Marks;
import dev.multisite.report.theme.Numbers;
import dev.multisite.report.theme.Palette;

/** Which input of a sweep moves which figure most: a panel per figure, the strongest axis on top. */
public final class Tornado {

    private static final int MOST_ROWS = 10;
    private static final int LABEL = 44;

    private final Map<String, List<SensitivityRow>> byMetric = new LinkedHashMap<>();
    private final List<String> architectures;

    private Tornado(List<SensitivityRow> effects) {
        this.architectures =
                effects.stream().map(SensitivityRow::architecture).distinct().toList();
        for (SensitivityRow row : effects) {
            byMetric.computeIfAbsent(row.metric(), fresh -> new ArrayList<>()).add(row);
        }
        byMetric.values()
                .forEach(rows -> rows.sort(Comparator.comparingDouble(
                        (SensitivityRow row) -> -row.value().mean())));
    }

    /** Returns the chart; nothing if no figure moves. */
    public static Optional<Chart> of(List<SensitivityRow> rows) {
        List<SensitivityRow> effects = rows.stream()
                .filter(row -> row.kind().equals("effect") && row.value().mean() > 0)
                .toList();
        return effects.isEmpty() ? Optional.empty() : Optional.of(new Tornado(effects).chart());
    }

    private Chart chart() {
        List<Chart.Panel> panels = new ArrayList<>();
        byMetric.forEach((metric, rows) -> panels.add(panel(metric, rows)));
        List<Key> keys = architectures.stream()
                .map(name -> new Key(Source.shortName(name), colour(name), Marks.shape(index(name), 10)))
                .toList();
        return new Chart(
                "sensitivity",
                "Which input moves which figure?",
                answer(),
                "Bars are the difference between the highest and the lowest mean along each axis, with its interval; the"
                        + " strongest are on top.",
                keys,
                panels,
                1,
                data());
    }

    private Chart.Panel panel(String metric, List<SensitivityRow> rows) {
        List<SensitivityRow> shown = rows.subList(0, Math.min(MOST_ROWS, rows.size()));
        DotRows dots = new DotRows(shown.stream().map(Tornado::label).toList(), 1);
        for (int i = 0; i < shown.size(); i++) {
            SensitivityRow row = shown.get(i);
            dots.span(i, 0, 0, row.value().mean(), colour(row.architecture()));
            dots.dot(i, 0, row.value(), colour(row.architecture()), Marks.shape(index(row.architecture()), 9));
        }
        JFreeChart chart = dots.draw(Axes.linear("", rows.get(0).unit(), dots.values()));
        return new Chart.Panel(Words.capital(Words.metric(metric)), dots.height(), chart::draw);
    }

    private static String label(SensitivityRow row) {
        String ends = row.from().isEmpty() ? "" : ": " + row.from() + " to " + row.to();
        return Text.shorten(row.axis() + ends, LABEL);
    }

    private java.awt.Color colour(String architecture) {
        return Palette.series(index(architecture));
    }

    private int index(String architecture) {
        return architectures.indexOf(architecture);
    }

    private String answer() {
        Map.Entry<String, List<SensitivityRow>> first =
                byMetric.entrySet().iterator().next();
        SensitivityRow top = first.getValue().get(0);
        return Words.capital(Words.metric(top.metric())) + " depends most on " + Text.shorten(top.axis(), LABEL) + ": "
                + Numbers.mean(top.value(), top.unit()) + " along it, for " + Source.shortName(top.architecture())
                + ".";
    }

    private DataTable data() {
        DataTable.Builder table = new DataTable.Builder("Figure", "Axis", "From", "To", "Architecture", "Difference");
        byMetric.forEach((metric, rows) -> rows.forEach(row -> table.row(
                DataTable.Cell.of(Words.metric(metric)),
                DataTable.Cell.of(row.axis()),
                DataTable.Cell.of(row.from()),
                DataTable.Cell.of(row.to()),
                DataTable.Cell.of(row.architecture()),
                DataTable.Cell.of(row.value(), row.unit()))));
        return table.build();
    }
}
