package dev.multisite.statistics;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;

/** Intervals of probabilities from independent trials. */
public final class Proportions {
    private Proportions() {}

    /**
     * Returns the exact interval of Clopper and Pearson (Biometrika 26, 1934). A tie counts as half a success, so {@code
     * successes} need not be whole.
     *
     * @param successes 0 to {@code trials}
     * @param trials at least 1
     */
    public static Estimate clopperPearson(double successes, int trials, double confidence) {
        double tail = (1 - confidence) / 2;
        double low = successes <= 0 ? 0 : betaQuantile(successes, trials - successes + 1, tail);
        double high = successes >= trials ? 1 : betaQuantile(successes + 1, trials - successes, 1 - tail);
        return new Estimate(successes / trials, low, high, trials);
    }

    /** Returns the score interval of Wilson (JASA 22, 1927), shorter than the exact one and right on average. */
    public static Estimate wilson(double successes, int trials, double confidence) {
        double z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability(0.5 + confidence / 2);
        double share = successes / trials;
        double denominator = 1 + z * z / trials;
        double centre = (share + z * z / (2.0 * trials)) / denominator;
        double spread = z / denominator * Math.sqrt(share * (1 - share) / trials + z * z / (4.0 * trials * trials));
        return new Estimate(share, Math.max(0, centre - spread), Math.min(1, centre + spread), trials);
    }

    /**
     * Returns the upper bound of a probability that never showed in {@code trials} trials, one-sided at {@code
     * confidence}: about 3 / trials at 95 %.
     */
    public static double upperBoundOfNone(double trials, double confidence) {
        return -StrictMath.expm1(StrictMath.log(1 - confidence) / trials);
    }

    /**
     * Returns the probability that the first is better, from pairs of one replication each; a tie counts half.
     *
     * @param lowerIsBetter whether the smaller value wins
     */
    public static Estimate better(double[] first, double[] second, boolean lowerIsBetter, double confidence) {
        double wins = 0;
        int pairs = 0;
        for (int i = 0; i < Math.min(first.length, second.length); i++) {
            double difference = first[i] - second[i];
            if (!Double.isNaN(difference)) {
                pairs++;
                wins += difference == 0 ? 0.5 : (difference < 0) == lowerIsBetter ? 1 : 0;
            }
        }
        return pairs == 0 ? Estimate.none() : clopperPearson(wins, pairs, confidence);
    }

    private static double betaQuantile(double alpha, double beta, double p) {
        return new BetaDistribution(null, alpha, beta, 1e-14).inverseCumulativeProbability(p);
    }
}
