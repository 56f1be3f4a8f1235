package dev.multisite.report.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;

import dev.multisite.report.results.Estimate;
import dev.multisite.report.results.Text;
import dev.multisite.report.results.TimelineRow;
import dev.multisite.report.theme.Marks;
import dev.multisite.report.theme.Numbers;
import dev.multisite.report.theme.Theme;

/** How busy each site is over time. */
final class Utilisation {

    private static final int MOST_SITES = 9;
    private static final String METRIC = "utilisation";

    private final Source source;
    private final Timeline timeline;

    private Utilisation(Source source) {
        this.source = source;
        this.timeline = new Timeline(source);
    }

    static Optional<Chart> of(Source source) {
        return new Utilisation(source).chart();
    }

    private Optional<Chart> chart() {
        List<String> sites = sites();
        double most = sites.stream().mapToDouble(this::peak).max().orElse(0);
        List<Chart.Panel> panels = new ArrayList<>();
        for (String site : sites.subList(0, Math.min(MOST_SITES, sites.size()))) {
            panel(site, most).ifPresent(panels::add);
        }
        if (panels.isEmpty()) {
            return Optional.empty();
        }
        String busiest = sites.get(0);
        int more = sites.size() - MOST_SITES;
        return Optional.of(new Chart(
                "utilisation",
                "How busy are the sites?",
                Words.capital(Text.inSentence(Text.shorten(busiest, 40))) + " is the busiest: up to "
                        + Math.round(100 * peak(busiest)) + " % of its working cores in one " + bin(busiest) + ".",
                "Share of the working cores in use, mean and 5th to 95th percentile of the replications. Near 100 % queues"
                        + " grow without bound."
                        + (more > 0 ? " Shown are the " + MOST_SITES + " busiest of " + sites.size() + " sites." : ""),
                source.keys(),
                panels,
                Math.min(panels.size(), panels.size() > 4 ? 3 : 2),
                data(sites)));
    }

    private List<String> sites() {
        return source.results().sites().stream()
                .filter(site -> peak(site) >= 0)
                .sorted(Comparator.comparingDouble((String site) -> -peak(site)))
                .toList();
    }

    private String bin(String site) {
        return source.architectures().stream()
                .map(name -> source.results().series(name, METRIC, "", site))
                .filter(rows -> rows.size() > 1)
                .map(Timeline::bin)
                .findFirst()
                .orElse("bin");
    }

    private double peak(String site) {
        return source.architectures().stream()
                .flatMap(name -> source.results().series(name, METRIC, "", site).stream())
                .mapToDouble(row -> row.band().mean())
                .filter(Double::isFinite)
                .max()
                .orElse(-1);
    }

    private Optional<Chart.Panel> panel(String site, double most) {
        Lines lines = new Lines();
        for (String name : source.architectures()) {
            List<TimelineRow> rows = source.results().series(name, METRIC, "", site);
            if (!rows.isEmpty()) {
                lines.timeline(Source.shortName(name), rows, source.colour(name), Marks.line(source.index(name), 1.6));
            }
        }
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        NumberAxis axis =
                Theme.linear("", 0, most > 0.5 ? Math.max(1.02, most * 1.05) : most * 1.3 + 0.01, Numbers::percentTick);
        XYPlot plot = lines.plot(timeline.axis(), axis);
        timeline.markPhases(plot);
        LineLabels.add(plot, lines.named(), true);
        JFreeChart chart = Theme.chart(plot);
        return Optional.of(new Chart.Panel(Text.shorten(site, 34), 150, chart::draw));
    }

    private DataTable data(List<String> sites) {
        DataTable.Builder table = new DataTable.Builder("Site", "Architecture", "Mean", "Peak");
        for (String site : sites) {
            for (String name : source.architectures()) {
                Estimate mean = source.results().siteFigure(name, METRIC, site);
                Estimate peak = source.results().siteFigure(name, "utilisation-peak", site);
                if (mean.isPresent() || peak.isPresent()) {
                    table.row(
                            DataTable.Cell.of(site),
                            DataTable.Cell.of(name),
                            DataTable.Cell.of(mean, "fraction"),
                            DataTable.Cell.of(peak, "fraction"));
                }
            }
        }
        return table.build();
    }
}
