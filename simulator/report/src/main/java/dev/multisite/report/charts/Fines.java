package dev.multisite.report.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jfree.chart.JFreeChart;

import dev.multisite.report.results.Estimate;
import dev.multisite.report.theme.Marks;

/** What breaking laws may cost, and who else can reach the records. */
final class Fines {

    private static final List<String> METRICS =
            List.of("fines-expected", "fines-p95", "fine-probability", "foreign-reach");

    private Fines() {}

    static Optional<Chart> of(Source source) {
        List<Chart.Panel> panels = new ArrayList<>();
        METRICS.forEach(metric -> panel(source, metric).ifPresent(panels::add));
        if (panels.isEmpty()) {
            return Optional.empty();
        }
        String fines = Words.each(source, "fines-expected", "");
        return Optional.of(new Chart(
                "fines-and-reach",
                "What could the exposure cost, and who can reach the data?",
                fines.isEmpty() ? "" : "Expected fines: " + fines + ".",
                "Fines of the whole period: their mean, the sum that 95 of 100 courses of enforcement stay below, and the"
                        + " share of courses with any fine. Reach: the share of records in clear that a state other than"
                        + " the people's own can compel.",
                source.keys(),
                panels,
                Math.min(2, panels.size()),
                data(source)));
    }

    private static Optional<Chart.Panel> panel(Source source, String metric) {
        List<String> names = source.architectures();
        DotRows rows = new DotRows(names.stream().map(Source::shortName).toList(), 1);
        for (int row = 0; row < names.size(); row++) {
            Estimate value = source.results().figure(names.get(row), metric, "");
            rows.dot(row, 0, value, source.colour(names.get(row)), Marks.shape(source.index(names.get(row)), 9));
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        JFreeChart chart = rows.draw(Axes.linear("", source.results().unit(metric), rows.values()));
        String unit = source.results().unit(metric);
        return Optional.of(new Chart.Panel(Axes.titled(Words.metric(metric), unit), rows.height(), chart::draw));
    }

    private static DataTable data(Source source) {
        DataTable.Builder table = new DataTable.Builder("Architecture", "Metric", "Figure");
        for (String metric : METRICS) {
            for (String name : source.architectures()) {
                table.row(
                        DataTable.Cell.of(name),
                        DataTable.Cell.of(Words.metric(metric)),
                        DataTable.Cell.of(
                                source.results().figure(name, metric, ""),
                                source.results().unit(metric)));
            }
        }
        return table.build();
    }
}
