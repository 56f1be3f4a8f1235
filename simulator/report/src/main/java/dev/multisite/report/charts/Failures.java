package dev.multisite.report.charts;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;

import dev.multisite.report.results.ComparisonRow;
import dev.multisite.report.results.Estimate;
import dev.multisite.report.results.ResultsFolder;
import dev.multisite.report.theme.Marks;
import dev.multisite.report.theme.Numbers;
import dev.multisite.report.theme.Palette;

/** How often requests fail, and why. */
final class Failures {

    static final List<String> CAUSES = List.of(
            "failures-timeout",
            "failures-rejected",
            "failures-site-down",
            "failures-network",
            "failures-not-permitted");

    private static final String RATE = "failure-rate";

    private Failures() {}

    static List<Chart> of(Source source) {
        List<Chart> charts = new ArrayList<>();
        causes(source).ifPresent(charts::add);
        byCountry(source).ifPresent(charts::add);
        return charts;
    }

    private static Optional<Chart> causes(Source source) {
        List<String> names = source.architectures();
        DotRows rates = rates(source, List.of(""));
        if (rates.isEmpty()) {
            return Optional.empty();
        }
        List<Chart.Panel> panels = new ArrayList<>();
        JFreeChart rate = rates.draw(axis(rates.values()));
        panels.add(new Chart.Panel("share of requests that failed", rates.height(), rate::draw));
        List<String> labels = names.stream().map(Source::shortName).toList();
        StackedRows shares = new StackedRows(labels);
        List<Key> keys = new ArrayList<>();
        for (int i = 0; i < CAUSES.size(); i++) {
            if (isSeen(source, CAUSES.get(i))) {
                addCause(source, shares, i);
                keys.add(new Key(cause(CAUSES.get(i)), Palette.part(i), new Rectangle2D.Double(-5, -5, 10, 10)));
            }
        }
        if (!keys.isEmpty()) {
            panels.add(new Chart.Panel(
                    "what they failed of", rates.height(), shares.shares("share of the failures")::draw));
        }
        return Optional.of(new Chart(
                "failures-by-cause",
                "How often do requests fail, and why?",
                answer(source),
                "Left: the share of requests that failed after all retries, with its interval (log scale). Right: what"
                        + " they failed of; causes of less than 0.5 % of the failures are in the table only. An"
                        + " architecture in which nothing failed has no bar.",
                keys,
                panels,
                panels.size(),
                data(source)));
    }

    /** Whether a cause is behind enough failures of an architecture to be seen in a bar. */
    private static boolean isSeen(Source source, String cause) {
        return source.architectures().stream()
                .anyMatch(name -> source.results().figure(name, cause, "").mean()
                                >= 0.005
                                        * source.results()
                                                .figure(name, RATE, "")
                                                .mean()
                        && source.results().figure(name, cause, "").mean() > 0);
    }

    private static void addCause(Source source, StackedRows shares, int index) {
        for (int row = 0; row < source.architectures().size(); row++) {
            Estimate part = source.results().figure(source.architectures().get(row), CAUSES.get(index), "");
            shares.part(row, cause(CAUSES.get(index)), part.isPresent() ? part.mean() : 0, Palette.part(index));
        }
    }

    /** Four decades at most: what is smaller stands at the edge. */
    private static ValueAxis axis(List<Double> values) {
        double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        if (high <= 0) {
            return Axes.linear("share of requests", "fraction", List.of(0.001));
        }
        List<Double> shown =
                values.stream().filter(value -> value >= high * 1e-4).toList();
        return Axes.log("share of requests, log scale", "fraction", shown);
    }

