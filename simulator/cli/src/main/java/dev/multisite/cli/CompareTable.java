package dev.multisite.cli;

import java.util.ArrayList;
import java.util.List;

import dev.multisite.experiment.MetricRow;
import dev.multisite.results.RunComparison;
import dev.multisite.results.RunComparison.Column;
import dev.multisite.simulation.Slice;
import dev.multisite.statistics.Estimate;
import dev.multisite.verdict.Quantity;

/** Several runs side by side, one line per architecture. */
final class CompareTable {
    private static final List<String> METRICS = List.of("latency-p50", "latency-p95", "failure-rate", "cost");
    private static final int NAME_WIDTH = 28;
    private static final int CELL_WIDTH = 13;

    private CompareTable() {}

    static List<String> lines(RunComparison comparison) {
        List<Quantity> quantities = new ArrayList<>();
        StringBuilder header = new StringBuilder(" ".repeat(NAME_WIDTH));
        for (String metric : METRICS) {
            Quantity quantity = quantity(comparison, metric);
            quantities.add(quantity);
            String unit = quantity.unit().isEmpty() ? "" : " " + quantity.unit();
            header.append(("%" + CELL_WIDTH + "s").formatted(shortName(metric) + unit));
        }
        List<String> lines = new ArrayList<>(List.of(header.toString()));
        for (Column column : comparison.columns()) {
            lines.add(column.label());
            StringBuilder line = new StringBuilder(" ".repeat(NAME_WIDTH));
            for (int i = 0; i < METRICS.size(); i++) {
                String cell = quantities.get(i).cell(estimate(column, METRICS.get(i)));
                line.append(("%" + CELL_WIDTH + "s").formatted(cell));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static String shortName(String metric) {
        return switch (metric) {
            case "failure-rate" -> "failures";
            case "latency-p50" -> "median";
            default -> metric.replace("latency-", "");
        };
    }

    private static Quantity quantity(RunComparison comparison, String metric) {
        String unit = "";
        double largest = 0;
        for (Column column : comparison.columns()) {
            for (MetricRow row : column.run().metrics()) {
                if (row.metric().equals(metric) && row.slice().equals(Slice.ALL)) {
                    unit = row.unit();
                    largest = Math.max(
                            largest,
                            Double.isNaN(row.estimate().value())
                                    ? 0
                                    : row.estimate().value());
                }
            }
        }
        return Quantity.of(unit, largest, false);
    }

    private static Estimate estimate(Column column, String metric) {
        return column.run().metrics().stream()
                .filter(row -> row.architecture().equals(column.architecture())
                        && row.metric().equals(metric)
                        && row.slice().equals(Slice.ALL))
                .map(MetricRow::estimate)
                .findFirst()
                .orElse(Estimate.none());
    }
}
