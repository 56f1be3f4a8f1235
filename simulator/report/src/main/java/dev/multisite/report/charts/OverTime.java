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
        List<Chart.Panel> panels = new ArrayList<>();
        panel("availability", "availability: demand-weighted share of time with a reachable site")
                .ifPresent(panels::add);
        panel("failure-rate", "share of failed requests").ifPresent(panels::add);
        panel("latency-mean", "mean response time (ms)").ifPresent(panels::add);
        panel("requests", "load: requests per " + bin()).ifPresent(panels::add);
        if (panels.isEmpty()) {
            return Optional.empty();
        }
        OutageStrip strip = new OutageStrip(timeline);
        if (!strip.isEmpty()) {
            JFreeChart outages = strip.chart();
            panels.add(1, new Chart.Panel("outages in the first replication", strip.height(), outages::draw));
        }
        return Optional.of(new Chart(
                "over-time",
                "How do availability and load develop, and what do outages do?",
                answer(),
                "Lines are means over the replications, bands reach from the 5th to the 95th percentile of the"
                        + " replications. Dashed lines mark the beginning of a phase. The strip shows which sites were"
                        + " down in the first replication; the other replications have other outages.",
                source.keys(),
                panels,
                1,
                data()));
    }

    private Optional<Chart.Panel> panel(String metric, String caption) {
        Lines lines = new Lines();
        for (String name : source.architectures()) {
            List<TimelineRow> rows = source.results().series(name, metric, "", "");
            if (!rows.isEmpty()) {
                lines.timeline(rows, source.colour(name), Marks.line(source.index(name), 1.6));
            }
        }
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        XYPlot plot = lines.plot(timeline.axis(), axis(metric, lines.values()));
        timeline.markPhases(plot);
        Timeline.align(plot);
        JFreeChart chart = Theme.chart(plot);
        return Optional.of(new Chart.Panel(caption, 150, chart::draw));
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
        String each = Words.each(source, "availability", "");
        return each.isEmpty() ? "" : "Over the whole period: " + availability() + ".";
    }

    private String availability() {
        List<String> parts = source.architectures().stream()
                .filter(name ->
                        source.results().figure(name, "availability", "").isPresent())
                .limit(3)
                .map(name -> {
                    Estimate value = source.results().figure(name, "availability", "");
                    double hours = (1 - value.mean()) * 365.25 * 24;
                    return Numbers.mean(value, "fraction") + " with " + Source.shortName(name) + " (" + span(hours)
                            + " a year without a site)";
                })
                .toList();
        return String.join(", ", parts);
    }

    private static String span(double hours) {
        return hours >= 1.5 ? Math.round(hours) + " h" : Math.round(hours * 60) + " min";
    }

    private DataTable data() {
        DataTable.Builder table = new DataTable.Builder("From", "Architecture", "Metric", "Mean", "p05 to p95");
        for (String metric : List.of("availability", "failure-rate", "latency-mean", "requests")) {
            String unit = source.results().unit(metric);
            for (String name : source.architectures()) {
                List<TimelineRow> rows = source.results().series(name, metric, "", "");
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
