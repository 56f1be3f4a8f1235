package dev.multisite.report.charts;

import java.awt.Color;
import java.awt.Paint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.CategoryTextAnnotation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;

import dev.multisite.report.theme.Fonts;
import dev.multisite.report.theme.Numbers;
import dev.multisite.report.theme.Palette;
import dev.multisite.report.theme.Theme;

/** Horizontal stacked bars. */
final class StackedRows {

    private final List<String> labels;
    private final Map<String, double[]> parts = new LinkedHashMap<>();
    private final Map<String, Color> colours = new LinkedHashMap<>();
    private final Map<Integer, String> ends = new LinkedHashMap<>();

    StackedRows(List<String> labels) {
        this.labels = List.copyOf(labels);
    }

    void part(int row, String part, double value, Color colour) {
        parts.computeIfAbsent(part, name -> new double[labels.size()])[row] += Double.isFinite(value) ? value : 0;
        colours.put(part, colour);
    }

    double height() {
        return labels.size() * 34.0 + 44;
    }

    /** Each row fills the axis. */
    JFreeChart shares(String title) {
        NumberAxis axis = Theme.linear(title, 0, 1, Numbers::percentTick);
        axis.setTickUnit(new org.jfree.chart.axis.NumberTickUnit(0.25));
        return draw(axis, true);
    }

    /** Rows as long as their sum. */
    JFreeChart sums(String title, String unit) {
        double[] sums = totals();
        double most = 0;
        for (double sum : sums) {
            most = Math.max(most, sum);
        }
        return draw(Axes.linear(title, unit, List.of(most * (ends.isEmpty() ? 1 : 1.16))), false);
    }

    /** Text at the end of a row. */
    void end(int row, String text) {
        ends.put(row, text);
    }

    private double[] totals() {
        double[] totals = new double[labels.size()];
        for (double[] values : parts.values()) {
            for (int row = 0; row < totals.length; row++) {
                totals[row] += values[row];
            }
        }
        return totals;
    }

    private JFreeChart draw(ValueAxis axis, boolean relative) {
        double[] totals = totals();
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        parts.forEach((part, values) -> {
            for (int row = 0; row < values.length; row++) {
                double whole = relative ? totals[row] : 1;
                data.addValue(whole > 0 ? values[row] / whole : 0, part, new RowKey(row, labels.get(row)));
            }
        });
        CategoryPlot plot = new CategoryPlot(data, category(), axis, renderer());
        ends.forEach((row, text) -> plot.addAnnotation(end(new RowKey(row, labels.get(row)), totals[row], text)));
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeGridlinePaint(Palette.GRID);
        plot.setRangeGridlineStroke(Theme.hairline());
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setRangeAxisLocation(org.jfree.chart.axis.AxisLocation.BOTTOM_OR_LEFT);
        return Theme.chart(plot);
    }

    private static CategoryTextAnnotation end(RowKey row, double total, String text) {
        CategoryTextAnnotation end = new CategoryTextAnnotation("\u00A0\u00A0" + text, row, total);
        end.setFont(Fonts.regular(Theme.TEXT));
        end.setPaint(Palette.INK);
        end.setTextAnchor(TextAnchor.CENTER_LEFT);
        return end;
    }

    private static CategoryAxis category() {
        CategoryAxis axis = Theme.style(new CategoryAxis(""));
        axis.setTickLabelPaint((Paint) Palette.INK);
        axis.setMaximumCategoryLabelWidthRatio(0.4f);
        axis.setLowerMargin(0.04);
        axis.setUpperMargin(0.04);
        axis.setCategoryMargin(0.3);
        return axis;
    }

    private StackedBarRenderer renderer() {
        StackedBarRenderer renderer = new StackedBarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        renderer.setMaximumBarWidth(0.25);
        int series = 0;
        for (Color colour : colours.values()) {
            renderer.setSeriesPaint(series++, colour);
        }
        return renderer;
    }

    /** Rows may share a label. */
    private record RowKey(int row, String label) implements Comparable<RowKey> {

        @Override
        public int compareTo(RowKey other) {
            return Integer.compare(row, other.row);
        }

        @Override
        public String toString() {
            return label;
        }
    }
}
