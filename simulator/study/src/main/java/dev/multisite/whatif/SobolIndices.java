package dev.multisite.whatif;

import java.util.Arrays;

import dev.multisite.random.RandomStreams;
import dev.multisite.random.UniformSource;
import dev.multisite.statistics.Estimate;
import dev.multisite.statistics.SampleQuantiles;

/**
 * Sobol indices from the points of a Saltelli design, with bootstrap intervals over its base points.
 *
 * <p>First order: {@code S_i = mean(f(B) (f(AB_i) - f(A))) / V}; total: {@code T_i = mean((f(A) - f(AB_i))^2) / (2 V)}, with
 * {@code V} the variance of {@code f} over A and B and {@code f} measured from its mean. Source: Saltelli et al., Variance
 * based sensitivity analysis of model output, Computer Physics Communications 181 (2010), table 2 (b) and (f).
 */
final class SobolIndices {
    private static final int RESAMPLES = 1000;
    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;

    private final double[] values;
    private final int axes;
    private final int[] complete;
    private final long seed;

    /**
     * @param values figure per point in the order of the design; NaN for a point that failed
     * @param seed of the resampling
     */
    SobolIndices(double[] values, int axes, long seed) {
        this.values = centred(values, axes);
        this.axes = axes;
        this.seed = seed;
        this.complete = complete(this.values, axes);
    }

    private static double[] centred(double[] values, int axes) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (i % (axes + 2) < 2 && !Double.isNaN(values[i])) {
                sum += values[i];
                count++;
            }
        }
        double mean = sum / count;
        return Arrays.stream(values).map(value -> value - mean).toArray();
    }

    /** Returns the base points of which no variant failed. */
    private static int[] complete(double[] values, int axes) {
        int group = axes + 2;
        return java.util.stream.IntStream.range(0, values.length / group)
                .filter(i -> Arrays.stream(values, i * group, (i + 1) * group).noneMatch(Double::isNaN))
                .toArray();
    }

    Estimate firstOrder(int axis) {
        return estimate(axis, true);
    }

    Estimate total(int axis) {
        return estimate(axis, false);
    }

    /** The same resamples for every index, so that indices can be compared. */
    private Estimate estimate(int axis, boolean first) {
        if (complete.length == 0 || variance(complete) <= 0) {
            return Estimate.none();
        }
        UniformSource random = new UniformSource(new RandomStreams(seed, 0).key("what-if-bootstrap", ""));
        double[] resampled = new double[RESAMPLES];
        int[] drawn = new int[complete.length];
        for (int i = 0; i < RESAMPLES; i++) {
            for (int j = 0; j < drawn.length; j++) {
                drawn[j] = complete[(int) (random.next() * complete.length)];
            }
            resampled[i] = index(axis, first, drawn);
        }
        double[] defined =
                Arrays.stream(resampled).filter(Double::isFinite).sorted().toArray();
        return new Estimate(
                index(axis, first, complete),
                SampleQuantiles.ofSorted(defined, LOW),
                SampleQuantiles.ofSorted(defined, HIGH),
                complete.length);
    }

    private double index(int axis, boolean first, int[] base) {
        double sum = 0;
        for (int i : base) {
            double a = at(i, 0);
            double changed = at(i, 2 + axis);
            sum += first ? at(i, 1) * (changed - a) : (a - changed) * (a - changed) / 2;
        }
        return sum / base.length / variance(base);
    }

    private double variance(int[] base) {
        double sum = 0;
        double squares = 0;
        for (int i : base) {
            sum += at(i, 0) + at(i, 1);
            squares += at(i, 0) * at(i, 0) + at(i, 1) * at(i, 1);
        }
        double mean = sum / (2 * base.length);
        return squares / (2 * base.length) - mean * mean;
    }

    private double at(int base, int variant) {
        return values[base * (axes + 2) + variant];
    }
}
