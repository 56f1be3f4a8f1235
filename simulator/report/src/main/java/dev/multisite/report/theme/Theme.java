package dev.multisite.report.theme;

import java.awt.BasicStroke;
import java.awt.Color;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.text.SimpleDateFormat;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.DoubleFunction;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.DateTickUnit;
import org.jfree.chart.axis.DateTickUnitType;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/** Makes plots and axes of the house. */
public final class Theme {

    public static final double TEXT = 12;

    private static final BasicStroke HAIRLINE = new BasicStroke(1f);

    private Theme() {}

    /** Returns a bare chart around {@code plot}: no title, legend, background or border. */
    public static JFreeChart chart(Plot plot) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(new RectangleInsets(8, 2, 7, 30));
        plot.setNoDataMessageFont(Fonts.regular(TEXT));
        plot.setNoDataMessagePaint(Palette.MUTED);
        JFreeChart chart = new JFreeChart(null, Fonts.semibold(TEXT), plot, false);
        chart.setBackgroundPaint(null);
        chart.setBorderVisible(false);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        return chart;
    }

    /** Returns an empty plot with a light grid. */
    public static XYPlot plot(ValueAxis domain, ValueAxis range) {
        XYPlot plot = new XYPlot(null, domain, range, null);
        plot.setDomainGridlinePaint(Palette.GRID);
        plot.setRangeGridlinePaint(Palette.GRID);
        plot.setDomainGridlineStroke(HAIRLINE);
        plot.setRangeGridlineStroke(HAIRLINE);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainZeroBaselineVisible(false);
        return plot;
    }

    /** Returns a linear axis whose ticks are labelled by {@code label}. */
    public static NumberAxis linear(String title, double low, double high, DoubleFunction<String> label) {
        NumberAxis axis = new NumberAxis(title);
        axis.setAutoRange(false);
        axis.setRange(low, high > low ? high : low + 1);
        axis.setNumberFormatOverride(new Labels(label));
        return style(axis);
    }

    /** Returns a log axis; {@code low} must be above 0. */
    public static ValueAxis log(String title, double low, double high, DoubleFunction<String> label) {
        return style(new DecadeAxis(title, low, high > low ? high : low * 10, label));
    }

    /** From so many days on a tick is the start of a year. */
    private static final double MANY_YEARS = 1100;

    private static final double MOST_YEARS = 10;

    /** Returns an axis of dates in UTC. */
    public static DateAxis dates() {
        DateAxis axis = new DateAxis("", TimeZone.getTimeZone("UTC"), Locale.ENGLISH);
        return style(axis);
    }

    /** Sets the dates' labels to what a period of this many days needs. */
    public static void labelDates(DateAxis axis, double days) {
        String pattern = days > MANY_YEARS ? "yyyy" : days > 120 ? "MMM yyyy" : days > 3 ? "d MMM" : "d MMM HH:mm";
        SimpleDateFormat format = new SimpleDateFormat(pattern, Locale.ENGLISH);
        format.setTimeZone(TimeZone.getTimeZone("UTC"));
        axis.setDateFormatOverride(format);
        if (days > MANY_YEARS) {
            int years = (int) Math.max(1, Math.ceil(days / 365.25 / MOST_YEARS));
            axis.setTickUnit(new DateTickUnit(DateTickUnitType.YEAR, years, format), false, false);
        }
    }

    /** Returns an axis of named rows, the first on top. */
    public static SymbolAxis rows(String... labels) {
        SymbolAxis axis = style(new SymbolAxis("", labels));
        axis.setGridBandsVisible(false);
        axis.setInverted(true);
        axis.setRange(-0.6, labels.length - 0.4);
        axis.setTickLabelPaint(Palette.INK);
        return axis;
    }

    /** Gives an axis the type and colours of the house. */
    public static <A extends Axis> A style(A axis) {
        axis.setTickLabelFont(Fonts.regular(TEXT));
        axis.setLabelFont(Fonts.regular(TEXT));
        axis.setTickLabelPaint(Palette.MUTED);
        axis.setLabelPaint(Palette.MUTED);
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setMinorTickMarksVisible(false);
        axis.setTickLabelInsets(new RectangleInsets(3, 5, 3, 6));
        return axis;
    }

    /** Returns a thin solid line. */
    public static BasicStroke hairline() {
        return HAIRLINE;
    }

    /** Returns the colour for a band around a line. */
    public static Color band(Color line) {
        return Palette.faded(line, 0.18);
    }

    /** A number format around a function. */
    private static final class Labels extends NumberFormat {

        private static final long serialVersionUID = 1L;

        private final transient DoubleFunction<String> label;

        Labels(DoubleFunction<String> label) {
            this.label = label;
        }

        @Override
        public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
            return to.append(label.apply(Math.abs(number) < 1e-12 ? 0 : number));
        }

        @Override
        public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
            return format((double) number, to, position);
        }

        @Override
        public Number parse(String source, ParsePosition position) {
            return new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.ROOT)).parse(source, position);
        }
    }
}