    private static DotRows rates(Source source, List<String> countries) {
        List<String> names = source.architectures();
        boolean total = countries.equals(List.of(""));
        List<String> labels = total
                ? names.stream().map(Source::shortName).toList()
                : countries.stream().map(source::rowLabel).toList();
        DotRows rows = new DotRows(labels, total ? 1 : names.size());
        for (int i = 0; i < names.size(); i++) {
            for (int row = 0; row < countries.size(); row++) {
                Estimate rate = source.results().figure(names.get(i), RATE, countries.get(row));
                rows.dot(
                        total ? i : row,
                        total ? 0 : i,
                        rate,
                        source.colour(names.get(i)),
                        Marks.shape(source.index(names.get(i)), 9));
                if (rate.isPresent() && rate.mean() == 0) {
                    rows.note(total ? i : row, total ? 0 : i, rate.highOrMean(), "none seen");
                }
            }
        }
        return rows;
    }

    private static Optional<Chart> byCountry(Source source) {
        if (source.countries().size() < 2) {
            return Optional.empty();
        }
        DotRows rows = rates(source, source.countryRows());
        if (rows.isEmpty() || noneFailed(source)) {
            return Optional.empty();
        }
        JFreeChart chart = rows.draw(axis(rows.values()));
        return Optional.of(new Chart(
                "failures-by-country",
                "Where do requests fail?",
                worst(source),
                "Share of requests that failed after all retries, with its interval (log scale)." + source.omission(),
                source.keys(),
                List.of(new Chart.Panel("", rows.height(), chart::draw)),
                1,
                countryData(source)));
    }

    private static String worst(Source source) {
        String baseline = source.results().baseline();
        return source.topCountries(Source.MOST_COUNTRIES).stream()
                .filter(country ->
                        source.results().figure(baseline, RATE, country).mean() > 0)
                .max((a, b) -> Double.compare(
                        source.results().figure(baseline, RATE, a).mean(),
                        source.results().figure(baseline, RATE, b).mean()))
                .map(country ->
                        "Most often in " + source.rowLabel(country) + ": " + Words.each(source, RATE, country) + ".")
                .orElse("");
    }

    private static String answer(Source source) {
        ResultsFolder results = source.results();
        if (noneFailed(source)) {
            return "No request failed in any replication"
                    + (source.hasIntervals() ? "; whiskers reach to what that leaves possible." : ".");
        }
        String each = "Of all requests failed: " + Words.each(source, RATE, "") + ".";
        List<ComparisonRow> differences = source.architectures().stream()
                .flatMap(name -> results.difference(name, RATE, "").stream())
                .toList();
        if (differences.size() == 1) {
            return each + " " + Words.capital(Words.sentence(results, differences.get(0)));
        }
        boolean allOpen = differences.stream().noneMatch(row -> Words.isSure(results, row));
        return differences.isEmpty() || !allOpen
                ? each
                : each + " None can be told apart from " + Source.shortName(results.baseline()) + ".";
    }

    private static boolean noneFailed(Source source) {
        return source.architectures().stream()
                .allMatch(name -> !(source.results().figure(name, RATE, "").mean() > 0));
    }

    static String cause(String metric) {
        return Words.capital(metric.substring("failures-".length()).replace('-', ' '));
    }

    private static DataTable data(Source source) {
        DataTable.Builder table = new DataTable.Builder("Architecture", "Cause", "Share of requests");
        for (String name : source.architectures()) {
            table.row(DataTable.Cell.of(name), DataTable.Cell.of("All"), cell(source, name, RATE, ""));
            for (String cause : CAUSES) {
                table.row(DataTable.Cell.of(name), DataTable.Cell.of(cause(cause)), cell(source, name, cause, ""));
            }
        }
        return table.build();
    }

    private static DataTable countryData(Source source) {
        DataTable.Builder table = new DataTable.Builder("Country", "Architecture", "Failed requests");
        for (String country : source.countries()) {
            for (String name : source.architectures()) {
                table.row(
                        DataTable.Cell.of(source.results().label(country)),
                        DataTable.Cell.of(name),
                        cell(source, name, RATE, country));
            }
        }
        return table.build();
    }

    private static DataTable.Cell cell(Source source, String architecture, String metric, String country) {
        Estimate value = source.results().figure(architecture, metric, country);
        return new DataTable.Cell(Numbers.estimate(value, "fraction"), value.isPresent() ? value.mean() : -1);
    }
}
