package dev.multisite.report.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;

import dev.multisite.report.results.Estimate;
import dev.multisite.report.results.FineQuantileRow;
import dev.multisite.report.results.FineRow;
import dev.multisite.report.theme.Fonts;
import dev.multisite.report.theme.Marks;
import dev.multisite.report.theme.Numbers;
import dev.multisite.report.theme.Palette;
import dev.multisite.report.theme.Theme;

/** How likely which fines are, and how far their mean hangs on what is not known. */
final class FineDistribution {

    private static final double[] MARKED = {0.5, 0.95, 0.99};
    private static final double LEAST_PROBABILITY = 0.0005;

    private final Source source;

    private FineDistribution(Source source) {
        this.source = source;
    }

    static Optional<Chart> of(Source source) {
        return new FineDistribution(source).chart();
    }

    private Optional<Chart> chart() {
        List<Chart.Panel> panels = new ArrayList<>();
        exceedance()
                .ifPresent(chart -> panels.add(new Chart.Panel(
                        "probability that the fines of the period are at least that much", 300, chart::draw)));
        if (panels.isEmpty()) {
            return Optional.empty();
        }
        mean().ifPresent(panels::add);
        return Optional.of(new Chart(
                "fines-distribution",
                "How likely are which fines?",
                answer(),
                "Above: each line falls from the probability of small fines (at most one half) to that of very high ones (both scales are logs); it"
                        + " crosses the dashed lines at the fines that 95 and 99 of 100 courses of enforcement stay below."
                        + " An architecture without a line has fines in fewer than one of a thousand courses. Below: the mean"
                        + " over all courses, thin its Monte Carlo interval, pale where it lies (90 %) given what is not known: how often people complain and"
                        + " which reading of disputed laws holds.",
                source.keys(),
                panels,
                1,
                data()));
    }

    private String answer() {
        List<String> parts = source.architectures().stream()
                .map(name -> Source.shortName(name) + "\u00A0" + money(quantile(name, 0.5)) + ", "
                        + money(quantile(name, 0.95)) + " and " + money(quantile(name, 0.99)))
                .toList();
        return "Not more than, in 50, 95 and 99 of 100 courses: "
                + String.join("; ", parts.subList(0, Math.min(3, parts.size())))
                + (parts.size() > 3 ? "; and " + (parts.size() - 3) + " more." : ".");
    }

    private static String money(double usd) {
        return usd == 0
                ? "0"
                : Numbers.brief(new Estimate(usd, Double.NaN, Double.NaN), "USD")
                        .replace(' ', '\u00A0');
    }

    private double quantile(String architecture, double wanted) {
        String metric = wanted == 0.5 ? "fines-p50" : wanted == 0.95 ? "fines-p95" : "fines-p99";
        return figure(architecture, metric).map(FineRow::value).orElse(Double.NaN);
    }

    private Optional<FineRow> figure(String architecture, String metric) {
        return source.results().fines().stream()
                .filter(row -> row.architecture().equals(architecture)
                        && row.law().isEmpty()
                        && row.metric().equals(metric))
                .findFirst();
    }

    private Optional<JFreeChart> exceedance() {
        Lines lines = new Lines();
        List<Double> amounts = new ArrayList<>();
        double likeliest = 0.05;
        for (String name : source.architectures()) {
            List<FineQuantileRow> rows = source.results().fineQuantiles().stream()
                    .filter(row -> row.architecture().equals(name) && row.announcedUsd() > 0)
                    .toList();
            if (rows.size() > 1) {
                double[] usd =
                        rows.stream().mapToDouble(FineQuantileRow::announcedUsd).toArray();
                double[] probability =
                        rows.stream().mapToDouble(row -> 1 - row.quantile()).toArray();
                lines.line(
                        Source.shortName(name),
                        usd,
                        probability,
                        source.colour(name),
                        Marks.line(source.index(name), 2.2));
                likeliest = Math.max(likeliest, probability[0]);
                rows.forEach(row -> amounts.add(row.announcedUsd()));
            }
        }
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        ValueAxis domain = Axes.log("fines of the whole period, USD", "", amounts);
        ValueAxis range = Theme.log("", LEAST_PROBABILITY, Math.min(1, likeliest * 1.6), Numbers::percentTick);
        XYPlot plot = lines.plot(domain, range);
        for (double marked : MARKED) {
            if (1 - marked < range.getUpperBound()) {
                plot.addRangeMarker(marker(marked));
            }
        }
        return Optional.of(Theme.chart(plot));
    }

    private static ValueMarker marker(double quantile) {
        BasicStroke dashed =
                new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {5f, 4f}, 0f);
        ValueMarker marker = new ValueMarker(1 - quantile, Palette.AXIS, dashed);
        marker.setLabel("P" + Math.round(quantile * 100));
        Font font = Fonts.regular(Theme.TEXT);
        marker.setLabelFont(font);
        marker.setLabelPaint(Palette.INK);
        marker.setLabelBackgroundColor(new Color(0, 0, 0, 0));
        marker.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
        marker.setLabelTextAnchor(TextAnchor.BOTTOM_RIGHT);
        return marker;
    }

    /** The mean with its Monte Carlo interval, and the band in which it lies given what is not known. */
    private Optional<Chart.Panel> mean() {
        List<String> names = source.architectures();
        DotRows rows = new DotRows(names.stream().map(Source::shortName).toList(), 1);
        for (int row = 0; row < names.size(); row++) {
            String name = names.get(row);
            Estimate mean = source.results().figure(name, "fines-expected", "");
            double low = figure(name, "fines-expected-low").map(FineRow::value).orElse(Double.NaN);
            double high =
                    figure(name, "fines-expected-high").map(FineRow::value).orElse(Double.NaN);
            rows.span(row, 0, low, high, source.colour(name));
            rows.dot(row, 0, mean, source.colour(name), Marks.shape(source.index(name), 9));
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        JFreeChart chart = rows.draw(Axes.linear("", "USD", rows.values()));
        return Optional.of(new Chart.Panel("mean of the fines (USD) and what it hangs on", rows.height(), chart::draw));
    }

    private DataTable data() {
        DataTable.Builder table = new DataTable.Builder("Architecture", "Law", "Figure", "Value");
        source.results().fines().stream()
                .filter(row -> row.value() != 0)
                .limit(600)
                .forEach(row -> table.row(
                        DataTable.Cell.of(row.architecture()),
                        DataTable.Cell.of(row.law().isEmpty() ? "All" : row.law()),
                        DataTable.Cell.of(Words.metric(row.metric())),
                        new DataTable.Cell(Numbers.plain(row.value(), unit(row.metric())), row.value())));
        return table.build();
    }

    private static String unit(String metric) {
        if (metric.endsWith("-probability")) {
            return "fraction";
        }
        return metric.startsWith("fines-") ? "USD" : "1";
    }
}
