package dev.multisite.report.charts;

import java.awt.BasicStroke;
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

import dev.multisite.report.results.EventRow;
import dev.multisite.report.results.ResultsFolder;
import dev.multisite.report.results.Run;
import dev.multisite.report.results.TimelineRow;
import dev.multisite.report.theme.Palette;
import dev.multisite.report.theme.Theme;

/** The period as an axis, with what every chart over time marks on it. */
final class Timeline {

    /** Room for the labels of the vertical axis, the same in stacked panels so that dates line up. */
    static final double LABELS = 86;

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

    /** Returns what the bins of a timeline are. */
    static String bin(List<TimelineRow> rows) {
        if (rows.size() < 2) {
            return "bin";
        }
        double days = Duration.between(rows.get(0).time(), rows.get(1).time()).toMinutes() / 1440.0;
        return days < 0.5 ? "hour" : days < 3 ? "day" : days < 15 ? "week" : "month";
    }

    /** Fixes the room at the left, so that panels above each other line up. */
    static void align(XYPlot plot) {
        AxisSpace space = new AxisSpace();
        space.setLeft(LABELS);
        plot.setFixedRangeAxisSpace(space);
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
