package dev.multisite.regulation.enforcement;

import java.util.Arrays;

/**
 * Distribution of an amount over replays. Each figure comes with its Monte Carlo standard error.
 *
 * @param probability share of the replays with an amount above 0
 * @param es95 mean of the worst 5 % of the replays
 * @param probabilityError standard error of {@code probability}
 */
public record Risk(
        double probability,
        double mean,
        double p50,
        double p95,
        double p99,
        double es95,
        double probabilityError,
        double meanError,
        double p95Error,
        double p99Error,
        double es95Error) {

    /**
     * Returns the figures of at least two amounts.
     *
     * @param courses courses of the exposure behind them, amount i of course i modulo {@code courses}; they are a sample
     *     too, so what they differ by is part of the errors
     */
    public static Risk of(double[] amounts, int courses) {
        double[] sorted = amounts.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        int positive = 0;
        double sum = 0;
        for (double amount : sorted) {
            sum += amount;
            positive += amount > 0 ? 1 : 0;
        }
        double mean = sum / n;
        double squares = 0;
        for (double amount : sorted) {
            squares += (amount - mean) * (amount - mean);
        }
        double p = (double) positive / n;
        int tail = Math.max(1, (int) Math.round(n * 0.05));
        double es = tailMean(sorted, tail);
        double p95 = quantile(sorted, 0.95);
        return new Risk(
                p,
                mean,
                quantile(sorted, 0.5),
                p95,
                quantile(sorted, 0.99),
                es,
                Math.sqrt(p * (1 - p) / n + betweenCourses(positives(amounts), courses)),
                Math.sqrt(squares / (n - 1.0) / n + betweenCourses(amounts, courses)),
                quantileError(sorted, 0.95),
                quantileError(sorted, 0.99),
                tailError(sorted, tail, es, p95));
    }

    private static double[] positives(double[] amounts) {
        return Arrays.stream(amounts).map(amount -> amount > 0 ? 1 : 0).toArray();
    }

    /** Variance of the overall mean that comes from there being few courses: one-way analysis of variance. */
    private static double betweenCourses(double[] amounts, int courses) {
        int each = amounts.length / courses;
        if (courses < 2 || each < 2) {
            return 0;
        }
        double[] means = new double[courses];
        double within = 0;
        double all = 0;
        for (int course = 0; course < courses; course++) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < each; i++) {
                double amount = amounts[i * courses + course];
                sum += amount;
                squares += amount * amount;
            }
            means[course] = sum / each;
            within += (squares - sum * means[course]) / (each - 1.0) / courses;
            all += means[course] / courses;
        }
        double between = 0;
        for (double mean : means) {
            between += (mean - all) * (mean - all) / (courses - 1.0);
        }
        return Math.max(0, between - within / each) / courses;
    }

    private static double quantile(double[] sorted, double q) {
        return sorted[rank(sorted.length, sorted.length * q)];
    }

    private static int rank(int n, double position) {
        return (int) Math.max(0, Math.min(n - 1, Math.ceil(position) - 1));
    }

    /** Half the distance of the order statistics one binomial standard deviation away on either side. */
    private static double quantileError(double[] sorted, double q) {
        int n = sorted.length;
        double deviation = Math.sqrt(n * q * (1 - q));
        return (sorted[rank(n, n * q + deviation)] - sorted[rank(n, n * q - deviation)]) / 2;
    }

    private static double tailMean(double[] sorted, int tail) {
        double sum = 0;
        for (int i = sorted.length - tail; i < sorted.length; i++) {
            sum += sorted[i];
        }
        return sum / tail;
    }

    /** Asymptotic standard error of the expected shortfall (Manistre and Hancock 2005). */
    private static double tailError(double[] sorted, int tail, double es, double quantile) {
        double squares = 0;
        for (int i = sorted.length - tail; i < sorted.length; i++) {
            squares += (sorted[i] - es) * (sorted[i] - es);
        }
        double variance = squares / Math.max(1, tail - 1);
        return Math.sqrt((variance + 0.95 * (es - quantile) * (es - quantile)) / tail);
    }
}
