package dev.multisite.report.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;

import dev.multisite.report.results.Estimate;
import dev.multisite.report.results.EventRow;
import dev.multisite.report.results.ExposureTimelineRow;
import dev.multisite.report.results.TimelineRow;
import dev.multisite.report.theme.Numbers;
import dev.multisite.report.theme.Palette;
import dev.multisite.report.theme.Theme;

/** Records against each law, and records that each foreign state can read, over time. */
final class ExposureOverTime {

    private static final int MOST_LINES = 6;
    private static final double PANEL = 118;

    private final Source source;
    private final Timeline timeline;
    private final List<ExposureTimelineRow> rows;
    private final Function<ExposureTimelineRow, String> name;
    private final List<String> names;

    private ExposureOverTime(
            Source source, Predicate<ExposureTimelineRow> which, Function<ExposureTimelineRow, String> name) {
        this.source = source;
        this.timeline = new Timeline(source);
        this.name = name;
        this.rows = source.results().exposureTimeline().stream().filter(which).toList();
        Map<String, Double> sums = new TreeMap<>();
        rows.forEach(row -> sums.merge(name.apply(row), Math.max(0, row.band().mean()), Double::sum));
        this.names = sums.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_LINES)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns records against each law. */
    static Optional<Chart> laws(Source source) {
        return new ExposureOverTime(
                        source,
                        row -> row.metric().equals("non-compliant-records")
                                && !row.law().isEmpty(),
                        ExposureTimelineRow::law)
                .chart(
                        "exposure-over-time",
                        "Since when is which law broken, and for how many records?",
                        Words.capital(Words.metric("open-violations")) + ": "
                                + Words.each(source, "open-violations", "") + ".",
                        "Records that break a law, in the middle of each bin (log scale, one scale for all panels). Dashed"
                                + " lines mark phases; dotted lines, in the law's colour, the days on which a law that"
                                + " is drawn begins to bind, can be enforced or ends. Means over the replications.",
                        false);
    }

    /** Returns the share of the records that each foreign state can read. */
    static Optional<Chart> reach(Source source) {
        return new ExposureOverTime(
                        source,
                        row -> row.metric().equals("readable-records")
                                && !row.state().isEmpty(),
                        ExposureTimelineRow::state)
                .chart(
                        "reach-over-time",
                        "Which foreign state can read how much, before and after each phase?",
                        Words.capital(Words.metric("foreign-reach")) + ": " + Words.each(source, "foreign-reach", "")
                                + ".",
                        "Share of all records that are readable for a state other than the people's own, because a copy,"
                                + " its reader, its operator or the firm belongs there. Lines of several states add up to"
                                + " more than 100 % where more than one can read the same records.",
                        true);
    }

    private Optional<Chart> chart(String id, String question, String answer, String guide, boolean share) {
        Map<String, Map<String, List<TimelineRow>>> lines = new TreeMap<>();
        List<Double> values = new ArrayList<>();
        for (String architecture : source.architectures()) {
            Map<String, List<TimelineRow>> own = series(architecture, share);
            lines.put(architecture, own);
            own.values()
                    .forEach(list -> list.forEach(row -> values.add(row.band().mean())));
        }
        List<Double> positive = values.stream().filter(value -> value > 0).toList();
        if (positive.isEmpty()) {
            return Optional.empty();
        }
        List<Chart.Panel> panels = new ArrayList<>();
        for (int i = 0; i < source.architectures().size(); i++) {
            String architecture = source.architectures().get(i);
            boolean last = i == source.architectures().size() - 1;
            panels.add(panel(architecture, lines.getOrDefault(architecture, Map.of()), positive, share, i == 0, last));
        }
        return Optional.of(new Chart(id, question, answer, guide, keys(), panels, 1, data(lines, share)));
    }

