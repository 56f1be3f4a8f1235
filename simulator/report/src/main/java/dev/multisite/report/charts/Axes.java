package dev.multisite.report.charts;

import java.util.Collection;
import java.util.function.DoubleFunction;

import org.jfree.chart.axis.ValueAxis;

import dev.multisite.report.theme.Numbers;
import dev.multisite.report.theme.Theme;

/** Chooses axes for figures. */
final class Axes {

    private static final double[] STEPS = {1, 2, 5};

    private Axes() {}

    /** Returns a log axis from the next 1, 2 or 5 below the smallest positive value to the next above the largest. */
    static ValueAxis log(String title, String unit, Collection<Double> values) {
        double low = values.stream()
                .filter(value -> value > 0)
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(1);
        double high = values.stream()
                .filter(value -> value > 0)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(10);
        double bottom = below(low);
        return Theme.log(titled(title, unit), bottom, Math.max(above(high), bottom * 10), label(unit));
    }

    /** Returns a linear axis from 0, or from below the smallest value if that is negative. */
    static ValueAxis linear(String title, String unit, Collection<Double> values) {
        double low = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        double bottom = Math.min(0, low);
        double top = Math.max(0, high);
        double room = (top - bottom) * 0.06;
        double end = top + (top > 0 ? room : 0);
        return Theme.linear(
                titled(title, unit),
                bottom - (bottom < 0 ? room : 0),
                end > bottom ? end : bottom + 1,
                label(unit, Math.max(end, -bottom)));
    }

    /** Returns a linear axis that shows the values with room around them, from 0 only if that is near. */
    static ValueAxis around(String title, String unit, Collection<Double> values) {
        double low = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        double room = Math.max((high - low) * 0.22, Math.max(Math.abs(high) * 0.04, 1e-9));
        double bottom = low >= 0 && low - room < 0.3 * high ? 0 : low - room;
        return Theme.linear(titled(title, unit), bottom, high + room, label(unit, high + room));
    }

    /** Returns whether values differ so much that a linear axis would hide the small ones. */
    static boolean spread(Collection<Double> values) {
        double low = values.stream()
                .filter(value -> value > 0)
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(1);
        double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        return high / low > 12;
    }

    static DoubleFunction<String> label(String unit) {
        return unit.equals("fraction") ? Numbers::percentTick : Numbers::tick;
    }

    /** Returns how ticks of a linear axis are labelled whose largest value is {@code largest}. */
    static DoubleFunction<String> label(String unit, double largest) {
        return unit.equals("fraction") ? Numbers::percentTick : value -> Numbers.tick(value, largest);
    }

    static String titled(String title, String unit) {
        if (title.isEmpty()) {
            return unit.equals("1") || unit.equals("fraction") ? "" : unit;
        }
        return unit.isEmpty() || unit.equals("1") || unit.equals("fraction") ? title : title + " (" + unit + ")";
    }

    private static double below(double value) {
        double decade = StrictMath.pow(10, Math.floor(StrictMath.log10(value)));
        double best = decade;
        for (double step : STEPS) {
            best = step * decade < value * 0.97 ? step * decade : best;
        }
        return best < value ? best : decade / 2;
    }

    private static double above(double value) {
        double decade = StrictMath.pow(10, Math.floor(StrictMath.log10(value)));
        for (double step : STEPS) {
            if (step * decade > value * 1.03) {
                return step * decade;
            }
        }
        return 10 * decade;
    }
}
