package dev.multisite.report.charts;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jfree.chart.JFreeChart;

import dev.multisite.report.results.Estimate;
import dev.multisite.report.results.Text;
import dev.multisite.report.theme.Numbers;
import dev.multisite.report.theme.Palette;

/** Where the money goes, by site. */
final class CostBreakdown {

    private static final int MOST_PARTS = 7;

    private CostBreakdown() {}

    static Optional<Chart> of(Source source) {
        List<String> sites = source.results().sites().stream()
                .filter(site -> largest(source, site) > 0)
                .sorted(Comparator.comparingDouble((String site) -> -largest(source, site)))
                .toList();
        if (sites.isEmpty()) {
            return Optional.empty();
        }
        StackedRows rows = new StackedRows(
                source.architectures().stream().map(Source::shortName).toList());
        List<Key> keys = new ArrayList<>();
        for (int i = 0; i < sites.size(); i++) {
            boolean other = i >= MOST_PARTS && sites.size() > MOST_PARTS + 1;
            String part = other ? "Other sites" : Text.shorten(sites.get(i), 24);
            Color colour = other ? Palette.AXIS : Palette.part(i);
            for (int row = 0; row < source.architectures().size(); row++) {
                rows.part(
                        row,
                        part,
                        cost(source, source.architectures().get(row), sites.get(i))
                                .mean(),
                        colour);
            }
            if (keys.stream().noneMatch(key -> key.label().equals(part))) {
                keys.add(new Key(part, colour, new Rectangle2D.Double(-5, -5, 10, 10)));
            }
        }
        for (int row = 0; row < source.architectures().size(); row++) {
            Estimate sum = source.results().figure(source.architectures().get(row), "cost", "");
            if (sum.isPresent()) {
                rows.end(row, Numbers.brief(sum, source.results().unit("cost")));
            }
        }
        JFreeChart chart =
                rows.sums("cost over the whole period", source.results().unit("cost"));
        return Optional.of(new Chart(
                "cost-by-site",
                "Where does the money go?",
                "Over the whole period: " + Words.each(source, "cost", "") + ".",
                "Mean cost of each site over the whole period, the sum at the end of its row; the intervals are in the"
                        + " table.",
                keys,
                List.of(new Chart.Panel("", rows.height(), chart::draw)),
                1,
                data(source, sites)));
    }

    private static double largest(Source source, String site) {
        return source.architectures().stream()
                .mapToDouble(name -> cost(source, name, site).mean())
                .filter(Double::isFinite)
                .max()
                .orElse(-1);
    }

    private static Estimate cost(Source source, String architecture, String site) {
        return source.results().siteFigure(architecture, "cost", site);
    }

    private static DataTable data(Source source, List<String> sites) {
        DataTable.Builder table = new DataTable.Builder("Architecture", "Site", "Cost");
        String unit = source.results().unit("cost");
        for (String name : source.architectures()) {
            for (String site : sites) {
                Estimate cost = cost(source, name, site);
                table.row(
                        DataTable.Cell.of(name),
                        DataTable.Cell.of(site),
                        new DataTable.Cell(Numbers.estimate(cost, unit), cost.isPresent() ? cost.mean() : -1));
            }
        }
        return table.build();
    }
}
