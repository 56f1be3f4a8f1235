package dev.multisite.verdict;

import java.util.ArrayList;
import java.util.List;

import dev.multisite.experiment.ComparisonRow;
import dev.multisite.experiment.Direction;
import dev.multisite.experiment.ExperimentResult;
import dev.multisite.experiment.MetricRow;
import dev.multisite.simulation.Slice;
import dev.multisite.statistics.Estimate;

/** The compact table of the terminal: at most 80 columns, half-widths behind {@code ±}, colour only if asked for. */
public final class ComparisonTable {
    private static final List<String> METRICS =
            List.of("latency-p50", "latency-p95", "latency-p99", "failure-rate", "cost");
    private static final int NAME_WIDTH = 17;
    private static final int CELL_WIDTH = 12;
    private static final int COUNTRY_CELL_WIDTH = 15;
    private static final int MOST_COLUMNS = 4;
    private static final String BETTER = "\u001b[32m";
    private static final String WORSE = "\u001b[31m";
    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    private final ExperimentResult result;
    private final boolean colour;
    private final List<String> lines = new ArrayList<>();

    private ComparisonTable(ExperimentResult result, boolean colour) {
        this.result = result;
        this.colour = colour;
    }

    /**
     * Returns the lines of the table.
     *
     * @param colour whether to colour what is certainly better or worse than the baseline
     */
    public static List<String> lines(ExperimentResult result, boolean colour) {
        ComparisonTable table = new ComparisonTable(result, colour);
        table.overall();
        table.byCountry("latency-p95");
        return table.lines;
    }

    private void overall() {
        List<String> architectures = architectures();
        List<Quantity> quantities = new ArrayList<>();
        StringBuilder header = new StringBuilder(left("", NAME_WIDTH));
        StringBuilder units = new StringBuilder(left("", NAME_WIDTH));
        for (String metric : METRICS) {
            Quantity quantity = quantity(architectures, metric);
            quantities.add(quantity);
            header.append(right(shortName(metric), CELL_WIDTH));
            units.append(right(quantity.unit(), CELL_WIDTH));
        }
        lines.add(bold(header.toString().stripTrailing()));
        lines.add(units.toString().stripTrailing());
        for (String architecture : architectures) {
            StringBuilder line = new StringBuilder(left(architecture, NAME_WIDTH));
            for (int i = 0; i < METRICS.size(); i++) {
                line.append(cell(architecture, "", METRICS.get(i), quantities.get(i), CELL_WIDTH));
            }
            lines.add(line.toString().stripTrailing());
        }
    }

    private void byCountry(String metric) {
        List<String> populations = List.copyOf(result.scenario().populations().keySet());
        if (populations.size() < 2) {
            return;
        }
        List<String> shown = architectures()
                .subList(0, Math.min(MOST_COLUMNS, architectures().size()));
        lines.add("");
        StringBuilder header = new StringBuilder(left("p95 latency, ms", NAME_WIDTH));
        shown.forEach(name -> header.append(right(name, COUNTRY_CELL_WIDTH)));
        lines.add(bold(header.toString()));
        Quantity millis = Quantity.of("ms", 1, false);
        for (String population : populations) {
            StringBuilder line = new StringBuilder(left(Labels.population(population), NAME_WIDTH));
            shown.forEach(name -> line.append(cell(name, population, metric, millis, COUNTRY_CELL_WIDTH)));
            lines.add(line.toString().stripTrailing());
        }
        if (shown.size() < architectures().size()) {
            lines.add("(" + (architectures().size() - shown.size()) + " more architectures in metrics.csv)");
        }
    }

    private List<String> architectures() {
        return List.copyOf(result.scenario().architectures().keySet());
    }

    private Quantity quantity(List<String> architectures, String metric) {
        double largest = 0;
        String unit = "";
        for (String architecture : architectures) {
            MetricRow row = result.metric(architecture, Slice.ALL, metric).orElse(null);
            if (row != null) {
                unit = row.unit();
                largest = Double.isNaN(row.estimate().value())
                        ? largest
                        : Math.max(largest, row.estimate().value());
            }
        }
        return Quantity.of(unit, largest, false);
    }

    private String cell(String architecture, String country, String metric, Quantity quantity, int width) {
        Estimate estimate = result.metric(architecture, Slice.ofCountry(country), metric)
                .map(MetricRow::estimate)
                .orElse(Estimate.none());
        String text = right(quantity.cell(estimate), width);
        ComparisonRow difference =
                result.comparison(architecture, country, metric).orElse(null);
        if (!colour || difference == null || !difference.difference().excludes(0)) {
            return text;
        }
        Direction direction = Direction.of(metric);
        if (direction == Direction.NEUTRAL) {
            return text;
        }
        boolean lower = difference.difference().value() < 0;
        return (lower == (direction == Direction.LOWER_IS_BETTER) ? BETTER : WORSE) + text + PLAIN;
    }

    private static String shortName(String metric) {
        return switch (metric) {
            case "failure-rate" -> "failures";
            case "latency-p50" -> "median";
            default -> metric.replace("latency-", "");
        };
    }

    private String bold(String text) {
        return colour ? BOLD + text + PLAIN : text;
    }

    private static String left(String text, int width) {
        String cut = text.codePointCount(0, text.length()) < width
                ? text
                : text.substring(0, text.offsetByCodePoints(0, width - 2)) + "…";
        return cut + " ".repeat(width - cut.codePointCount(0, cut.length()));
    }

    private static String right(String text, int width) {
        String cut = text.codePointCount(0, text.length()) < width
                ? text
                : text.substring(0, text.offsetByCodePoints(0, width - 2)) + "…";
        return " ".repeat(width - cut.codePointCount(0, cut.length())) + cut;
    }
}
