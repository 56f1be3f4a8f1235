package dev.multisite.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.apache.commons.math3.distribution.TDistribution;
import org.assertj.core.api.Assertions;

/** Figures of several replications, with the two-part rule: the interval must hold the truth and be narrow. */
final class Sample {

    /** Ratio of the 99.9 % to the 95 % half-width of a normal distribution: false alarms once in a thousand. */
    private static final double LEVEL_999 = 1.68;

    private final double[] values;

    private Sample(double[] values) {
        this.values = values;
    }

    static Sample of(
            ReplicationSimulator simulator, String architecture, int replications, Slice slice, String metric) {
        double[] values = new double[replications];
        for (int i = 0; i < replications; i++) {
            values[i] = figure(simulate(simulator, architecture, i), slice, metric);
        }
        return new Sample(values);
    }

    static Sample of(Iterable<ReplicationResult> results, Slice slice, String metric) {
        List<Double> values = new ArrayList<>();
        results.forEach(result -> values.add(figure(result, slice, metric)));
        return new Sample(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    static ReplicationResult simulate(ReplicationSimulator simulator, String architecture, int replication) {
        try {
            return simulator.simulate(architecture, replication, ReplicationSimulator.Progress.NONE);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<ReplicationResult> results(ReplicationSimulator simulator, String architecture, int count) {
        List<ReplicationResult> results = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            results.add(simulate(simulator, architecture, i));
        }
        return results;
    }

    static double figure(ReplicationResult result, Slice slice, String metric) {
        return result.figures().stream()
                .filter(figure ->
                        figure.slice().equals(slice) && figure.metric().equals(metric))
                .mapToDouble(Figure::value)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** Returns a figure of all populations, bin by bin. */
    static double[] timeline(ReplicationResult result, String metric) {
        return result.timeline().stream()
                .filter(point -> point.metric().equals(metric))
                .filter(point -> point.country().isEmpty() && point.site().isEmpty())
                .mapToDouble(ReplicationResult.TimelinePoint::value)
                .toArray();
    }

    static Sample of(double[] values) {
        return new Sample(values.clone());
    }

    /** Returns one minus each value. */
    Sample complement() {
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = 1 - values[i];
        }
        return new Sample(result);
    }

    double mean() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    double standardError() {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean()) * (value - mean());
        }
        return Math.sqrt(squares / (values.length - 1) / values.length);
    }

    double halfWidth(double level) {
        return new TDistribution(values.length - 1).inverseCumulativeProbability(0.5 + level / 2) * standardError();
    }

    void isNear(double expected, double largestRelativeHalfWidth) {
        Assertions.assertThat(halfWidth(0.95))
                .as("half-width")
                .isLessThanOrEqualTo(largestRelativeHalfWidth * expected);
        Assertions.assertThat(mean()).isCloseTo(expected, Assertions.within(LEVEL_999 * halfWidth(0.95)));
    }

    static Sample percentiles(List<ReplicationResult> results, double share) {
        return new Sample(results.stream()
                .mapToDouble(result -> Objects.requireNonNull(result.latencies().get(Slice.ALL))
                        .quantileSeconds(share))
                .toArray());
    }

    static Sample waits(List<ReplicationResult> results, double share) {
        return new Sample(results.stream()
                .mapToDouble(result ->
                        Objects.requireNonNull(result.waits().get(Slice.ALL)).quantileSeconds(share))
                .toArray());
    }

    /** Returns the differences, replication by replication. */
    Sample minus(Sample other) {
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = values[i] - other.values[i];
        }
        return new Sample(result);
    }

    /** The mean lies in its 99.9 % interval around 0, whose half-width is at most {@code largest}. */
    void isZero(double largest, String name) {
        double halfWidth = Math.max(1e-12, halfWidth(0.999));
        Assertions.assertThat(mean()).as(name).isCloseTo(0, Assertions.within(halfWidth));
        Assertions.assertThat(halfWidth(0.95)).as(name + " half-width").isLessThanOrEqualTo(largest);
    }
}
