package dev.multisite.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.multisite.experiment.ComparisonRow;
import dev.multisite.experiment.Direction;
import dev.multisite.experiment.ExperimentResult;
import dev.multisite.experiment.MetricRow;
import dev.multisite.simulation.Slice;
import dev.multisite.statistics.Estimate;
import dev.multisite.verdict.TextTable.Cell;
import dev.multisite.verdict.TextTable.Tone;

/** The compact tables of the terminal: figures by architecture, then p95 latency by population and architecture. */
public final class ComparisonTable {
    private static final String LATENCY = "latency-p95";
    private static final List<String> METRICS = List.of("latency-p50", LATENCY, "latency-p99", "failure-rate", "cost");
    private static final int MOST_POPULATIONS = 15;
    private static final int MOST_ARCHITECTURES = 6;

    private final ExperimentResult result;
    private final List<String> architectures;

    private ComparisonTable(ExperimentResult result) {
        this.result = result;
        this.architectures = List.copyOf(result.scenario().architectures().keySet());
    }

    /**
     * Returns the lines, at most 80 columns wide; half-widths stand behind {@code ±}.
     *
     * @param colour whether to colour what is certainly better or worse than the baseline
     */
    public static List<String> lines(ExperimentResult result, boolean colour) {
        ComparisonTable table = new ComparisonTable(result);
        List<String> lines = new ArrayList<>(table.overall(colour));
        if (result.scenario().populations().size() > 1) {
            lines.add("");
            lines.addAll(table.byPopulation(colour));
        }
        return lines;
    }

    /** Returns how a table calls a metric. */
    public static String header(String metric) {
        return switch (metric) {
            case "failure-rate" -> "failures";
            case "latency-p50" -> "median";
            default -> metric.replace("latency-", "");
        };
    }

    /** Returns how the figures of one column are written: with the prefix of the largest. */
    public static Quantity quantity(List<MetricRow> figures) {
        double largest = 0;
        String unit = "";
        for (MetricRow row : figures) {
            unit = row.unit();
            Estimate estimate = row.estimate();
            double size = estimate.value() == 0 && estimate.hasInterval() ? estimate.high() : estimate.value();
            largest = Double.isNaN(size) ? largest : Math.max(largest, size);
        }
        return Quantity.of(unit, largest, false);
    }

    private List<String> overall(boolean colour) {
        TextTable table = new TextTable("", architectures);
        for (String metric : METRICS) {
            List<MetricRow> figures = architectures.stream()
                    .flatMap(name -> result.metric(name, Slice.ALL, metric).stream())
                    .toList();
            if (metric.equals("cost")
                    && figures.stream().allMatch(row -> row.estimate().value() == 0)) {
                continue; // no prices are given
            }
            Quantity quantity = quantity(figures);
            table.add(
                    List.of(header(metric), quantity.unit()),
                    architectures.stream()
                            .map(name -> cell(name, "", metric, quantity))
                            .toList());
        }
        return table.lines(colour);
    }

    private List<String> byPopulation(boolean colour) {
        List<String> populations = largest();
        TextTable table = new TextTable(
                "p95 latency, ms", populations.stream().map(Labels::population).toList());
        Quantity millis = Quantity.of("ms", 1, false);
        for (String name : architectures.subList(0, Math.min(MOST_ARCHITECTURES, architectures.size()))) {
            table.add(
                    List.of(name),
                    populations.stream()
                            .map(population -> cell(name, population, LATENCY, millis))
                            .toList());
        }
        List<String> lines = new ArrayList<>(table.lines(colour));
        int more = result.scenario().populations().size() - populations.size();
        int others = architectures.size() - MOST_ARCHITECTURES;
        if (more > 0) {
            lines.add("(" + more + " smaller populations in metrics.csv)");
        }
        if (others > 0) {
            lines.add("(" + others + " more architectures in metrics.csv)");
        }
        return lines;
    }

    /** The populations with the most requests, in the scenario's order. */
    private List<String> largest() {
        List<String> all = List.copyOf(result.scenario().populations().keySet());
        List<String> shown = all.stream()
                .sorted(Comparator.comparingDouble(name -> -requests(name)))
                .limit(MOST_POPULATIONS)
                .toList();
        return all.stream().filter(shown::contains).toList();
    }

    private double requests(String population) {
        return result.metric(result.scenario().baseline(), Slice.ofCountry(population), "requests")
                .map(row -> row.estimate().value())
                .orElse(0.0);
    }

    private Cell cell(String architecture, String country, String metric, Quantity quantity) {
        Estimate estimate = result.metric(architecture, Slice.ofCountry(country), metric)
                .map(MetricRow::estimate)
                .orElse(Estimate.none());
        return new Cell(quantity.cell(estimate), tone(architecture, country, metric));
    }

    private Tone tone(String architecture, String country, String metric) {
        Direction direction = Direction.of(metric);
        Estimate difference = result.comparison(architecture, country, metric)
                .map(ComparisonRow::difference)
                .orElse(Estimate.none());
        if (direction == Direction.NEUTRAL || !difference.excludes(0)) {
            return Tone.NEUTRAL;
        }
        boolean lower = difference.value() < 0;
        return lower == (direction == Direction.LOWER_IS_BETTER) ? Tone.BETTER : Tone.WORSE;
    }
}
