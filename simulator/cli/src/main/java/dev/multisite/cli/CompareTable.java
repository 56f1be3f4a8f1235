package dev.multisite.cli;

import java.util.List;
import java.util.Optional;

import dev.multisite.experiment.MetricRow;
import dev.multisite.results.RunComparison;
import dev.multisite.results.RunComparison.Column;
import dev.multisite.simulation.Slice;
import dev.multisite.statistics.Estimate;
import dev.multisite.verdict.ComparisonTable;
import dev.multisite.verdict.Quantity;
import dev.multisite.verdict.TextTable;
import dev.multisite.verdict.TextTable.Cell;
import dev.multisite.verdict.TextTable.Tone;

/** Several runs side by side, one line per architecture. */
final class CompareTable {
    private static final List<String> METRICS = List.of("latency-p50", "latency-p95", "failure-rate", "cost");

    private CompareTable() {}

    static List<String> lines(RunComparison comparison) {
        List<Column> columns = comparison.columns();
        TextTable table = new TextTable("", columns.stream().map(Column::label).toList());
        for (String metric : METRICS) {
            Quantity quantity = ComparisonTable.quantity(columns.stream()
                    .flatMap(column -> figure(column, metric).stream())
                    .toList());
            table.add(
                    List.of(ComparisonTable.header(metric), quantity.unit()),
                    columns.stream()
                            .map(column -> figure(column, metric)
                                    .map(MetricRow::estimate)
                                    .orElse(Estimate.none()))
                            .map(estimate -> new Cell(quantity.cell(estimate), Tone.NEUTRAL))
                            .toList());
        }
        return table.lines(false);
    }

    private static Optional<MetricRow> figure(Column column, String metric) {
        return column.run().metrics().stream()
                .filter(row -> row.architecture().equals(column.architecture())
                        && row.metric().equals(metric)
                        && row.slice().equals(Slice.ALL))
                .findFirst();
    }
}
