package dev.multisite.statistics;

import java.util.Arrays;

import org.apache.commons.math3.distribution.BinomialDistribution;

/** Classic procedures for the output of one long run: truncation of the warm-up, batch means, ranks for a quantile. */
public final class OutputAnalysis {
    private static final int MSER_BATCH = 5;

    private OutputAnalysis() {}

    /**
     * Where a warm-up ends.
     *
     * @param observations leading observations to leave out
     * @param mean mean of the others
     * @param tooShort whether the minimum lies in the second half, so that the run does not show its own steady state
     */
    public record Truncation(int observations, double mean, boolean tooShort) {}

    /**
     * Returns the ranks (from 1) of the order statistics that enclose a quantile, and the probability that they do.
     *
     * @param low rank of the lower end
     * @param high rank of the upper end
     * @param coverage probability that the quantile lies between them, at least the confidence asked for
     */
    public record Ranks(int low, int high, double coverage) {}

    /**
     * Cuts a warm-up with MSER-5 (White, Cobb and Spratt 2000): means of five observations each; the cut minimises the
     * squared standard error of what is left. A minimum in the second half means that the run is too short.
     *
     * @param series at least ten observations in order of time
     */
    public static Truncation mser5(double[] series) {
        int batches = series.length / MSER_BATCH;
        if (batches < 2) {
            throw new IllegalArgumentException("MSER-5 needs at least 10 observations, but got " + series.length);
        }
        double[] means = new double[batches];
        for (int i = 0; i < batches; i++) {
            means[i] =
                    Arrays.stream(series, i * MSER_BATCH, (i + 1) * MSER_BATCH).sum() / MSER_BATCH;
        }
        int cut = mserMinimum(means);
        double mean = Moments.of(Arrays.copyOfRange(means, cut, batches)).mean();
        return new Truncation(cut * MSER_BATCH, mean, cut > batches / 2);
    }

    private static int mserMinimum(double[] means) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        double sum = 0;
        double squares = 0;
        double pivot = means[means.length - 1];
        for (int cut = means.length - 1; cut >= 0; cut--) {
            double x = means[cut] - pivot;
            sum += x;
            squares += x * x;
            double left = means.length - cut;
            double error = (squares - sum * sum / left) / (left * left);
            // With fewer than five batches left the error is noise, and 0 for a single one.
            if (left >= 5 && error <= least) {
                least = error;
                best = cut;
            }
        }
        return best;
    }

    /**
     * Returns the mean over {@code batches} batches of equal length with its t interval; observations that do not fill
     * the last batch are left out.
     *
     * @param from first observation that counts
     */
    public static Estimate batchMeans(double[] series, int from, int batches, double confidence) {
        int length = (series.length - from) / batches;
        if (length < 1) {
            throw new IllegalArgumentException(
                    batches + " batches need as many observations, but there are " + (series.length - from));
        }
        double[] means = new double[batches];
        for (int i = 0; i < batches; i++) {
            means[i] = Arrays.stream(series, from + i * length, from + (i + 1) * length)
                            .sum()
                    / length;
        }
        return StudentT.mean(means, confidence);
    }

    /**
     * Returns ranks that enclose quantile {@code p} of independent observations: with equal tails where there are enough
     * observations for that, else the least and the greatest.
     *
     * @throws IllegalArgumentException if {@code count} observations are too few for a two-sided interval
     */
    public static Ranks quantileRanks(int count, double p, double confidence) {
        double tail = (1 - confidence) / 2;
        BinomialDistribution below = new BinomialDistribution(null, count, p);
        int low = below.inverseCumulativeProbability(tail);
        int high = below.inverseCumulativeProbability(1 - tail) + 1;
        if (low < 1 || high > count) {
            if (count >= fewestObservations(p, confidence)) {
                return new Ranks(1, count, coverageOfRange(count, p));
            }
            throw new IllegalArgumentException(
                    count + " observations are too few for a " + confidence * 100 + " % interval of the quantile " + p);
        }
        return new Ranks(low, high, below.cumulativeProbability(high - 1) - below.cumulativeProbability(low - 1));
    }

    /** Returns the fewest observations whose least and greatest enclose quantile {@code p} with {@code confidence}. */
    public static int fewestObservations(double p, double confidence) {
        int count = 2;
        while (coverageOfRange(count, p) < confidence) {
            count++;
        }
        return count;
    }

    private static double coverageOfRange(int count, double p) {
        return 1 - StrictMath.pow(p, count) - StrictMath.pow(1 - p, count);
    }
}
