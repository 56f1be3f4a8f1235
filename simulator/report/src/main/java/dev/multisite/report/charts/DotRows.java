package dev.multisite.report.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

import dev.multisite.report.results.Estimate;
import dev.multisite.report.theme.Fonts;
import dev.multisite.report.theme.Palette;
import dev.multisite.report.theme.Theme;

/** Named rows with a dot and an interval per architecture: the house's bar chart. */
final class DotRows {

    private static final double SPREAD = 0.66;
    private static final double CLOSEST = 0.4;

    /** A log axis has no zero: of a figure that is none, the interval is all there is to see. */
    private static final Shape NOTHING = new Rectangle2D.Double();

    private final List<String> labels;
    private final int perRow;
    private final List<Dot> dots = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();

    private record Dot(int row, int slot, Estimate value, Color colour, Shape shape) {}

    private record Span(int row, int slot, double from, double to, Color colour) {}

    private record Note(int row, int slot, double at, String text) {}

    /** @param perRow dots beside each other in a row */
    DotRows(List<String> labels, int perRow) {
        this.labels = List.copyOf(labels);
        this.perRow = perRow;
    }

    /** Returns the height that keeps the rows readable. */
    double height() {
        return labels.size() * Math.max(27, 8 + perRow * 11.0) + 44;
    }

    void dot(int row, int slot, Estimate value, Color colour, Shape shape) {
        if (value.isPresent()) {
            dots.add(new Dot(row, slot, value, colour, shape));
        }
    }

    /** A pale bar behind a dot. */
    void span(int row, int slot, double from, double to, Color colour) {
        if (Double.isFinite(from) && Double.isFinite(to)) {
            spans.add(new Span(row, slot, from, to, colour));
        }
    }

    /** Text that starts at a value. */
    void note(int row, int slot, double at, String text) {
        notes.add(new Note(row, slot, at, text));
    }

    boolean isEmpty() {
        return dots.isEmpty();
    }

    List<Double> values() {
        List<Double> values = new ArrayList<>();
        for (Dot dot : dots) {
            values.add(dot.value.mean());
            values.add(dot.value.lowOrMean());
            values.add(dot.value.highOrMean());
        }
        for (Span span : spans) {
            values.add(span.from);
            values.add(span.to);
        }
        return values;
    }

    JFreeChart draw(ValueAxis axis) {
        SymbolAxis rows = Theme.rows(labels.toArray(String[]::new));
        XYPlot plot = Theme.plot(axis, rows);
        plot.setRangeGridlinesVisible(false);
        stripes(plot, axis);
        spans.forEach(span -> addSpan(plot, axis, span));
        notes.forEach(note -> addNote(plot, axis, note));
        plot.setDataset(dataset(axis));
        plot.setRenderer(renderer(axis));
        if (axis.getLowerBound() < 0 && axis.getUpperBound() >= 0) {
            plot.addDomainMarker(new ValueMarker(0, Palette.AXIS, new BasicStroke(1.4f)));
        }
        return Theme.chart(plot);
    }

    private void stripes(XYPlot plot, ValueAxis axis) {
        for (int row = 1; row < labels.size(); row++) {
            plot.addAnnotation(new XYLineAnnotation(
                    axis.getLowerBound(), row - 0.5, axis.getUpperBound(), row - 0.5, Theme.hairline(), Palette.GRID));
        }
    }

    private void addSpan(XYPlot plot, ValueAxis axis, Span span) {
        double y = y(span.row, span.slot);
        BasicStroke wide = new BasicStroke(5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
        double from = Math.max(axis.getLowerBound(), span.from);
        plot.addAnnotation(new XYLineAnnotation(from, y, span.to, y, wide, Palette.faded(span.colour, 0.28)));
    }

    private void addNote(XYPlot plot, ValueAxis axis, Note note) {
        double at = Math.max(note.at, axis.getLowerBound());
        XYTextAnnotation text = new XYTextAnnotation("\u00A0\u00A0" + note.text, at, y(note.row, note.slot));
        text.setFont(Fonts.regular(Theme.TEXT));
        text.setPaint(Palette.INK);
        text.setTextAnchor(TextAnchor.CENTER_LEFT);
        plot.addAnnotation(text);
    }

    private double y(int row, int slot) {
        double step = Math.min(CLOSEST, SPREAD / Math.max(1, perRow - 1));
        return row + step * (slot - (perRow - 1) / 2.0);
    }

    private XYIntervalSeriesCollection dataset(ValueAxis axis) {
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        for (int i = 0; i < dots.size(); i++) {
            Dot dot = dots.get(i);
            XYIntervalSeries series = new XYIntervalSeries(i);
            double low = Math.max(axis.getLowerBound(), dot.value.lowOrMean());
            double at = Math.max(axis.getLowerBound(), dot.value.mean());
            double y = y(dot.row, dot.slot);
            series.add(at, low, Math.max(low, dot.value.highOrMean()), y, y, y);
            data.addSeries(series);
        }
        return data;
    }

    private XYErrorRenderer renderer(ValueAxis axis) {
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawYError(false);
        renderer.setDrawXError(true);
        renderer.setCapLength(5);
        renderer.setErrorStroke(new BasicStroke(1.6f));
        for (int i = 0; i < dots.size(); i++) {
            renderer.setSeriesPaint(i, dots.get(i).colour);
            boolean offTheScale = dots.get(i).value.mean() < axis.getLowerBound();
            renderer.setSeriesShape(i, offTheScale ? NOTHING : dots.get(i).shape);
        }
        return renderer;
    }
}
