package dev.multisite.report.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeriesCollection;

import dev.multisite.report.results.EventRow;
import dev.multisite.report.results.Run;
import dev.multisite.report.results.Text;
import dev.multisite.report.results.Times;
import dev.multisite.report.theme.Fonts;
import dev.multisite.report.theme.Marks;
import dev.multisite.report.theme.Palette;
import dev.multisite.report.theme.Theme;

/** Everything that has a date, on one axis: phases of each architecture, launches, laws, risks, outages. */
public final class Happenings {

    /** So frequent that they would hide the rest; they are in events.csv. */
    public static final Set<String> ROUTINE = Set.of("scale-in", "scale-out", "host-failure", "host-repair");

    private static final String OUTAGE = "outage: ";
    private static final int MOST_ROWS = 20;
    private static final int MOST_LANES = 3;
    private static final int MOST_IN_A_ROW = 400;
    private static final double ROW = 24;
    private static final double LABELS = 110;
    private static final Font SMALL = Fonts.regular(10.5);

    private final Source source;
    private final Run run;
    private final Timeline timeline;

    /** Something on a row. */
    private record Happening(Instant from, Instant to, String label, Color colour) {}

    private Happenings(Source source) {
        this.source = source;
        this.run = source.results().run();
        this.timeline = new Timeline(source);
    }

    static Optional<Chart> of(Source source) {
        return new Happenings(source).chart();
    }

    /** A line of the picture; later lines of one kind have no name. */
    private record Row(String name, List<Happening> happenings) {}

    private Optional<Chart> chart() {
        Map<String, List<Happening>> rows = new LinkedHashMap<>();
        phases(rows);
        int architectures = rows.size();
        events(rows);
        boolean eventless = rows.size() == architectures;
        boolean onePhaseEach = rows.values().stream().allMatch(row -> row.size() < 2);
        if (eventless && onePhaseEach) {
            return Optional.empty();
        }
        List<Row> lines = lines(rows);
        JFreeChart chart = draw(lines);
        return Optional.of(new Chart(
                "timeline",
                "What happens when?",
                answer(rows),
                "Bars of the architectures change their shade where a phase begins and name the sites that it may use. Below"
                        + " are the events of the first replication: launches, advisories, changes of law and the like"
                        + " have the same dates in all replications, risks and outages have not. Events of single hosts"
                        + " and of autoscaling are left out.",
                List.of(),
                List.of(new Chart.Panel("", lines.size() * ROW + 34, chart::draw)),
                1,
                DataTable.empty()));
    }

    private String answer(Map<String, List<Happening>> rows) {
        Set<Instant> starts = timeline.phaseStarts();
        int outages = rows.entrySet().stream()
                .filter(row -> row.getKey().startsWith(OUTAGE))
                .mapToInt(row -> row.getValue().size())
                .sum();
        String phases = starts.isEmpty() ? "No phase begins" : "Phases begin on " + days(starts);
        return phases + "; the first replication has " + (outages == 0 ? "no" : String.valueOf(outages))
                + (outages == 1 ? " outage." : " outages.");
    }

    private static String days(Set<Instant> starts) {
        List<String> days = starts.stream().map(Times::day).distinct().toList();
        return days.size() > 4
                ? days.size() + " days"
                : String.join(", ", days.subList(0, days.size() - 1))
                        + (days.size() > 1 ? " and " : "")
                        + days.get(days.size() - 1);
    }

    private void phases(Map<String, List<Happening>> rows) {
        for (String name : source.architectures()) {
            List<EventRow> starts = source.results().events().stream()
                    .filter(event ->
                            event.kind().equals("phase") && event.architecture().equals(name))
                    .sorted(Comparator.comparing(EventRow::time))
                    .toList();
            List<Happening> segments = new ArrayList<>();
            for (int i = 0; i < starts.size(); i++) {
                Instant end = i + 1 < starts.size() ? starts.get(i + 1).time() : timeline.to();
                Color colour = Palette.faded(source.colour(name), i % 2 == 0 ? 0.3 : 0.5);
                String label = sites(name, starts.get(i).subject());
                segments.add(new Happening(starts.get(i).time(), end, label, colour));
            }
            if (!segments.isEmpty()) {
                rows.put(Source.shortName(name), segments);
            }
        }
    }

    /** The sites of a phase, or its name if the run says nothing of it. */
    private String sites(String architecture, String phase) {
        Set<String> names = new LinkedHashSet<>();
        run.phases().stream()
                .filter(candidate -> candidate.architecture().equals(architecture)
                        && candidate.label().equals(phase))
                .forEach(found -> {
                    found.rules().forEach(rule -> names.addAll(rule.to()));
                    found.routes().forEach(route -> names.add(route.site()));
                });
        return names.isEmpty() ? phase : String.join(" + ", names);
    }

