package dev.multisite.report.charts;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;

import dev.multisite.report.results.Estimate;
import dev.multisite.report.results.QuantileRow;
import dev.multisite.report.theme.Marks;
import dev.multisite.report.theme.Numbers;
import dev.multisite.report.theme.Theme;

/** Distribution of the response time, on a log axis. */
final class LatencyDistribution {

    private static final int MOST_PANELS = 6;
    private static final double[] MARKED = {0.50, 0.95, 0.99};
    private static final String[] MARKED_METRICS = {"latency-p50", "latency-p95", "latency-p99"};

    private LatencyDistribution() {}

    /** The country with most requests on its own, then the next ones as small multiples. */
    static List<Chart> of(Source source) {
        List<String> countries = countries(source);
        List<Chart> charts = new ArrayList<>();
        if (countries.isEmpty()) {
            return charts;
        }
        single(source, countries.get(0)).ifPresent(charts::add);
        if (countries.size() > 2) {
            charts.add(multiples(source, countries.subList(1, Math.min(countries.size(), MOST_PANELS + 1))));
        }
        return charts;
    }

    /** Countries with a distribution, those whose p95 changes most first, if they are among the largest. */
    private static List<String> countries(Source source) {
        List<String> known = source.topCountries(Source.MOST_COUNTRIES).stream()
                .filter(country -> source.results().quantiles().stream()
                        .anyMatch(row -> row.country().equals(country)))
                .toList();
        if (known.isEmpty()) {
            return source.results().quantiles().isEmpty() ? List.of() : List.of("");
        }
        List<String> sorted = new ArrayList<>(known);
        sorted.sort(Comparator.comparingDouble((String country) -> -source.change(country)));
        return sorted;
    }

    private static Optional<Chart> single(Source source, String country) {
        Optional<JFreeChart> plot = plot(source, country, source.results().quantiles(), true);
        return plot.map(chart -> new Chart(
                "latency-distribution",
                "How long " + source.whoWaits(country) + " wait?",
                Words.capital(half(source, country)),
                "Each line shows which share of the answered requests is back within the time below it (log scale: each"
                        + " step is a factor). Dots mark the median, p95 and p99 with their intervals. Failed requests"
                        + " are not in it.",
                source.keys(),
                List.of(new Chart.Panel("share of answered requests", 330, chart::draw)),
                1,
                data(source, List.of(country))));
    }

    private static String half(Source source, String country) {
        String median = Words.each(source, "latency-p50", country);
        String p99 = Words.each(source, "latency-p99", country);
        return median.isEmpty()
                ? ""
                : "half of the requests are answered within: " + median + "; 99 of 100 within: " + p99 + ".";
    }

    private static Chart multiples(Source source, List<String> countries) {
        List<QuantileRow> shown = source.results().quantiles().stream()
                .filter(row -> countries.contains(row.country()))
                .toList();
        List<Chart.Panel> panels = new ArrayList<>();
        for (String country : countries) {
            plot(source, country, shown, false)
                    .ifPresent(chart -> panels.add(new Chart.Panel(source.shortLabel(country), 190, chart::draw)));
        }
        return new Chart(
                "latency-distribution-by-country",
                "How does the wait differ from country to country?",
                shorter(source),
                "Share of answered requests that are back within the time below, for the countries with most requests."
                        + " All panels share one time axis, so they can be compared at a glance.",
                source.keys(),
                panels,
                Math.min(3, Math.max(1, panels.size())),
                data(source, countries));
    }

    /** Says in how many countries each architecture is faster than the baseline for certain. */
    private static String shorter(Source source) {
        List<String> parts = source.architectures().stream()
                .filter(name -> !name.equals(source.results().baseline()))
                .map(name -> Source.shortName(name) + " in " + count(source, name, -1) + ", longer in "
                        + count(source, name, 1))
                .toList();
        return parts.isEmpty()
                ? ""
                : "Of " + source.countries().size() + " countries, p95 is for certain shorter than with "
                        + Source.shortName(source.results().baseline()) + ": " + Words.listed(parts) + ".";
    }

    private static long count(Source source, String architecture, int sign) {
        return source.countries().stream()
                .flatMap(country -> source.results().difference(architecture, "latency-p95", country).stream())
                .filter(row -> Words.isSure(source.results(), row)
                        && Math.signum(row.difference().mean()) == sign)
                .count();
    }

    private static Optional<JFreeChart> plot(Source source, String country, List<QuantileRow> scaleBy, boolean named) {
        Lines lines = new Lines();
        for (String name : source.architectures()) {
            double[][] curve = curve(source, name, country);
            if (curve[0].length > 1) {
                lines.line(
                        Source.shortName(name),
                        curve[0],
                        curve[1],
                        source.colour(name),
                        Marks.line(source.index(name), 2.2));
            }
        }
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        NumberAxis share = Theme.linear("", 0, 1.02, Numbers::percentTick);
        share.setTickUnit(new NumberTickUnit(0.25));
        List<Double> times = scaleBy.stream()
                .filter(row -> row.quantile() >= 0.005 && row.quantile() <= 0.9991)
                .map(QuantileRow::latencyMillis)
                .toList();
        ValueAxis time = Axes.log("response time", "ms", times);
        XYPlot plot = lines.plot(time, share);
        intervals(source, country, plot);
        if (named) {
            LineLabels.add(plot, lines.named(), false);
        }
        return Optional.of(Theme.chart(plot));
    }

    private static double[][] curve(Source source, String architecture, String country) {
        List<QuantileRow> rows = source.results().quantiles().stream()
                .filter(row ->
                        row.architecture().equals(architecture) && row.country().equals(country))
                .filter(row -> row.latencyMillis() > 0 && row.quantile() <= 0.9999)
                .sorted(Comparator.comparingDouble(QuantileRow::quantile))
                .toList();
        double[] x = rows.stream().mapToDouble(QuantileRow::latencyMillis).toArray();
        double[] y = rows.stream().mapToDouble(QuantileRow::quantile).toArray();
        return new double[][] {x, y};
    }

    private static void intervals(Source source, String country, XYPlot plot) {
        for (String name : source.architectures()) {
            for (int i = 0; i < MARKED.length; i++) {
                Estimate value = source.results().figure(name, MARKED_METRICS[i], country);
                if (value.isPresent() && value.mean() > 0) {
                    Dots.add(plot, value.mean(), MARKED[i], source.colour(name), Marks.shape(source.index(name), 6.5));
                    if (value.hasInterval() && value.low() > 0) {
                        plot.addAnnotation(new XYLineAnnotation(
                                value.low(),
                                MARKED[i],
                                value.high(),
                                MARKED[i],
                                new BasicStroke(2f),
                                source.colour(name)));
                    }
                }
            }
        }
    }

    private static DataTable data(Source source, List<String> countries) {
        DataTable.Builder table = new DataTable.Builder("Country", "Architecture", "Share", "Answered within");
        for (String country : countries) {
            for (String name : source.architectures()) {
                double[][] curve = curve(source, name, country);
                int step = Math.max(1, curve[0].length / 12);
                for (int i = 0; i < curve[0].length; i += step) {
                    table.row(
                            DataTable.Cell.of(source.rowLabel(country)),
                            DataTable.Cell.of(name),
                            new DataTable.Cell(Numbers.percentTick(curve[1][i]), curve[1][i]),
                            new DataTable.Cell(Numbers.plain(curve[0][i], "ms"), curve[0][i]));
                }
            }
        }
        return table.build();
    }
}
