package dev.multisite.report.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jfree.chart.JFreeChart;

import dev.multisite.report.results.Estimate;
import dev.multisite.report.results.ResultsFolder;
import dev.multisite.report.theme.Marks;

/** Percentiles per country and architecture. */
final class LatencyByCountry {

    private LatencyByCountry() {}

    static Optional<Chart> of(Source source) {
        List<String> countries = source.countryRows();
        List<String> names = source.architectures();
        DotRows rows = new DotRows(countries.stream().map(source::rowLabel).toList(), names.size());
        for (int row = 0; row < countries.size(); row++) {
            for (int slot = 0; slot < names.size(); slot++) {
                add(source, rows, row, slot, countries.get(row));
            }
        }
        boolean shownAsCurve =
                source.countries().size() < 2 && !source.results().quantiles().isEmpty();
        if (rows.isEmpty() || shownAsCurve) {
            return Optional.empty();
        }
        String title = "response time: bar from median to p99, dot p95";
        JFreeChart chart = rows.draw(
                Axes.spread(rows.values())
                        ? Axes.log(title, "ms", rows.values())
                        : Axes.linear(title, "ms", rows.values()));
        return Optional.of(new Chart(
                "latency-by-country",
                source.countries().size() == 1
                        ? "How long " + source.whoWaits(source.countries().get(0)) + " wait?"
                        : "How long do people wait, country by country?",
                answer(source),
                "Dots are the time within which 95 of 100 answered requests are back, whiskers its "
                        + source.certainty()
                        + " (no whisker is seen where the interval is narrower than the dot)"
                        + "; the pale bar reaches from the median to the 99th percentile." + source.omission(),
                source.keys(),
                List.of(new Chart.Panel("", rows.height(), chart::draw)),
                1,
                data(source)));
    }

    private static void add(Source source, DotRows rows, int row, int slot, String country) {
        ResultsFolder results = source.results();
        String name = source.architectures().get(slot);
        Estimate p99 = results.figure(name, "latency-p99", country);
        Estimate median = results.figure(name, "latency-p50", country);
        rows.span(row, slot, median.mean(), p99.mean(), source.colour(name));
        rows.dot(
                row,
                slot,
                results.figure(name, "latency-p95", country),
                source.colour(name),
                Marks.shape(source.index(name), 8.5));
    }

    private static String answer(Source source) {
        String country = source.tellingCountry();
        String where = country.isEmpty() ? "" : " in " + source.shortLabel(country);
        String each = Words.each(source, "latency-p95", country);
        return each.isEmpty() ? "" : "95 of 100 requests" + where + " are answered within: " + each + ".";
    }

    private static DataTable data(Source source) {
        DataTable.Builder table = new DataTable.Builder("Country", "Architecture", "Median", "p95", "p99", "p99.9");
        List<String> countries = new ArrayList<>(List.of(""));
        countries.addAll(source.countries());
        for (String country : countries) {
            for (String name : source.architectures()) {
                table.row(
                        DataTable.Cell.of(
                                country.isEmpty() ? "All" : source.results().label(country)),
                        DataTable.Cell.of(name),
                        cell(source, name, "latency-p50", country),
                        cell(source, name, "latency-p95", country),
                        cell(source, name, "latency-p99", country),
                        cell(source, name, "latency-p99.9", country));
            }
        }
        return table.build();
    }

    private static DataTable.Cell cell(Source source, String architecture, String metric, String country) {
        return DataTable.Cell.of(source.results().figure(architecture, metric, country), "ms");
    }
}
