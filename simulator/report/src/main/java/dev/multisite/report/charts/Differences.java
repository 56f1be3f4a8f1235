package dev.multisite.report.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jfree.chart.JFreeChart;

import dev.multisite.report.results.ComparisonRow;
import dev.multisite.report.results.Estimate;
import dev.multisite.report.theme.Marks;
import dev.multisite.report.theme.Numbers;
import dev.multisite.report.theme.Theme;

/** Differences to the baseline with their paired intervals: a forest plot. */
final class Differences {

    private static final List<String> BY_COUNTRY = List.of("latency-p95", "failure-rate");
    private static final List<String> OVERALL = List.of("cost", "availability", "energy", "carbon");

    private final Source source;
    private final List<String> others;

    private Differences(Source source) {
        this.source = source;
        this.others = source.architectures().stream()
                .filter(name -> !name.equals(source.results().baseline()))
                .toList();
    }

    static Optional<Chart> of(Source source) {
        return new Differences(source).chart();
    }

    private Optional<Chart> chart() {
        List<Chart.Panel> panels = new ArrayList<>();
        BY_COUNTRY.forEach(metric -> panel(metric, source.countryRows()).ifPresent(panels::add));
        List<Chart.Panel> overall = new ArrayList<>();
        OVERALL.forEach(metric -> panel(metric, List.of("")).ifPresent(overall::add));
        panels.addAll(overall);
        if (panels.isEmpty()) {
            return Optional.empty();
        }
        List<Key> keys = source.keys().stream()
                .filter(key ->
                        !key.label().equals(Source.shortName(source.results().baseline())))
                .toList();
        return Optional.of(new Chart(
                "difference-to-baseline",
                "What changes against " + Source.shortName(source.results().baseline()) + "?",
                answer(),
                "Architecture minus baseline, replication by replication on the same outages and the same demand."
                        + " Left of the line is less. An interval that crosses the line means: cannot be told apart."
                        + source.omission(),
                keys,
                panels,
                Math.min(2, panels.size()),
                data()));
    }

    private Optional<Chart.Panel> panel(String metric, List<String> countries) {
        DotRows rows = new DotRows(countries.stream().map(source::rowLabel).toList(), others.size());
        String unit = "";
        for (int row = 0; row < countries.size(); row++) {
            for (int slot = 0; slot < others.size(); slot++) {
                Optional<ComparisonRow> found =
                        source.results().difference(others.get(slot), metric, countries.get(row));
                if (found.isPresent()) {
                    String name = others.get(slot);
                    unit = found.get().unit();
                    rows.dot(
                            row,
                            slot,
                            found.get().difference(),
                            source.colour(name),
                            Marks.shape(source.index(name), 8.5));
                }
            }
        }
        if (rows.values().stream().allMatch(value -> value == 0)) {
            return Optional.empty();
        }
        String title = unit.equals("fraction") ? "percentage points" : unit;
        JFreeChart chart = rows.draw(axis(rows.values(), unit, title));
        return Optional.of(new Chart.Panel(Words.metric(metric), rows.height(), chart::draw));
    }

    private static org.jfree.chart.axis.ValueAxis axis(List<Double> values, String unit, String title) {
        double low = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double bottom = Math.min(0, low);
        double top = Math.max(0, high);
        double room = Math.max((top - bottom) * 0.08, 1e-9);
        boolean fraction = unit.equals("fraction");
        double largest = Math.max(top + room, room - bottom);
        return Theme.linear(
                title,
                bottom - room,
                top + room,
                value ->
                        (value > 0 ? "+" : "") + (fraction ? Numbers.tick(value * 100) : Numbers.tick(value, largest)));
    }

    private String answer() {
        String country = source.tellingCountry();
        return others.stream()
                .flatMap(name -> source.results().difference(name, "latency-p95", country).stream())
                .limit(2)
                .map(row -> Words.capital(Words.sentence(source.results(), row)))
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }

    private DataTable data() {
        DataTable.Builder table =
                new DataTable.Builder("Architecture", "Country", "Metric", "Difference", "Interval", "How sure");
        for (ComparisonRow row : source.results().comparison()) {
            if (row.service().isEmpty()
                    && (BY_COUNTRY.contains(row.metric()) || row.country().isEmpty())) {
                Estimate difference = row.difference();
                table.row(
                        DataTable.Cell.of(row.architecture()),
                        DataTable.Cell.of(
                                row.country().isEmpty()
                                        ? "All"
                                        : source.results().label(row.country())),
                        DataTable.Cell.of(Words.metric(row.metric())),
                        new DataTable.Cell(Words.compactPoints(difference, row.unit()), difference.mean()),
                        DataTable.Cell.of(Numbers.interval(difference, row.unit())),
                        DataTable.Cell.of(Words.certainty(source.results(), row)));
            }
        }
        return table.build();
    }
}
