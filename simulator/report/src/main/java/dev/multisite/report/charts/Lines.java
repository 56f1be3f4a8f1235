package dev.multisite.report.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

import dev.multisite.report.results.Estimate;
import dev.multisite.report.results.TimelineRow;
import dev.multisite.report.theme.Palette;
import dev.multisite.report.theme.Theme;

/** Lines with bands. */
final class Lines {

    /** A line has at most this many points; more cannot be seen and make files large. */
    private static final int MOST_POINTS = 400;

    private final YIntervalSeriesCollection data = new YIntervalSeriesCollection();
    private final DeviationRenderer renderer = new DeviationRenderer(true, false);
    private final List<Double> values = new ArrayList<>();
    private final List<LineLabels.Line> named = new ArrayList<>();

    Lines() {
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setAlpha(1f);
    }

    /** Adds a line of a timeline through the middles of its bins; neighbours are averaged if there are too many. */
    void timeline(String name, List<TimelineRow> rows, Color colour, BasicStroke stroke) {
        YIntervalSeries series = new YIntervalSeries(data.getSeriesCount());
        List<Point2D> points = new ArrayList<>();
        int step = Math.max(1, (rows.size() + MOST_POINTS - 1) / MOST_POINTS);
        long width = Timeline.binMillis(rows) * step;
        for (int first = 0; first < rows.size(); first += step) {
            List<TimelineRow> group = rows.subList(first, Math.min(rows.size(), first + step));
            Estimate band = average(group);
            if (band.isPresent()) {
                double middle = group.get(0).time().toEpochMilli() + width / 2.0;
                add(series, middle, band);
                points.add(new Point2D.Double(middle, band.mean()));
            }
        }
        add(series, colour, stroke);
        name(name, points);
    }

    private static Estimate average(List<TimelineRow> group) {
        double mean = group.stream()
                .mapToDouble(row -> row.band().mean())
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
        double low = group.stream()
                .mapToDouble(row -> row.band().lowOrMean())
                .filter(Double::isFinite)
                .average()
                .orElse(mean);
        double high = group.stream()
                .mapToDouble(row -> row.band().highOrMean())
                .filter(Double::isFinite)
                .average()
                .orElse(mean);
        return new Estimate(mean, low, high);
    }

    /** Adds a line without a band. */
    void line(String name, double[] x, double[] y, Color colour, BasicStroke stroke) {
        YIntervalSeries series = new YIntervalSeries(data.getSeriesCount());
        List<Point2D> points = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            add(series, x[i], new Estimate(y[i], y[i], y[i]));
            points.add(new Point2D.Double(x[i], y[i]));
        }
        add(series, colour, stroke);
        name(name, points);
    }

    private void name(String name, List<Point2D> points) {
        if (!points.isEmpty()) {
            named.add(new LineLabels.Line(name, points));
        }
    }

    /** Returns the lines that have a name. */
    List<LineLabels.Line> named() {
        return List.copyOf(named);
    }

    /** Adds a filled area between two lines. */
    void area(double[] x, double[] low, double[] high, Color colour) {
        YIntervalSeries series = new YIntervalSeries(data.getSeriesCount());
        for (int i = 0; i < x.length; i++) {
            add(series, x[i], new Estimate(high[i], low[i], high[i]));
        }
        int index = data.getSeriesCount();
        add(series, colour, new BasicStroke(0.6f));
        renderer.setSeriesFillPaint(index, colour);
    }

    private void add(YIntervalSeries series, double x, Estimate y) {
        series.add(x, y.mean(), y.lowOrMean(), y.highOrMean());
        values.add(y.lowOrMean());
        values.add(y.highOrMean());
    }

    private void add(YIntervalSeries series, Color colour, BasicStroke stroke) {
        int index = data.getSeriesCount();
        data.addSeries(series);
        renderer.setSeriesPaint(index, colour);
        renderer.setSeriesFillPaint(index, Theme.band(colour));
        renderer.setSeriesStroke(index, stroke);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    List<Double> values() {
        return values;
    }

    XYPlot plot(ValueAxis domain, ValueAxis range) {
        XYPlot plot = Theme.plot(domain, range);
        plot.setDomainGridlinePaint(Palette.GRID);
        plot.setDataset(data);
        plot.setRenderer(renderer);
        return plot;
    }

    JFreeChart chart(ValueAxis domain, ValueAxis range) {
        return Theme.chart(plot(domain, range));
    }
}
