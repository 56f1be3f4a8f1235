package dev.multisite.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.multisite.regulation.enforcement.EnforcementReplay;
import dev.multisite.regulation.enforcement.EnforcementResult;
import dev.multisite.regulation.enforcement.EnforcementSettings;
import dev.multisite.regulation.enforcement.LawExposure;
import dev.multisite.regulation.enforcement.Risk;
import dev.multisite.scenario.Scenario;
import dev.multisite.simulation.Metrics;
import dev.multisite.simulation.Slice;
import dev.multisite.statistics.Estimate;
import dev.multisite.statistics.Proportions;
import dev.multisite.statistics.SampleQuantiles;
import dev.multisite.statistics.StudentT;
import dev.multisite.units.Durations;

/**
 * What authorities may do about one architecture, replayed on the exposure of all its replications. The same replay of two
 * architectures has the same random numbers.
 */
final class Fines {
    /** Shares at which the distribution is written: dense where the money is. */
    private static final double[] QUANTILES = {
        0.5, 0.6, 0.7, 0.75, 0.8, 0.825, 0.85, 0.875, 0.9, 0.91, 0.92, 0.93, 0.94, 0.95, 0.96, 0.97, 0.975, 0.98, 0.985,
        0.99, 0.9925, 0.995, 0.996, 0.997, 0.998, 0.999, 0.9995
    };

    private final String architecture;
    private final EnforcementResult result;
    private final int courses;

    private Fines(String architecture, EnforcementResult result, int courses) {
        this.architecture = architecture;
        this.result = result;
        this.courses = courses;
    }

    /** @param courses what the exposure was in each replication; the same course once */
    static Fines replay(Scenario scenario, String architecture, List<List<LawExposure>> courses) {
        EnforcementSettings settings = EnforcementSettings.of(
                scenario.simulation().seed(),
                scenario.regulation().enforcementReplays(),
                scenario.period().seconds() / Durations.SECONDS_PER_YEAR);
        return replay(settings, architecture, courses);
    }

    static Fines replay(EnforcementSettings settings, String architecture, List<List<LawExposure>> courses) {
        return new Fines(architecture, EnforcementReplay.runCourses(courses, settings), courses.size());
    }

    private int replays() {
        return result.replays().announcedUsd().length;
    }

    /** Returns the rows of {@code fines.csv}. */
    List<FineRow> rows() {
        List<FineRow> rows = new ArrayList<>();
        addFines(rows, "", result.total());
        addMeasures(rows, "", result.total());
        result.byLaw().forEach((law, figures) -> {
            addFines(rows, law, figures);
            addMeasures(rows, law, figures);
        });
        return rows;
    }

    private void addFines(List<FineRow> rows, String law, EnforcementResult.Figures found) {
        Risk announced = found.announced();
        add(rows, law, "fine-probability", announced.probability(), announced.probabilityError());
        add(rows, law, "fines-expected", announced.mean(), announced.meanError());
        add(rows, law, "fines-p50", announced.p50(), Double.NaN);
        add(rows, law, "fines-p95", announced.p95(), announced.p95Error());
        add(rows, law, "fines-p99", announced.p99(), announced.p99Error());
        add(rows, law, "fines-es95", announced.es95(), announced.es95Error());
        add(
                rows,
                law,
                "fines-collected",
                found.collected().mean(),
                found.collected().meanError());
        add(rows, law, "fines-expected-low", found.layers().low(), Double.NaN);
        add(rows, law, "fines-expected-high", found.layers().high(), Double.NaN);
        add(rows, law, "fines-expected-lenient", found.layers().lenient(), Double.NaN);
        add(rows, law, "fines-expected-strict", found.layers().strict(), Double.NaN);
    }

