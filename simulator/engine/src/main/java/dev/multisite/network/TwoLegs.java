package dev.multisite.network;

import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.apache.commons.math3.analysis.polynomials.PolynomialSplineFunction;

/**
 * Quantiles of the sum of two independent lognormal legs of median 1, and the way back from quantiles of the round trip
 * to the parameters of a leg.
 *
 * <p>The sum has no closed form. Its distribution function is integrated numerically on a grid of sigma; in between, the
 * logarithms of the quantiles are splines, which are off by less than one part in a thousand.
 */
final class TwoLegs {

    /** Largest sigma of a leg: its round trip has a 95 % quantile of over 400 medians. Wider spreads are cut to it. */
    static final double MAX_SIGMA = 5;

    private static final int GRID = 50;
    private static final PolynomialSplineFunction LOG_MEDIAN = spline(0.5);
    private static final PolynomialSplineFunction LOG_P95 = spline(0.95);

    private TwoLegs() {}

    /** Parameters of one leg's varying part. */
    record Leg(double median, double sigma) {}

    /** Returns the median of the sum of two legs of median 1. */
    static double medianFactor(double sigma) {
        return sigma == 0 ? 2 : StrictMath.exp(LOG_MEDIAN.value(sigma));
    }

    /** Returns the 95 % quantile of the sum of two legs of median 1. */
    static double p95Factor(double sigma) {
        return sigma == 0 ? 2 : StrictMath.exp(LOG_P95.value(sigma));
    }

    /** Returns the leg whose round trip has this median and 95 % quantile (at least the median), both in one unit. */
    static Leg fit(double median, double p95) {
        if (median <= 0) {
            return new Leg(0, 0);
        }
        double sigma = p95 <= median ? 0 : sigmaFor(StrictMath.log(p95 / median));
        return new Leg(median / medianFactor(sigma), sigma);
    }

    private static double sigmaFor(double logRatio) {
        double low = 0;
        double high = MAX_SIGMA;
        for (int i = 0; i < 40; i++) {
            double middle = (low + high) / 2;
            if (LOG_P95.value(middle) - LOG_MEDIAN.value(middle) < logRatio) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static PolynomialSplineFunction spline(double probability) {
        double[] sigmas = new double[GRID + 1];
        double[] logs = new double[GRID + 1];
        logs[0] = StrictMath.log(2);
        for (int i = 1; i <= GRID; i++) {
            sigmas[i] = MAX_SIGMA * i / GRID;
            logs[i] = logQuantile(sigmas[i], probability, logs[i - 1]);
        }
        return new SplineInterpolator().interpolate(sigmas, logs);
    }

    /** Searches upwards from {@code start}: both quantiles grow with sigma. */
    private static double logQuantile(double sigma, double probability, double start) {
        double low = start - 0.01;
        double high = start + 0.5;
        for (int i = 0; i < 34; i++) {
            double middle = (low + high) / 2;
            if (cdf(StrictMath.exp(middle), sigma) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /**
     * P(X + Y <= x) = 2 P(X + Y <= x, X < Y), integrated over the normal variable z of the smaller one by Simpson's rule.
     */
    static double cdf(double x, double sigma) {
        double from = -8;
        double to = Math.min(8, StrictMath.log(x / 2) / sigma);
        if (to <= from) {
            return 0;
        }
        int steps = 160;
        double step = (to - from) / steps;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double z = from + i * step;
            int weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * density(z, x, sigma);
        }
        return 2 * sum * step / 3;
    }

    private static double density(double z, double x, double sigma) {
        double upper = StrictMath.log(x - StrictMath.exp(sigma * z)) / sigma;
        return Normal.density(z) * Math.max(0, Normal.cdf(upper) - Normal.cdf(z));
    }
}
