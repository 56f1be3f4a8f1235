package dev.multisite.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.multisite.experiment.ArchitectureCollector.FigureKey;
import dev.multisite.scenario.Scenario;
import dev.multisite.simulation.Metrics;
import dev.multisite.simulation.ReplicationResult;
import dev.multisite.simulation.Slice;
import dev.multisite.statistics.Estimate;
import dev.multisite.statistics.LatencyHistogram;

/** Sums up an experiment's replications, which must come in order. */
final class Collector {
    /** Shares at which the quantile functions are written: dense at both ends. */
    private static final double[] CURVE = {
        0.001, 0.002, 0.005, 0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6,
        0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.925, 0.95, 0.97, 0.98, 0.99, 0.995, 0.998, 0.999, 0.9995, 0.9999
    };

    private final Scenario scenario;
    private final double confidence;
    private final Estimator estimator;
    private final Map<String, ArchitectureCollector> architectures = new LinkedHashMap<>();

    Collector(Scenario scenario, double confidence) {
        this.scenario = scenario;
        this.confidence = confidence;
        this.estimator = new Estimator(confidence, FailureSources.of(scenario));
        scenario.architectures().keySet().forEach(name -> architectures.put(name, new ArchitectureCollector()));
    }

    void add(ReplicationResult result) {
        architecture(result.architecture()).add(result);
    }

    private ArchitectureCollector architecture(String name) {
        ArchitectureCollector collector = architectures.get(name);
        if (collector == null) {
            throw new IllegalArgumentException("unknown architecture " + name);
        }
        return collector;
    }

    /** Returns the largest half-width of a metric over all architectures, relative to its estimate. */
    double relativeHalfWidth(String metric) {
        double largest = 0;
        for (ArchitectureCollector data : architectures.values()) {
            Estimate estimate = estimator.estimate(data, new FigureKey(Slice.ALL, metric));
            double relative = estimate.halfWidth() / Math.abs(estimate.value());
            largest = Math.max(largest, Double.isNaN(relative) ? Double.POSITIVE_INFINITY : relative);
        }
        return largest;
    }

    ExperimentResult result(double relativeHalfWidth) {
        Map<String, Fines> enforced = new LinkedHashMap<>();
        if (scenario.keepsRecords() && scenario.regulation().enforcementReplays() > 0) {
            architectures.forEach((name, data) -> enforced.put(
                    name, Fines.replay(scenario, name, data.exposure().courses())));
        }
        Objectives objectives = new Objectives(scenario, estimator, enforced, confidence);
        List<MetricRow> metrics = new ArrayList<>();
        List<TimelineRow> timeline = new ArrayList<>();
        List<ExposureRow> exposure = new ArrayList<>();
        List<ExposureTimelineRow> exposureTimeline = new ArrayList<>();
        List<FineRow> fines = new ArrayList<>();
        List<FineQuantileRow> fineQuantiles = new ArrayList<>();
        List<EventRow> events = new ArrayList<>();
        List<ReplicationRow> replications = new ArrayList<>();
        List<LatencyRow> latencies = new ArrayList<>();
        List<ObjectiveRow> judged = new ArrayList<>();
        List<CheckRow> checks = new ArrayList<>();
        architectures.forEach((name, data) -> {
            List<FigureKey> keys = keys(data);
            keys.forEach(key -> metrics.add(estimator.row(name, data, key)));
            if (enforced.containsKey(name)) {
                metrics.addAll(enforced.get(name).metrics(confidence));
                fines.addAll(enforced.get(name).rows());
                fineQuantiles.addAll(enforced.get(name).quantiles());
            }
            keys.forEach(key -> addReplications(replications, name, data, key));
            timeline.addAll(data.timeline().rows(name));
            exposure.addAll(data.exposure().rows(name, data.replications(), confidence));
            exposureTimeline.addAll(data.exposure().timeline(name, data.replications()));
            data.events().forEach(event -> events.add(new EventRow(name, event)));
            addCurves(latencies, name, data);
            judged.addAll(objectives.judge(name, data));
            checks.addAll(data.checks(name));
        });
        return new ExperimentResult(
                scenario,
                confidence,
                architecture(scenario.baseline()).replications(),
                relativeHalfWidth,
                architectures.values().stream()
                        .mapToLong(ArchitectureCollector::requestsSimulated)
                        .sum(),
                metrics,
                comparisons(enforced),
                pairs(),
                timeline,
                exposure,
                exposureTimeline,
                fines,
                fineQuantiles,
                events,
                replications,
                latencies,
                judged,
                checks,
                AssumptionStudy.NONE);
    }

