package dev.multisite.report.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

import dev.multisite.report.results.EventRow;
import dev.multisite.report.results.ResultsFolder;
import dev.multisite.report.results.Run;
import dev.multisite.report.results.Text;
import dev.multisite.report.results.TimelineRow;
import dev.multisite.report.results.Times;
import dev.multisite.report.theme.Fonts;
import dev.multisite.report.theme.Palette;
import dev.multisite.report.theme.Theme;

/** The period as an axis, with what every chart over time marks on it. */
final class Timeline {

    /** Least room for the labels of the vertical axis, the same in stacked panels so that dates line up. */
    private static final double LABELS = 86;

    private static final Color NOTHING = new Color(0, 0, 0, 0);
    private static final int LONGEST_SUBJECT = 24;
    private static final Font SMALL = Fonts.regular(10.5);

    private final Source source;
    private final Instant from;
    private final Instant to;

    Timeline(Source source) {
        this.source = source;
        ResultsFolder results = source.results();
        Run.Scenario scenario = results.run().scenario();
        Instant first = scenario.from();
        Instant last = scenario.to();
        if (!last.isAfter(first)) {
            first = results.timeline().stream()
                    .map(TimelineRow::time)
                    .min(Instant::compareTo)
                    .orElse(Instant.EPOCH);
            last = results.timeline().stream()
                    .map(TimelineRow::time)
                    .max(Instant::compareTo)
                    .orElse(first);
        }
        this.from = first;
        this.to = last.isAfter(first) ? last : first.plus(Duration.ofDays(1));
    }

    Instant from() {
        return from;
    }

    Instant to() {
        return to;
    }

    /** Returns an axis without labels, for a panel above others with the same dates. */
    DateAxis bareAxis() {
        DateAxis axis = axis();
        axis.setTickLabelsVisible(false);
        return axis;
    }

    DateAxis axis() {
        DateAxis axis = Theme.dates();
        axis.setRange((double) from.toEpochMilli(), (double) to.toEpochMilli());
        Theme.labelDates(axis, Duration.between(from, to).toHours() / 24.0);
        return axis;
    }

    /** Returns how much time one point of a stacked area stands for: whole weeks in a long period, to hide the weekend. */
    long stretchMillis() {
        long day = Duration.ofDays(1).toMillis();
        long period = to.toEpochMilli() - from.toEpochMilli();
        if (period < 150 * day) {
            return Math.max(1, Math.min(day, period / 100));
        }
        return 7 * day * Math.max(1, period / (150 * 7 * day));
    }

    /** Returns the width of a timeline's bins; 0 if it has fewer than two. */
    static long binMillis(List<TimelineRow> rows) {
        return rows.size() < 2
                ? 0
                : Duration.between(rows.get(0).time(), rows.get(1).time()).toMillis();
    }

    /** Leaves out a last bin that the end of the period cuts, as its sum is not comparable. */
    List<TimelineRow> whole(List<TimelineRow> rows) {
        long width = binMillis(rows);
        return rows.stream()
                .filter(row -> row.time().toEpochMilli() + width <= to.toEpochMilli() + 1000)
                .toList();
    }

    /** Returns what the bins of a timeline are. */
    static String bin(List<TimelineRow> rows) {
        if (rows.size() < 2) {
            return "bin";
        }
        long minutes = binMillis(rows) / 60_000;
        if (minutes >= 28 * 1440 && minutes <= 31 * 1440) {
            return "month";
        }
        return switch ((int) Math.min(minutes, 50_000)) {
            case 60 -> "hour";
            case 1440 -> "day";
            case 7 * 1440 -> "week";
            default -> minutes % 1440 == 0 ? minutes / 1440 + " days" : Math.max(1, minutes) + " minutes";
        };
    }

    /** Fixes the room at the left, so that panels above each other line up. */
    void align(XYPlot plot) {
        align(
                plot,
                outages().stream()
                        .mapToDouble(outage -> ChartPainter.width(subject(outage), Fonts.regular(Theme.TEXT)) + 18)
                        .reduce(LABELS, Math::max));
    }

    static void align(XYPlot plot, double room) {
        AxisSpace space = new AxisSpace();
        space.setLeft(room);
        plot.setFixedRangeAxisSpace(space);
    }

    /** Returns what a strip calls that which was down. */
    static String subject(Outage outage) {
        return shortSubject(outage.subject());
    }

    static String shortSubject(String subject) {
        return Text.shorten(subject, LONGEST_SUBJECT);
    }

    /** Marks the beginnings of phases by dashed lines with their dates. */
    void datePhases(XYPlot plot) {
        int level = 0;
        for (Instant start : phaseStarts()) {
            ValueMarker date = new ValueMarker(start.toEpochMilli(), NOTHING, Theme.hairline());
            date.setLabel(Times.day(start));
            date.setLabelFont(SMALL);
            date.setLabelPaint(Palette.MUTED);
            date.setLabelBackgroundColor(NOTHING);
            boolean late =
                    start.toEpochMilli() > from.toEpochMilli() + 0.86 * (to.toEpochMilli() - from.toEpochMilli());
            date.setLabelAnchor(late ? RectangleAnchor.BOTTOM_LEFT : RectangleAnchor.BOTTOM_RIGHT);
            date.setLabelTextAnchor(late ? TextAnchor.BOTTOM_RIGHT : TextAnchor.BOTTOM_LEFT);
            date.setLabelOffset(new RectangleInsets(2, 4, 3 + 13 * (level % 3), 4));
            plot.addDomainMarker(date);
            level++;
        }
        markPhases(plot);
    }

    /** Marks the beginnings of phases by dashed lines. */
    void markPhases(XYPlot plot) {
        for (Instant start : phaseStarts()) {
            BasicStroke dashed =
                    new BasicStroke(1.1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {3f, 3f}, 0f);
            plot.addDomainMarker(new ValueMarker(start.toEpochMilli(), Palette.MUTED, dashed));
        }
    }

    Set<Instant> phaseStarts() {
        Set<Instant> starts = new TreeSet<>();
        source.results().run().phases().stream()
                .map(Run.Phase::from)
                .filter(this::inside)
                .forEach(starts::add);
        source.results().events().stream()
                .filter(event -> event.kind().equals("phase"))
                .map(EventRow::time)
                .filter(this::inside)
                .forEach(starts::add);
        return starts;
    }

    boolean inside(Instant instant) {
        return instant.isAfter(from) && instant.isBefore(to);
    }

    /** Something that was down in the first replication. */
    record Outage(String subject, Instant from, Instant to) {}

    /** Returns the outages of the first replication; the same in all architectures that have the site. */
    List<Outage> outages() {
        List<Outage> outages = new ArrayList<>();
        List<EventRow> events = source.results().events();
        for (EventRow event : events) {
            if (event.kind().equals("outage")) {
                Instant end = events.stream()
                        .filter(other -> other.kind().equals("repair"))
                        .filter(other -> other.subject().equals(event.subject())
                                && other.architecture().equals(event.architecture()))
                        .map(EventRow::time)
                        .filter(time -> !time.isBefore(event.time()))
                        .min(Instant::compareTo)
                        .orElse(to);
                Outage outage = new Outage(event.subject(), event.time(), end);
                if (!outages.contains(outage)) {
                    outages.add(outage);
                }
            }
        }
        return outages;
    }
}
