package dev.multisite.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.multisite.experiment.ComparisonRow;
import dev.multisite.experiment.Direction;
import dev.multisite.experiment.MetricRow;
import dev.multisite.experiment.ReplicationRow;
import dev.multisite.simulation.Slice;
import dev.multisite.statistics.Estimate;
import dev.multisite.statistics.Proportions;
import dev.multisite.statistics.StudentT;
import dev.multisite.verdict.Judged;
import dev.multisite.verdict.Sentence;

/**
 * Architectures of several runs against the baseline of the first. Runs that share their seed are paired by replication;
 * others get Welch's interval. Percentiles are compared by the replications' own, as {@code replications.csv} has them.
 *
 * @param columns what is compared, the reference first
 * @param rows differences to the reference
 * @param confidence level of the intervals
 */
public record RunComparison(List<Column> columns, List<Row> rows, double confidence) {
    private static final List<String> METRICS = List.of("latency-p95", "failure-rate", "cost");

    public RunComparison {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** An architecture of a run. */
    public record Column(StoredRun run, String architecture, String label) {
        Map<Figure, MetricRow> metrics() {
            Map<Figure, MetricRow> metrics = new LinkedHashMap<>();
            run.metrics().stream()
                    .filter(row -> row.architecture().equals(architecture))
                    .forEach(row -> metrics.put(new Figure(row.slice(), row.metric()), row));
            return metrics;
        }

        Map<Figure, double[]> values() {
            Map<Figure, double[]> values = new HashMap<>();
            for (ReplicationRow row : run.replicationRows()) {
                if (row.architecture().equals(architecture) && row.replication() < run.replications()) {
                    values.computeIfAbsent(new Figure(row.slice(), row.metric()), key -> unknown(run.replications()))[
                                    row.replication()] =
                            row.value();
                }
            }
            return values;
        }

        private static double[] unknown(int count) {
            double[] values = new double[count];
            Arrays.fill(values, Double.NaN);
            return values;
        }
    }

    /**
     * A comparison with the reference.
     *
     * @param paired whether the interval is paired by replication
     * @param events independent events behind the figure of the one that has more; infinite where that makes no sense
     */
    public record Row(ComparisonRow comparison, boolean paired, double events) {}

    private record Figure(Slice slice, String metric) {}

    /** Compares {@code runs}, at least one. */
    public static RunComparison of(List<StoredRun> runs) {
        List<Column> columns = columns(runs);
        Column reference = columns.get(0);
        double confidence = reference.run().confidence();
        List<Row> rows = new ArrayList<>();
        for (Column column : columns.subList(1, columns.size())) {
            rows.addAll(compare(column, reference, confidence));
        }
        return new RunComparison(columns, rows, confidence);
    }

    private static List<Column> columns(List<StoredRun> runs) {
        List<Column> columns = new ArrayList<>();
        for (StoredRun run : runs) {
            String prefix = run.folder().getFileName() + ":";
            run.metrics().stream()
                    .map(MetricRow::architecture)
                    .distinct()
                    .forEach(name -> columns.add(new Column(run, name, prefix + name)));
        }
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("the runs have no figures");
        }
        String baseline = runs.get(0).baseline();
        columns.sort((a, b) -> Boolean.compare(isReference(b, runs, baseline), isReference(a, runs, baseline)));
        return columns;
    }

    private static boolean isReference(Column column, List<StoredRun> runs, String baseline) {
        return column.run().equals(runs.get(0)) && column.architecture().equals(baseline);
    }

    private static List<Row> compare(Column column, Column reference, double confidence) {
        boolean paired = column.run().seed() == reference.run().seed();
        Map<Figure, MetricRow> figures = column.metrics();
        Map<Figure, MetricRow> others = reference.metrics();
        Map<Figure, double[]> values = column.values();
        Map<Figure, double[]> otherValues = reference.values();
        List<Row> rows = new ArrayList<>();
        figures.forEach((figure, row) -> {
            double[] a = values.get(figure);
            double[] b = otherValues.get(figure);
            MetricRow other = others.get(figure);
            boolean whole =
                    figure.slice().period().isEmpty() && figure.slice().site().isEmpty();
            if (whole && a != null && b != null && other != null) {
                double events = Math.max(events(row), events(other));
                rows.add(new Row(difference(column, reference, row, a, b, paired, confidence), paired, events));
            }
        });
        return rows;
    }

    private static double events(MetricRow row) {
        return Double.isNaN(row.events()) ? Double.POSITIVE_INFINITY : row.events();
    }

    private static ComparisonRow difference(
            Column column, Column reference, MetricRow row, double[] a, double[] b, boolean paired, double confidence) {
        Direction direction = Direction.of(row.metric());
        Estimate better = direction == Direction.NEUTRAL || !paired
                ? Estimate.none()
                : Proportions.better(a, b, direction == Direction.LOWER_IS_BETTER, confidence);
        return new ComparisonRow(
                column.label(),
                reference.label(),
                row.slice().country(),
                row.slice().service(),
                row.metric(),
                row.unit(),
                paired ? StudentT.pairedDifference(a, b, confidence) : StudentT.welchDifference(a, b, confidence),
                paired ? StudentT.ratioOfMeans(a, b, confidence) : Estimate.none(),
                better,
                Math.min(a.length, b.length));
    }

    /** Returns what the differences over all countries and services allow to say, a sentence for each architecture. */
    public List<Sentence> sentences() {
        Map<String, List<Judged>> byArchitecture = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> row.comparison().country().isEmpty()
                        && row.comparison().service().isEmpty()
                        && METRICS.contains(row.comparison().metric()))
                .map(row -> new Judged(row.comparison(), row.events()))
                .forEach(judged -> byArchitecture
                        .computeIfAbsent(judged.row().architecture(), name -> new ArrayList<>())
                        .add(judged));
        return byArchitecture.values().stream()
                .map(differences -> Judged.together(differences.stream()
                        .sorted(Comparator.comparingInt(
                                judged -> METRICS.indexOf(judged.row().metric())))
                        .toList()))
                .toList();
    }
}