    private List<ComparisonRow> comparisons(Map<String, Fines> enforced) {
        List<ComparisonRow> rows = new ArrayList<>();
        ArchitectureCollector baseline = architecture(scenario.baseline());
        architectures.forEach((name, data) -> {
            if (!name.equals(scenario.baseline())) {
                Set<FigureKey> both = new LinkedHashSet<>(keys(data));
                both.retainAll(baseline.figures().keySet());
                both.stream()
                        .filter(key -> key.slice().site().isEmpty()
                                && key.slice().period().isEmpty())
                        .forEach(key -> rows.add(estimator.compare(name, data, scenario.baseline(), baseline, key)));
                Fines own = enforced.get(name);
                Fines other = enforced.get(scenario.baseline());
                if (own != null && other != null) {
                    rows.addAll(new FineComparison(own, other, confidence).rows(name, scenario.baseline()));
                }
            }
        });
        return rows;
    }

    /** The last architecture is the plan; what it gains over the other alternatives is asked next. */
    private List<ComparisonRow> pairs() {
        List<ComparisonRow> rows = new ArrayList<>();
        List<String> names = architectures.keySet().stream()
                .filter(name -> !name.equals(scenario.baseline()))
                .toList();
        if (names.isEmpty()) {
            return rows;
        }
        String plan = names.get(names.size() - 1);
        ArchitectureCollector data = architecture(plan);
        List<FigureKey> keys = keys(data).stream().filter(Collector::isPaired).toList();
        for (String other : names) {
            if (!other.equals(plan)) {
                ArchitectureCollector against = architecture(other);
                keys.stream()
                        .filter(against.figures()::containsKey)
                        .forEach(key -> rows.add(estimator.compare(plan, data, other, against, key)));
            }
        }
        return rows;
    }

    private static boolean isPaired(FigureKey key) {
        return key.slice().site().isEmpty()
                && key.slice().period().isEmpty()
                && key.slice().service().isEmpty();
    }

    private List<FigureKey> keys(ArchitectureCollector data) {
        Set<String> periods = new LinkedHashSet<>();
        data.figures().keySet().forEach(key -> periods.add(key.slice().period()));
        List<String> metricOrder = List.copyOf(Metrics.UNITS.keySet());
        Comparator<FigureKey> order = Comparator.comparing(FigureKey::slice, Slices.inOrderOf(scenario, periods))
                .thenComparingInt(key -> Math.floorMod(metricOrder.indexOf(key.metric()), Integer.MAX_VALUE))
                .thenComparing(FigureKey::metric);
        return data.figures().keySet().stream().sorted(order).toList();
    }

    private static void addReplications(
            List<ReplicationRow> rows, String name, ArchitectureCollector data, FigureKey key) {
        double[] values = data.figures().getOrDefault(key, new ValueSeries()).toArray(data.replications());
        for (int i = 0; i < values.length; i++) {
            rows.add(new ReplicationRow(name, i, key.slice(), key.metric(), Estimator.unit(key.metric()), values[i]));
        }
    }

    private void addCurves(List<LatencyRow> rows, String name, ArchitectureCollector data) {
        List<String> countries = new ArrayList<>(List.of(""));
        countries.addAll(scenario.populations().keySet());
        for (String country : countries) {
            LatencyHistogram pooled = data.latencies(Slice.ofCountry(country)).total();
            if (pooled.totalWeight() > 0) {
                for (double quantile : CURVE) {
                    rows.add(new LatencyRow(name, country, quantile, pooled.quantileSeconds(quantile) * 1000));
                }
            }
        }
    }
}
