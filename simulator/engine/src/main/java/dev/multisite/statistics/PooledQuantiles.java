package dev.multisite.statistics;

import java.util.function.DoubleBinaryOperator;

/**
 * Quantiles of the requests of all replications together. Their intervals come from the replications: the share of each
 * section's requests below the pooled quantile varies from section to section; a t interval of that share is carried to
 * the time axis by the pooled quantile function (Woodruff, JASA 47, 1952, with sections as clusters). The mean of the
 * replications' own quantiles would be biased (by -17 % at p99 of 1000 requests each), and the jackknife of sections
 * covers 91 instead of 95 %, because it divides by a local density.
 */
public final class PooledQuantiles {
    private PooledQuantiles() {}

    /** Returns quantile {@code p} in seconds. */
    public static Estimate quantile(HistogramSections sections, double p, double confidence) {
        return Linearised.at(sections, p, confidence).estimate();
    }

    /** Returns the difference of quantile {@code p}, first minus second, paired by replication, in seconds. */
    public static Estimate difference(HistogramSections first, HistogramSections second, double p, double confidence) {
        Linearised a = Linearised.at(first, p, confidence);
        Linearised b = Linearised.at(second, p, confidence);
        return combine(a, 1, b, -1, (x, y) -> x - y, confidence);
    }

    /** Returns the ratio of quantile {@code p}, first to second, paired by replication. */
    public static Estimate ratio(HistogramSections first, HistogramSections second, double p, double confidence) {
        Linearised a = Linearised.at(first, p, confidence);
        Linearised b = Linearised.at(second, p, confidence);
        double divisor = b.quantile;
        return combine(a, 1 / divisor, b, -a.quantile / divisor / divisor, (x, y) -> x / y, confidence);
    }

    /**
     * Returns whether fewer requests were simulated than a quantile needs: 100 / (1 - p), so that 100 of them lie beyond
     * it.
     */
    public static boolean hasFewRequests(HistogramSections sections, double p) {
        return sections.total().recorded() * (1 - p) < 100 - 1e-6;
    }

    /**
     * The shares below both quantiles vary together over the sections. Their deviations are followed in the direction in
     * which the combination changes most, as far as a t interval of the linearised combination reaches, and both ends are
     * read off the pooled quantile functions: so the interval is as skewed as they are, and twins differ by exactly 0.
     *
     * @param factorA derivative of the combination by the first quantile, {@code factorB} by the second
     */
    private static Estimate combine(
            Linearised a, double factorA, Linearised b, double factorB, DoubleBinaryOperator of, double confidence) {
        double value = of.applyAsDouble(a.quantile, b.quantile);
        int sections = Math.min(a.excess.length, b.excess.length);
        if (!Double.isFinite(value)) {
            return Estimate.none();
        }
        if (sections < 2) {
            return Estimate.withoutInterval(value, sections);
        }
        double[] combined = new double[sections];
        for (int i = 0; i < sections; i++) {
            combined[i] = factorA * a.secondsPerShare * a.excess[i] + factorB * b.secondsPerShare * b.excess[i];
        }
        double halfWidth = StudentT.mean(combined, confidence).halfWidth();
        if (!(halfWidth > 0)) {
            return Estimate.symmetric(value, halfWidth, sections);
        }
        double shiftA = halfWidth * regression(a.excess, combined);
        double shiftB = halfWidth * regression(b.excess, combined);
        double low = of.applyAsDouble(a.moved(-shiftA), b.moved(-shiftB));
        double high = of.applyAsDouble(a.moved(shiftA), b.moved(shiftB));
        return new Estimate(value, Math.min(value, low), Math.max(value, high), sections);
    }

    /** Returns the slope of the regression of {@code y} on {@code x}; both are as long as {@code x}. */
    private static double regression(double[] y, double[] x) {
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < x.length; i++) {
            meanX += x[i] / x.length;
            meanY += y[i] / x.length;
        }
        double covariance = 0;
        double variance = 0;
        for (int i = 0; i < x.length; i++) {
            covariance += (x[i] - meanX) * (y[i] - meanY);
            variance += (x[i] - meanX) * (x[i] - meanX);
        }
        return covariance / variance;
    }

    /** A pooled quantile, and by how much each section's share below it is off. */
    private static final class Linearised {
        private final LatencyHistogram total;
        private final double p;
        private final double quantile;
        private final Estimate estimate;
        private final double[] excess;
        private final double secondsPerShare;

        private Linearised(
                LatencyHistogram total, double p, Estimate estimate, double[] excess, double secondsPerShare) {
            this.total = total;
            this.p = p;
            this.quantile = estimate.value();
            this.estimate = estimate;
            this.excess = excess;
            this.secondsPerShare = secondsPerShare;
        }

        static Linearised at(HistogramSections sections, double p, double confidence) {
            LatencyHistogram total = sections.total();
            int count = sections.count();
            double quantile = total.quantileSeconds(p);
            if (Double.isNaN(quantile)) {
                return new Linearised(total, p, Estimate.none(), new double[0], 0);
            }
            if (count < 2) {
                return new Linearised(total, p, Estimate.withoutInterval(quantile, count), new double[count], 0);
            }
            double[] excess = excessShares(sections, quantile, p);
            double halfWidth = StudentT.mean(excess, confidence).halfWidth();
            double from = Math.max(0, p - halfWidth);
            double to = Math.min(1, p + halfWidth);
            double low = Math.min(quantile, total.quantileSeconds(from));
            double high = Math.max(quantile, total.quantileSeconds(to));
            double secondsPerShare = to > from ? (high - low) / (to - from) : 0;
            return new Linearised(total, p, new Estimate(quantile, low, high, count), excess, secondsPerShare);
        }

        /** Returns the quantile whose share lies {@code shift} above that of this one. */
        double moved(double shift) {
            return total.quantileSeconds(Math.min(1, Math.max(0, p + shift)));
        }

        /** By how much more of the pooled requests each section has below {@code quantile} than it should. */
        private static double[] excessShares(HistogramSections sections, double quantile, double p) {
            double meanWeight = sections.total().totalWeight() / sections.count();
            double[] excess = new double[sections.count()];
            for (int i = 0; i < excess.length; i++) {
                LatencyHistogram section = sections.section(i);
                double weight = section.totalWeight() / meanWeight;
                excess[i] = weight > 0 ? weight * (section.shareUpTo(quantile) - p) : 0;
            }
            return excess;
        }

        Estimate estimate() {
            return estimate;
        }
    }
}