    private void events(Map<String, List<Happening>> rows) {
        Map<String, List<Happening>> kinds = new TreeMap<>();
        Set<String> seen = new LinkedHashSet<>();
        for (EventRow event : source.results().events()) {
            boolean end = event.kind().endsWith("-end") || event.kind().equals("repair");
            boolean drawn = event.kind().equals("phase") || ROUTINE.contains(event.kind());
            if (!end && !drawn && seen.add(event.kind() + "\n" + event.subject() + "\n" + event.time())) {
                boolean outage = event.kind().equals("outage");
                String row = outage
                        ? OUTAGE + Timeline.shortSubject(event.subject())
                        : event.kind().replace('-', ' ');
                String label = outage ? "" : Text.shorten(source.results().label(event.subject()), 22);
                kinds.computeIfAbsent(row, key -> new ArrayList<>())
                        .add(new Happening(event.time(), end(event), label, outage ? Palette.ALARM : Palette.MUTED));
            }
        }
        rows.putAll(kinds);
    }

    private Instant end(EventRow start) {
        String kind = start.kind().equals("outage") ? "repair" : start.kind() + "-end";
        return source.results().events().stream()
                .filter(event -> event.kind().equals(kind)
                        && event.subject().equals(start.subject())
                        && event.architecture().equals(start.architecture())
                        && !event.time().isBefore(start.time()))
                .map(EventRow::time)
                .min(Comparator.naturalOrder())
                .orElse(start.time());
    }

    /** Puts what is named in a row on several lines, as far as that is needed to show all names. */
    private List<Row> lines(Map<String, List<Happening>> rows) {
        List<Row> lines = new ArrayList<>();
        rows.forEach((name, happenings) -> {
            List<Happening> sorted = new ArrayList<>(happenings);
            sorted.sort(Comparator.comparing(Happening::from));
            List<Row> own = new ArrayList<>();
            for (Happening happening : sorted.subList(0, Math.min(MOST_IN_A_ROW, sorted.size()))) {
                Row line = own.stream()
                        .filter(candidate -> hasRoom(candidate, happening))
                        .findFirst()
                        .orElseGet(() -> own.size() < MOST_LANES
                                ? new Row(own.isEmpty() ? name : "", new ArrayList<>())
                                : own.get(0));
                if (line.happenings.isEmpty()) {
                    own.add(line);
                }
                line.happenings.add(happening);
            }
            lines.addAll(own);
        });
        return lines.subList(0, Math.min(MOST_ROWS, lines.size()));
    }

    private boolean hasRoom(Row line, Happening next) {
        Happening last = line.happenings.get(line.happenings.size() - 1);
        boolean bar = last.to.toEpochMilli() - last.from.toEpochMilli() > 3 * pixel();
        boolean phases = bar && !next.from.isBefore(last.to);
        double end = last.to.toEpochMilli() + (ChartPainter.width(last.label, SMALL) + 18) * pixel();
        return phases || last.label.isEmpty() || end < next.from.toEpochMilli();
    }

    private double pixel() {
        return (timeline.to().toEpochMilli() - timeline.from().toEpochMilli()) / (ChartPainter.WIDTH - 320);
    }

    private JFreeChart draw(List<Row> rows) {
        List<String> names = rows.stream().map(Row::name).toList();
        XYPlot plot = Theme.plot(timeline.axis(), Theme.rows(names.toArray(String[]::new)));
        plot.setRangeGridlinesVisible(false);
        plot.setDataset(new XYSeriesCollection());
        plot.setRenderer(new XYLineAndShapeRenderer());
        for (int row = 0; row < names.size(); row++) {
            List<Happening> drawn = rows.get(row).happenings();
            for (int i = 0; i < drawn.size(); i++) {
                Instant next = i + 1 < drawn.size() ? drawn.get(i + 1).from() : timeline.to();
                draw(plot, row, drawn.get(i), next.toEpochMilli());
            }
        }
        Timeline.align(plot, room(names));
        return Theme.chart(plot);
    }

    private static double room(List<String> names) {
        return names.stream()
                .mapToDouble(name -> ChartPainter.width(name, Fonts.regular(Theme.TEXT)) + 20)
                .reduce(LABELS, Math::max);
    }

    /** Draws one happening, with its label if that ends before the next one begins. */
    private void draw(XYPlot plot, int row, Happening happening, double next) {
        double pixel = pixel();
        double from = happening.from.toEpochMilli();
        double to = Math.max(from, happening.to.toEpochMilli());
        boolean bar = to - from > 3 * pixel;
        if (bar) {
            BasicStroke thick = new BasicStroke(13f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
            plot.addAnnotation(new XYLineAnnotation(from, row, to, row, thick, happening.colour));
        } else {
            Dots.add(plot, from, row, happening.colour, Marks.triangle(10));
        }
        double width = ChartPainter.width(happening.label, SMALL) * pixel;
        boolean inside = bar && width + 8 * pixel < to - from;
        double start = inside ? from + 4 * pixel : Math.max(from, to) + 7 * pixel;
        boolean fits = inside || start + width + 8 * pixel < next;
        if (fits && !happening.label.isEmpty()) {
            XYTextAnnotation text = new XYTextAnnotation(happening.label, start, row);
            text.setFont(SMALL);
            text.setPaint(Palette.INK);
            text.setTextAnchor(TextAnchor.CENTER_LEFT);
            plot.addAnnotation(text);
        }
    }
}
