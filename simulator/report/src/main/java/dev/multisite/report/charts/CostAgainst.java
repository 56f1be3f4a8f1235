package dev.multisite.report.charts;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeriesCollection;

import dev.multisite.report.results.Estimate;
import dev.multisite.report.theme.Marks;
import dev.multisite.report.theme.Numbers;
import dev.multisite.report.theme.Palette;
import dev.multisite.report.theme.Theme;

/** What a better figure costs: one dot per architecture, cheapest to the left, best at the bottom. */
final class CostAgainst {

    private final Source source;
    private final String metric;

    private CostAgainst(Source source, String metric) {
        this.source = source;
        this.metric = metric;
    }

    static Optional<Chart> latency(Source source) {
        return new CostAgainst(source, "latency-p95").chart("cost-against-latency", "What does a shorter wait cost?");
    }

    static Optional<Chart> exposure(Source source) {
        return new CostAgainst(source, "non-compliant-record-years")
                .chart("cost-against-exposure", "What does compliance cost?");
    }

    private Optional<Chart> chart(String id, String question) {
        List<String> names = source.architectures().stream()
                .filter(name -> cost(name).isPresent() && figure(name).isPresent())
                .toList();
        boolean free = names.stream().allMatch(name -> cost(name).mean() == 0);
        if (names.size() < 2 || free) {
            return Optional.empty();
        }
        JFreeChart chart = scatter(names);
        return Optional.of(new Chart(
                id,
                question,
                answer(names),
                "Left is cheaper, down is better. Crosses are the intervals of both figures. The stepped line joins the"
                        + " architectures that no other beats in both means. The axes need not start at zero.",
                List.of(),
                List.of(new Chart.Panel("", 360, chart::draw)),
                1,
                data(names)));
    }

    private Estimate cost(String name) {
        return source.results().figure(name, "cost", "");
    }

    private Estimate figure(String name) {
        return source.results().figure(name, metric, "");
    }

    private JFreeChart scatter(List<String> names) {
        String unit = source.results().unit(metric);
        ValueAxis cost =
                Axes.around("cost over the whole period", source.results().unit("cost"), ends(names, true));
        ValueAxis value = Axes.around(Words.metric(metric), unit, ends(names, false));
        XYPlot plot = Theme.plot(cost, value);
        plot.setDataset(new XYSeriesCollection());
        plot.setRenderer(new XYLineAndShapeRenderer());
        front(plot, front(names));
        names.forEach(name -> mark(plot, name));
        DotLabels.add(
                plot,
                names.stream()
                        .map(name -> new DotLabels.Label(
                                Source.shortName(name),
                                cost(name).mean(),
                                figure(name).mean()))
                        .toList());
        return Theme.chart(plot);
    }

    private List<Double> ends(List<String> names, boolean ofCost) {
        List<Double> ends = new ArrayList<>();
        for (String name : names) {
            Estimate value = ofCost ? cost(name) : figure(name);
            ends.add(value.lowOrMean());
            ends.add(value.highOrMean());
        }
        return ends;
    }

    private void mark(XYPlot plot, String name) {
        Estimate x = cost(name);
        Estimate y = figure(name);
        BasicStroke line = new BasicStroke(1.6f);
        plot.addAnnotation(
                new XYLineAnnotation(x.lowOrMean(), y.mean(), x.highOrMean(), y.mean(), line, source.colour(name)));
        plot.addAnnotation(
                new XYLineAnnotation(x.mean(), y.lowOrMean(), x.mean(), y.highOrMean(), line, source.colour(name)));
        Dots.add(plot, x.mean(), y.mean(), source.colour(name), Marks.shape(source.index(name), 11));
    }

    private List<String> front(List<String> names) {
        return names.stream()
                .filter(name -> names.stream().noneMatch(other -> beats(other, name)))
                .sorted((a, b) -> Double.compare(cost(a).mean(), cost(b).mean()))
                .toList();
    }

    private boolean beats(String a, String b) {
        boolean noWorse = cost(a).mean() <= cost(b).mean()
                && figure(a).mean() <= figure(b).mean();
        return noWorse
                && (cost(a).mean() < cost(b).mean()
                        || figure(a).mean() < figure(b).mean());
    }

    private void front(XYPlot plot, List<String> front) {
        BasicStroke thin = new BasicStroke(1.4f);
        for (int i = 1; i < front.size(); i++) {
            double x = cost(front.get(i)).mean();
            double before = figure(front.get(i - 1)).mean();
            plot.addAnnotation(
                    new XYLineAnnotation(cost(front.get(i - 1)).mean(), before, x, before, thin, Palette.AXIS));
            plot.addAnnotation(
                    new XYLineAnnotation(x, before, x, figure(front.get(i)).mean(), thin, Palette.AXIS));
        }
    }

    private String answer(List<String> names) {
        List<String> front = front(names);
        if (front.size() == 1) {
            return Words.capital(Source.shortName(front.get(0))) + " is cheapest and best in the means.";
        }
        String cheap = front.get(0);
        String good = front.get(front.size() - 1);
        String cost = source.results().unit("cost");
        String unit = source.results().unit(metric);
        return Words.capital(Source.shortName(cheap)) + ": " + Numbers.brief(figure(cheap), unit) + " for "
                + Numbers.brief(cost(cheap), cost) + "; " + Source.shortName(good) + ": "
                + Numbers.brief(figure(good), unit) + " for " + Numbers.brief(cost(good), cost) + ".";
    }

    private DataTable data(List<String> names) {
        DataTable.Builder table = new DataTable.Builder("Architecture", "Cost", Words.capital(Words.metric(metric)));
        for (String name : names) {
            table.row(
                    DataTable.Cell.of(name),
                    DataTable.Cell.of(cost(name), source.results().unit("cost")),
                    DataTable.Cell.of(figure(name), source.results().unit(metric)));
        }
        return table.build();
    }
}
