package dev.multisite.experiment;

import java.util.Set;

import dev.multisite.experiment.ArchitectureCollector.FigureKey;
import dev.multisite.experiment.MetricRow.Note;
import dev.multisite.simulation.Metrics;
import dev.multisite.simulation.Slice;
import dev.multisite.statistics.Estimate;
import dev.multisite.statistics.Moments;
import dev.multisite.statistics.PooledQuantiles;
import dev.multisite.statistics.Proportions;
import dev.multisite.statistics.RareEvents;
import dev.multisite.statistics.StudentT;

/** Turns the replications' figures into estimates with intervals. */
final class Estimator {
    /** Metrics that are 1 minus the share of a rare event. */
    private static final Set<String> COMPLEMENTS = Set.of("availability", "site-availability", "quorum-availability");

    /** How often records are lost: the chances are the replications. */
    private static final String LOSSES = "data-loss-events";

    /** No bound follows for how much is lost from the fact that nothing was. */
    private static final Set<String> SIZES_OF_LOSSES = Set.of("records-lost", "rpo");

    private static final double MILLIS = 1000;
    private final double confidence;
    private final boolean sitesCanFail;

    /** @param sitesCanFail whether anything can make a site or path unavailable; else availability is known to be 1 */
    Estimator(double confidence, boolean sitesCanFail) {
        this.confidence = confidence;
        this.sitesCanFail = sitesCanFail;
    }

    MetricRow row(String architecture, ArchitectureCollector data, FigureKey key) {
        ValueSeries series = seriesOf(data, key);
        double[] values = series.toArray(data.replications());
        int replications = Moments.of(values).count();
        Note note = note(data, key, series.events(), values);
        Estimate estimate = estimate(data, key, series.events(), values, note);
        return new MetricRow(
                architecture,
                key.slice(),
                key.metric(),
                unit(key.metric()),
                estimate,
                replications,
                series.events(),
                note);
    }

    static String unit(String metric) {
        return Metrics.UNITS.getOrDefault(metric, "");
    }

    private static ValueSeries seriesOf(ArchitectureCollector data, FigureKey key) {
        return data.figures().getOrDefault(key, new ValueSeries());
    }

    /** Returns the estimate alone, for the stopping rule. */
    Estimate estimate(ArchitectureCollector data, FigureKey key) {
        ValueSeries series = seriesOf(data, key);
        double[] values = series.toArray(data.replications());
        return estimate(data, key, series.events(), values, note(data, key, series.events(), values));
    }

    private Estimate estimate(ArchitectureCollector data, FigureKey key, double events, double[] values, Note note) {
        Double p = Percentiles.OF_METRIC.get(key.metric());
        if (p != null) {
            return PooledQuantiles.quantile(data.distribution(key), p, confidence)
                    .times(MILLIS);
        }
        if (COMPLEMENTS.contains(key.metric())) {
            return complement(rare(data, key.slice(), events, complements(values), note, false));
        }
        return rare(data, key.slice(), events, values, note, !key.metric().equals(LOSSES));
    }

    private Estimate rare(
            ArchitectureCollector data, Slice slice, double events, double[] values, Note note, boolean ofRequests) {
        Estimate mean = StudentT.mean(values, confidence);
        if (note == Note.FEW_EVENTS) {
            return RareEvents.meanOfFewEvents(mean, events, confidence);
        }
        if (note == Note.EXACT_BOUND) {
            double requests = data.latencies(slice).total().recorded();
            double chances = ofRequests && requests > 0 ? requests : mean.observations();
            double bound = Proportions.upperBoundOfNone(chances, confidence);
            return new Estimate(0, 0, bound, mean.observations());
        }
        return mean;
    }

    private Note note(ArchitectureCollector data, FigureKey key, double events, double[] values) {
        Double p = Percentiles.OF_METRIC.get(key.metric());
        if (p != null) {
            return PooledQuantiles.hasFewRequests(data.distribution(key), p) ? Note.FEW_REQUESTS : Note.NONE;
        }
        Moments moments = Moments.of(values);
        boolean complement = COMPLEMENTS.contains(key.metric());
        boolean failure = key.metric().startsWith("failure");
        if (moments.count() == 0 || !(complement || failure || events > 0) || (complement && !sitesCanFail)) {
            return Note.NONE;
        }
        boolean never = moments.mean() == (complement ? 1 : 0);
        if (never && SIZES_OF_LOSSES.contains(key.metric())) {
            return Note.NONE;
        }
        if (never && (failure || events == 0)) {
            return Note.EXACT_BOUND;
        }
        return !never && events > 0 && events < RareEvents.FEW_EVENTS ? Note.FEW_EVENTS : Note.NONE;
    }

    private static double[] complements(double[] values) {
        double[] complements = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            complements[i] = 1 - values[i];
        }
        return complements;
    }

    private static Estimate complement(Estimate estimate) {
        return new Estimate(1 - estimate.value(), 1 - estimate.high(), 1 - estimate.low(), estimate.observations());
    }

    /** Compares two architectures in one slice; the interval is paired by replication. */
    ComparisonRow compare(
            String name,
            ArchitectureCollector data,
            String baselineName,
            ArchitectureCollector baseline,
            FigureKey key) {
        double[] a = seriesOf(data, key).toArray(data.replications());
        double[] b = seriesOf(baseline, key).toArray(baseline.replications());
        Direction direction = Direction.of(key.metric());
        Estimate better = direction == Direction.NEUTRAL
                ? Estimate.none()
                : Proportions.better(a, b, direction == Direction.LOWER_IS_BETTER, confidence);
        return new ComparisonRow(
                name,
                baselineName,
                key.slice().country(),
                key.slice().service(),
                key.metric(),
                unit(key.metric()),
                difference(data, baseline, key, a, b),
                ratio(data, baseline, key, a, b),
                better,
                StudentT.pairedDifference(a, b, confidence).observations());
    }

    private Estimate difference(
            ArchitectureCollector data, ArchitectureCollector baseline, FigureKey key, double[] a, double[] b) {
        Double p = Percentiles.OF_METRIC.get(key.metric());
        if (p == null) {
            return StudentT.pairedDifference(a, b, confidence);
        }
        return PooledQuantiles.difference(data.distribution(key), baseline.distribution(key), p, confidence)
                .times(MILLIS);
    }

    private Estimate ratio(
            ArchitectureCollector data, ArchitectureCollector baseline, FigureKey key, double[] a, double[] b) {
        Double p = Percentiles.OF_METRIC.get(key.metric());
        if (p == null) {
            return StudentT.ratioOfMeans(a, b, confidence);
        }
        return PooledQuantiles.ratio(data.distribution(key), baseline.distribution(key), p, confidence);
    }
}
