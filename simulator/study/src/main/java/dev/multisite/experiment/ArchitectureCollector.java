package dev.multisite.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.multisite.simulation.Figure;
import dev.multisite.simulation.ReplicationResult;
import dev.multisite.simulation.ReplicationResult.Check;
import dev.multisite.simulation.ReplicationResult.SimulationEvent;
import dev.multisite.simulation.Slice;
import dev.multisite.statistics.HistogramSections;
import dev.multisite.statistics.LatencyHistogram;

/** Sums up the replications of one architecture, which must come in order. */
final class ArchitectureCollector {
    private final Map<FigureKey, ValueSeries> figures = new LinkedHashMap<>();
    private final Distributions latencies = new Distributions();
    private final Distributions waits = new Distributions();
    private final TimelineCollector timeline = new TimelineCollector();
    private final ExposureCollector exposure = new ExposureCollector();
    private final Map<String, CheckSum> checks = new LinkedHashMap<>();
    private List<SimulationEvent> events = List.of();
    private int replications;
    private long requestsSimulated;

    /** What a figure is about. */
    record FigureKey(Slice slice, String metric) {}

    /** Fewer independent events say too little to judge a figure by. */
    private static final double FEWEST_EVENTS = 30;

    private static final class CheckSum {
        double expected;
        double simulated;
        double variance;
        double slack;
        double events;
        double falseAlarm;
        String unit = "";
        int count;
    }

    void add(ReplicationResult result) {
        if (result.replication() != replications) {
            throw new IllegalStateException(
                    "replication " + result.replication() + " came where " + replications + " was due");
        }
        if (replications == 0) {
            events = result.events();
        }
        for (Figure figure : result.figures()) {
            series(figure.slice(), figure.metric()).set(replications, figure.value(), figure.events());
        }
        latencies.add(result.latencies(), (slice, histogram) -> {
            addPercentiles(slice, histogram, Percentiles.OF_LATENCIES);
            addMeanLatency(slice, histogram);
        });
        waits.add(result.waits(), (slice, histogram) -> addPercentiles(slice, histogram, Percentiles.OF_WAITS));
        timeline.add(result);
        exposure.add(result);
        result.checks().forEach(this::addCheck);
        requestsSimulated += result.requestsSimulated();
        replications++;
    }

    private ValueSeries series(Slice slice, String metric) {
        return figures.computeIfAbsent(new FigureKey(slice, metric), key -> new ValueSeries());
    }

    private void addPercentiles(Slice slice, LatencyHistogram histogram, Map<String, Double> percentiles) {
        percentiles.forEach((metric, p) ->
                series(slice, metric).set(replications, histogram.quantileSeconds(p) * 1000, Double.NaN));
    }

    private void addMeanLatency(Slice slice, LatencyHistogram histogram) {
        if (Double.isNaN(series(slice, "latency-mean").get(replications))) {
            series(slice, "latency-mean").set(replications, histogram.meanSeconds() * 1000, Double.NaN);
        }
    }

    private void addCheck(Check check) {
        CheckSum sum = checks.computeIfAbsent(check.name(), name -> new CheckSum());
        sum.expected += check.expected();
        sum.simulated += check.simulated();
        sum.variance += check.standardError() * check.standardError();
        sum.slack += check.slack();
        sum.events += check.events();
        sum.falseAlarm = check.falseAlarm();
        sum.unit = check.unit();
        sum.count++;
    }

    int replications() {
        return replications;
    }

    long requestsSimulated() {
        return requestsSimulated;
    }

    Map<FigureKey, ValueSeries> figures() {
        return figures;
    }

    /** Returns the latencies of a slice; empty ones if there are none. */
    HistogramSections latencies(Slice slice) {
        return latencies.of(slice);
    }

    /** Returns the distribution of which {@code key} is a percentile. */
    HistogramSections distribution(FigureKey key) {
        return (Percentiles.OF_WAITS.containsKey(key.metric()) ? waits : latencies).of(key.slice());
    }

    TimelineCollector timeline() {
        return timeline;
    }

    ExposureCollector exposure() {
        return exposure;
    }

    List<SimulationEvent> events() {
        return events;
    }

    List<CheckRow> checks(String architecture) {
        List<CheckRow> rows = new ArrayList<>();
        checks.forEach((name, sum) -> {
            if (sum.events >= FEWEST_EVENTS) {
                rows.add(row(architecture, name, sum));
            }
        });
        return rows;
    }

    private static CheckRow row(String architecture, String name, CheckSum sum) {
        int count = sum.count;
        Check mean = new Check(
                name,
                sum.expected / count,
                sum.simulated / count,
                Math.sqrt(sum.variance) / count,
                sum.slack / count,
                sum.events,
                sum.falseAlarm,
                sum.unit);
        return new CheckRow(
                architecture,
                name,
                mean.expected(),
                mean.simulated(),
                mean.tolerance(),
                mean.falseAlarm(),
                mean.unit(),
                mean.holds());
    }
}
