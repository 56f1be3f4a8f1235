package dev.multisite.report.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;

import dev.multisite.report.results.Estimate;
import dev.multisite.report.results.TimelineRow;
import dev.multisite.report.theme.Marks;
import dev.multisite.report.theme.Numbers;
import dev.multisite.report.theme.Theme;

/** Availability, latency and load over time, with outages and phases. */
final class OverTime {

    /** Sums of weights differ from one by rounding; half a second in a year is less than anybody can measure. */
    private static final double NOTHING = 1e-8;

    private static final List<String> METRICS = List.of("availability", "failure-rate", "latency-mean", "requests");

    private final Source source;
    private final Timeline timeline;

    private OverTime(Source source) {
        this.source = source;
        this.timeline = new Timeline(source);
    }

    static Optional<Chart> of(Source source) {
        return new OverTime(source).chart();
    }

    private Optional<Chart> chart() {
        List<String> metrics = METRICS.stream().filter(this::tellsSomething).toList();
        if (metrics.isEmpty()) {
            return Optional.empty();
        }
        List<Chart.Panel> panels = new ArrayList<>();
        for (int i = 0; i < metrics.size(); i++) {
            panels.add(panel(metrics.get(i), i == 0, i == metrics.size() - 1));
        }
        OutageStrip strip = new OutageStrip(timeline);
        if (!strip.isEmpty() && panels.size() > 1) {
            JFreeChart outages = strip.chart();
            panels.add(1, new Chart.Panel("outages in the first replication", strip.height(), outages::draw));
        }
        return Optional.of(new Chart(
                "over-time",
                metrics.contains("availability")
                        ? "How do availability and load develop, and what do outages do?"
                        : "How do response time and load develop?",
                answer(),
                "Lines are means over the replications, bands reach from the 5th to the 95th percentile of the"
                        + " replications. Dashed lines mark the beginning of a phase. The strip shows which sites were"
                        + " down in the first replication; the other replications have other outages.",
                source.keys(),
                panels,
                1,
                data()));
    }

    /** Whether a metric has a timeline that is more than the same good figure all the time. */
    private boolean tellsSomething(String metric) {
        double good = metric.equals("availability") ? 1 : 0;
        return source.architectures().stream()
                .flatMap(name -> rows(name, metric).stream())
                .anyMatch(row -> Double.isFinite(row.band().mean())
                        && (Math.abs(row.band().mean() - good) > NOTHING
                                || Math.abs(row.band().lowOrMean() - good) > NOTHING));
    }

    private List<TimelineRow> rows(String architecture, String metric) {
        return timeline.whole(source.results().series(architecture, metric, "", ""));
    }

    private Chart.Panel panel(String metric, boolean first, boolean last) {
        Lines lines = new Lines();
        for (String name : source.architectures()) {
            List<TimelineRow> rows = rows(name, metric);
            if (!rows.isEmpty()) {
                lines.timeline(Source.shortName(name), rows, source.colour(name), Marks.line(source.index(name), 1.6));
            }
        }
        XYPlot plot = lines.plot(last ? timeline.axis() : timeline.bareAxis(), axis(metric, lines.values()));
        if (first) {
            timeline.datePhases(plot);
        } else {
            timeline.markPhases(plot);
        }
        if (metric.equals("latency-mean")) {
            LineLabels.add(plot, lines.named(), true);
        }
        timeline.align(plot);
        JFreeChart chart = Theme.chart(plot);
        return new Chart.Panel(caption(metric), last ? 142 : 122, chart::draw);
    }

    private String caption(String metric) {
        return switch (metric) {
            case "availability" -> "availability: demand-weighted share of time with a reachable site";
            case "failure-rate" -> "share of failed requests";
            case "latency-mean" -> "mean response time (ms)";
            default -> "load: requests per " + bin();
        };
    }

    private ValueAxis axis(String metric, List<Double> values) {
        if (!metric.contains("availability")) {
            String unit = source.results().unit(metric);
            return Axes.linear("", unit.equals("fraction") ? unit : "", values);
        }
        double low = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double room = Math.max(1e-4, (1 - low) * 0.12);
        return Theme.linear(
                "", Math.max(0, low - room), 1 + room / 2, value -> value > 1 + 1e-9 ? "" : Numbers.percentTick(value));
    }

    private String bin() {
        return source.architectures().isEmpty()
                ? "bin"
                : Timeline.bin(source.results().series(source.architectures().get(0), "requests", "", ""));
    }

    private String answer() {
        List<String> names = source.architectures().stream()
                .filter(name ->
                        source.results().figure(name, "availability", "").isPresent())
                .toList();
        if (names.isEmpty()) {
            return "";
        }
        if (names.stream().allMatch(name -> unreachable(name).mean() <= NOTHING)) {
            return "A site could be reached all the time.";
        }
        return "No site could be reached for, on average: "
                + Words.listed(names.stream()
                        .map(name -> Source.shortName(name) + "\u00A0" + span(unreachable(name)))
                        .toList())
                + ".";
    }

    /** Share of the demand-weighted time without a site. */
    private Estimate unreachable(String architecture) {
        Estimate value = source.results().figure(architecture, "availability", "");
        return new Estimate(1 - value.mean(), 1 - value.high(), 1 - value.low());
    }

    private static String span(Estimate share) {
        Estimate hours = share.times(365.25 * 24);
        String text = hours.mean() >= 1.5
                ? Numbers.compact(hours, "h a year")
                : Numbers.compact(hours.times(60), "min a year");
        return text.replace(' ', '\u00A0');
    }

    private DataTable data() {
        DataTable.Builder table = new DataTable.Builder("From", "Architecture", "Metric", "Mean", "p05 to p95");
        for (String metric : METRICS.stream().filter(this::tellsSomething).toList()) {
            String unit = source.results().unit(metric);
            for (String name : source.architectures()) {
                List<TimelineRow> rows = rows(name, metric);
                int step = Math.max(1, rows.size() / 12);
                for (int i = 0; i < rows.size(); i += step) {
                    Estimate band = rows.get(i).band();
                    table.row(
                            DataTable.Cell.of(rows.get(i).time().toString().substring(0, 10)),
                            DataTable.Cell.of(name),
                            DataTable.Cell.of(Words.metric(metric)),
                            new DataTable.Cell(Numbers.plain(band.mean(), unit), band.mean()),
                            DataTable.Cell.of(Numbers.interval(band, unit)));
                }
            }
        }
        return table.build();
    }
}