    private List<Key> keys() {
        List<Key> keys = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            keys.add(new Key(names.get(i), Palette.part(i), new Rectangle2D.Double(-5, -2, 10, 4)));
        }
        return keys;
    }

    private Map<String, List<TimelineRow>> series(String architecture, boolean share) {
        Map<Instant, Double> all = source.results().series(architecture, "records", "", "").stream()
                .collect(Collectors.toMap(TimelineRow::time, row -> row.band().mean(), (a, b) -> a));
        Map<String, List<TimelineRow>> series = new TreeMap<>();
        for (String wanted : names) {
            Map<Instant, Double> sums = new TreeMap<>();
            rows.stream()
                    .filter(row -> row.architecture().equals(architecture)
                            && name.apply(row).equals(wanted))
                    .forEach(row -> sums.merge(row.time(), row.band().mean(), Double::sum));
            List<TimelineRow> points = new ArrayList<>();
            sums.forEach((time, records) -> {
                double value = share ? records / all.getOrDefault(time, Double.NaN) : records;
                // A log scale has no 0; where nothing is exposed there is no line.
                if (Double.isFinite(value) && (share || value > 0)) {
                    points.add(new TimelineRow(architecture, time, "", "", "", "", new Estimate(value, value, value)));
                }
            });
            series.put(wanted, points);
        }
        return series;
    }

    private Chart.Panel panel(
            String architecture,
            Map<String, List<TimelineRow>> own,
            List<Double> values,
            boolean share,
            boolean first,
            boolean last) {
        Lines lines = new Lines();
        for (int i = 0; i < names.size(); i++) {
            List<TimelineRow> points = own.getOrDefault(names.get(i), List.of());
            if (!points.isEmpty()) {
                double[] x = points.stream()
                        .mapToDouble(row -> row.time().toEpochMilli())
                        .toArray();
                double[] y =
                        points.stream().mapToDouble(row -> row.band().mean()).toArray();
                lines.line(names.get(i), x, y, Palette.part(i), new BasicStroke(1.8f));
            }
        }
        ValueAxis range = share ? Axes.linear("", "fraction", shares(values)) : Axes.log("", "", values);
        XYPlot plot = lines.plot(last ? timeline.axis() : timeline.bareAxis(), range);
        if (first) {
            timeline.datePhases(plot);
        } else {
            timeline.markPhases(plot);
        }
        if (!share) {
            markLaws(plot);
        }
        timeline.align(plot);
        JFreeChart chart = Theme.chart(plot);
        return new Chart.Panel(Source.shortName(architecture), last ? PANEL + 20 : PANEL, chart::draw);
    }

    /** All of the scale where shares are large; a tenth would be a flat line on it. */
    private static List<Double> shares(List<Double> values) {
        double largest = values.stream()
                .filter(Double::isFinite)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        return List.of(0.0, largest > 0.5 || largest <= 0 ? 1.0 : largest);
    }

    /** The days of the laws that are drawn. */
    private void markLaws(XYPlot plot) {
        BasicStroke dotted =
                new BasicStroke(1.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1f, new float[] {1f, 4f}, 0f);
        source.results().events().stream()
                .filter(event -> event.kind().equals("law") && names.contains(event.subject()))
                .filter(event -> timeline.inside(event.time()))
                .filter(event -> event.architecture().equals(source.results().baseline()))
                .forEach(event ->
                        plot.addDomainMarker(new ValueMarker(event.time().toEpochMilli(), colour(event), dotted)));
    }

    private Color colour(EventRow event) {
        return Palette.part(names.indexOf(event.subject()));
    }

    private DataTable data(Map<String, Map<String, List<TimelineRow>>> lines, boolean share) {
        DataTable.Builder table =
                new DataTable.Builder("From", "Architecture", share ? "State" : "Law", share ? "Share" : "Records");
        lines.forEach((architecture, own) -> own.forEach((what, points) -> {
            int step = Math.max(1, points.size() / 12);
            for (int i = 0; i < points.size(); i += step) {
                double value = points.get(i).band().mean();
                table.row(
                        DataTable.Cell.of(points.get(i).time().toString().substring(0, 10)),
                        DataTable.Cell.of(architecture),
                        DataTable.Cell.of(what),
                        new DataTable.Cell(Numbers.plain(value, share ? "fraction" : "1"), value));
            }
        }));
        return table.build();
    }
}
