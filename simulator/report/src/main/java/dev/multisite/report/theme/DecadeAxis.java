package dev.multisite.report.theme;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A log axis with ticks at 1, 2 and 5 of each decade; JFreeChart's own labels powers of ten only. */
final class DecadeAxis extends LogAxis {

    private static final long serialVersionUID = 1L;

    private final transient DoubleFunction<String> label;

    DecadeAxis(String title, double low, double high, DoubleFunction<String> label) {
        super(title);
        this.label = label;
        setAutoRange(false);
        setSmallestValue(low / 10);
        setRange(low, high);
    }

    @Override
    public List<ValueTick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
        List<ValueTick> ticks = new ArrayList<>();
        boolean upright = RectangleEdge.isLeftOrRight(edge);
        double room = upright ? dataArea.getHeight() : dataArea.getWidth();
        for (double value : values(getLowerBound(), getUpperBound(), labels(g2, room, upright))) {
            ticks.add(new NumberTick(
                    TickType.MAJOR,
                    value,
                    label.apply(value),
                    upright ? TextAnchor.CENTER_RIGHT : TextAnchor.TOP_CENTER,
                    TextAnchor.CENTER,
                    0));
        }
        return ticks;
    }

    /** Returns how many labels fit into a decade. */
    private double labels(Graphics2D g2, double room, boolean upright) {
        FontMetrics metrics = g2.getFontMetrics(getTickLabelFont());
        double longest = 0;
        for (double value : values(getLowerBound(), getUpperBound(), Double.MAX_VALUE)) {
            longest = Math.max(longest, upright ? metrics.getHeight() : metrics.stringWidth(label.apply(value)) + 12);
        }
        return room / StrictMath.log10(getUpperBound() / getLowerBound()) / longest;
    }

    /** @param labelsPerDecade how many labels fit into a decade if they are spread evenly */
    static List<Double> values(double low, double high, double labelsPerDecade) {
        double[] steps = labelsPerDecade > 3.4
                ? new double[] {1, 2, 5}
                : labelsPerDecade > 1 / 0.30 * 0.6 ? new double[] {1, 3} : new double[] {1};
        int skip = labelsPerDecade < 1 ? (int) Math.ceil(1 / labelsPerDecade) : 1;
        List<Double> values = new ArrayList<>();
        int first = (int) Math.floor(StrictMath.log10(low) + 1e-9);
        for (int exponent = first; exponent <= StrictMath.log10(high) + 1e-9; exponent++) {
            for (double step : steps) {
                double value = Double.parseDouble(step + "E" + exponent);
                if (Math.floorMod(exponent, skip) == 0 && value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)) {
                    values.add(value);
                }
            }
        }
        return values;
    }
}
