package dev.multisite.report.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeriesCollection;

import dev.multisite.report.results.PlacementRow;
import dev.multisite.report.theme.Marks;
import dev.multisite.report.theme.Numbers;
import dev.multisite.report.theme.Palette;
import dev.multisite.report.theme.Theme;

/** Which sets of sites are worth a look: one dot per placement, cheapest to the left, shortest round trip at the bottom. */
public final class Placements {

    private static final Color RANKED = Palette.series(0);
    private static final Color OTHERS = Palette.AXIS;

    private final List<PlacementRow> rows;

    private Placements(List<PlacementRow> rows) {
        this.rows = rows;
    }

    /** Returns the chart; nothing if there is nothing to choose between. */
    public static Optional<Chart> of(List<PlacementRow> rows) {
        return rows.size() < 2 ? Optional.empty() : Optional.of(new Placements(rows).chart());
    }

    private Chart chart() {
        JFreeChart chart = scatter();
        return new Chart(
                "placements",
                "Which sites are worth opening?",
                answer(),
                "Left is cheaper, down is nearer; both as the deterministic model sees them. Filled diamonds are the best by"
                        + " the objective; the stepped line joins the placements that no other beats in both figures.",
                List.of(
                        new Key("best by the objective", RANKED, Marks.shape(1, 11)),
                        new Key("others on the Pareto front", OTHERS, Marks.shape(0, 9))),
                List.of(new Chart.Panel("", 380, chart::draw)),
                1,
                data());
    }

    private JFreeChart scatter() {
        XYPlot plot = Theme.plot(
                Axes.around("cost over the whole period", "USD", values(PlacementRow::costUsd)),
                Axes.around("mean round trip", "ms", values(PlacementRow::latencyMillis)));
        plot.setDataset(new XYSeriesCollection());
        plot.setRenderer(new XYLineAndShapeRenderer());
        step(plot, front());
        for (PlacementRow row : rows) {
            boolean ranked = isRanked(row);
            Dots.add(
                    plot,
                    row.costUsd(),
                    row.latencyMillis(),
                    ranked ? RANKED : OTHERS,
                    Marks.shape(ranked ? 1 : 0, ranked ? 11 : 9));
        }
        DotLabels.add(
                plot,
                rows.stream()
                        .filter(row -> row.rank() == 1 || row.selected())
                        .map(row ->
                                new DotLabels.Label(Source.shortName(row.name()), row.costUsd(), row.latencyMillis()))
                        .toList());
        return Theme.chart(plot);
    }

    private static boolean isRanked(PlacementRow row) {
        return !Double.isNaN(row.rank());
    }

    private List<Double> values(java.util.function.ToDoubleFunction<PlacementRow> figure) {
        return rows.stream().mapToDouble(figure).boxed().toList();
    }

    private List<PlacementRow> front() {
        List<PlacementRow> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparingDouble(PlacementRow::costUsd).thenComparing(PlacementRow::latencyMillis));
        List<PlacementRow> front = new ArrayList<>();
        for (PlacementRow row : sorted) {
            if (front.isEmpty()
                    || row.latencyMillis() < front.get(front.size() - 1).latencyMillis()) {
                front.add(row);
            }
        }
        return front;
    }

    private static void step(XYPlot plot, List<PlacementRow> front) {
        BasicStroke thin = new BasicStroke(1.4f);
        for (int i = 1; i < front.size(); i++) {
            PlacementRow from = front.get(i - 1);
            PlacementRow to = front.get(i);
            plot.addAnnotation(new XYLineAnnotation(
                    from.costUsd(), from.latencyMillis(), to.costUsd(), from.latencyMillis(), thin, Palette.AXIS));
            plot.addAnnotation(new XYLineAnnotation(
                    to.costUsd(), from.latencyMillis(), to.costUsd(), to.latencyMillis(), thin, Palette.AXIS));
        }
    }

    private String answer() {
        PlacementRow chosen =
                rows.stream().filter(PlacementRow::selected).findFirst().orElse(rows.get(0));
        return Source.shortName(chosen.name()) + (chosen.selected() ? " was selected by simulation: " : " is best: ")
                + Numbers.tick(chosen.latencyMillis()) + " ms for " + Numbers.tick(chosen.costUsd()) + " USD.";
    }

    private DataTable data() {
        DataTable.Builder table = new DataTable.Builder("Placement", "Rank", "Mean round trip (ms)", "Cost (USD)");
        for (PlacementRow row : rows) {
            table.row(
                    DataTable.Cell.of(row.name()),
                    isRanked(row)
                            ? new DataTable.Cell(Integer.toString((int) row.rank()), row.rank())
                            : DataTable.Cell.of(""),
                    new DataTable.Cell(Numbers.tick(row.latencyMillis()), row.latencyMillis()),
                    new DataTable.Cell(Numbers.tick(row.costUsd()), row.costUsd()));
        }
        return table.build();
    }
}