    private void addMeasures(List<FineRow> rows, String law, EnforcementResult.Figures found) {
        add(
                rows,
                law,
                "order-probability",
                found.orders().probability(),
                found.orders().probabilityError());
        add(rows, law, "orders", found.orders());
        add(
                rows,
                law,
                "suspension-probability",
                found.suspensions().probability(),
                found.suspensions().probabilityError());
        add(rows, law, "suspensions", found.suspensions());
        add(rows, law, "suspended-days", found.suspendedDays());
        add(
                rows,
                law,
                "closure-probability",
                found.closures().probability(),
                found.closures().probabilityError());
        add(rows, law, "closures", found.closures());
        add(rows, law, "unsold-devices", found.unsoldDevices());
        add(
                rows,
                law,
                "block-probability",
                found.blocks().probability(),
                found.blocks().probabilityError());
        add(rows, law, "blocks", found.blocks());
        add(rows, law, "blocked-device-days", found.blockedDeviceDays());
        double first = found.medianFirstMeasureYears() * Durations.SECONDS_PER_YEAR / Durations.SECONDS_PER_DAY;
        add(rows, law, "first-measure", first, Double.NaN);
    }

    private void add(List<FineRow> rows, String law, String metric, Risk risk) {
        add(rows, law, metric, risk.mean(), risk.meanError());
    }

    private void add(List<FineRow> rows, String law, String metric, double value, double error) {
        rows.add(new FineRow(architecture, law, metric, value, error, replays()));
    }

    /** Returns the distribution of the fines over the replays. */
    List<FineQuantileRow> quantiles() {
        double[] announced = sorted(result.replays().announcedUsd());
        double[] collected = sorted(result.replays().collectedUsd());
        return Arrays.stream(QUANTILES)
                .mapToObj(q -> new FineQuantileRow(
                        architecture,
                        q,
                        SampleQuantiles.ofSorted(announced, q),
                        SampleQuantiles.ofSorted(collected, q)))
                .toList();
    }

    private static double[] sorted(double[] values) {
        Arrays.sort(values);
        return values;
    }

    /** Returns the figures of all laws as rows of {@code metrics.csv}; the interval is that of the replays. */
    List<MetricRow> metrics(double confidence) {
        return rows().stream()
                .filter(row -> row.law().isEmpty() && Metrics.UNITS.containsKey(row.metric()))
                .map(row -> new MetricRow(
                        architecture,
                        Slice.ALL,
                        row.metric(),
                        Metrics.unit(row.metric()),
                        estimate(row, confidence),
                        row.replays(),
                        Double.NaN,
                        MetricRow.Note.NONE))
                .toList();
    }

    /** Returns a figure of all laws with its interval. */
    Estimate estimate(String metric, double confidence) {
        return rows().stream()
                .filter(row -> row.law().isEmpty() && row.metric().equals(metric))
                .map(row -> estimate(row, confidence))
                .findFirst()
                .orElse(Estimate.none());
    }

    private Estimate estimate(FineRow row, double confidence) {
        if (!result.byLaw().isEmpty() && row.metric().endsWith("-probability")) {
            Estimate exact = Proportions.clopperPearson(row.value() * row.replays(), row.replays(), confidence);
            double half = StudentT.quantile(confidence, row.replays() - 1) * row.standardError();
            return new Estimate(
                    row.value(),
                    Math.max(0, Math.min(exact.low(), row.value() - half)),
                    Math.min(1, Math.max(exact.high(), row.value() + half)),
                    row.replays());
        }
        double half = StudentT.quantile(confidence, row.replays() - 1) * row.standardError();
        return new Estimate(row.value(), Math.max(0, row.value() - half), row.value() + half, row.replays());
    }

    /** Returns what each replay came to of which {@code metric} is a figure. */
    double[] amounts(String metric) {
        return switch (metric) {
            case "fines-collected" -> result.replays().collectedUsd();
            case "blocked-device-days" -> result.replays().blockedDeviceDays();
            case "fine-probability" ->
                Arrays.stream(result.replays().announcedUsd())
                        .map(usd -> usd > 0 ? 1 : 0)
                        .toArray();
            default -> result.replays().announcedUsd();
        };
    }

    int courses() {
        return courses;
    }
}
