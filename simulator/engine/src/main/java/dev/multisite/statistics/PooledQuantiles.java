package dev.multisite.statistics;

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
        double difference = a.estimate().value() - b.estimate().value();
        return combine(difference, a, 1, b, -1, confidence);
    }

    /** Returns the ratio of quantile {@code p}, first to second, paired by replication. */
    public static Estimate ratio(HistogramSections first, HistogramSections second, double p, double confidence) {
        Linearised a = Linearised.at(first, p, confidence);
        Linearised b = Linearised.at(second, p, confidence);
        double divisor = b.estimate().value();
        double ratio = a.estimate().value() / divisor;
        return combine(ratio, a, 1 / divisor, b, -ratio / divisor, confidence);
    }

    /**
     * Returns whether fewer requests were simulated than a quantile needs: 100 / (1 - p), so that 100 of them lie beyond
     * it.
     */
    public static boolean hasFewRequests(HistogramSections sections, double p) {
        return sections.total().recorded() * (1 - p) < 100 - 1e-6;
    }

    private static Estimate combine(
            double value, Linearised a, double factorA, Linearised b, double factorB, double confidence) {
        int sections = Math.min(a.influence().length, b.influence().length);
        if (!Double.isFinite(value)) {
            return Estimate.none();
        }
        if (sections < 2) {
            return Estimate.withoutInterval(value, sections);
        }
        double[] influence = new double[sections];
        for (int i = 0; i < sections; i++) {
            influence[i] = factorA * a.influence()[i] + factorB * b.influence()[i];
        }
        return Estimate.symmetric(value, StudentT.mean(influence, confidence).halfWidth(), sections);
    }

    /** A pooled quantile, and by how much each section pulls it. */
    private static final class Linearised {
        private final Estimate estimate;
        private final double[] influence;

        private Linearised(Estimate estimate, double[] influence) {
            this.estimate = estimate;
            this.influence = influence;
        }

        static Linearised at(HistogramSections sections, double p, double confidence) {
            LatencyHistogram total = sections.total();
            int count = sections.count();
            double quantile = total.quantileSeconds(p);
            if (Double.isNaN(quantile)) {
                return new Linearised(Estimate.none(), new double[0]);
            }
            if (count < 2) {
                return new Linearised(Estimate.withoutInterval(quantile, count), new double[count]);
            }
            double[] shares = excessShares(sections, quantile, p);
            double halfWidth = StudentT.mean(shares, confidence).halfWidth();
            double from = Math.max(0, p - halfWidth);
            double to = Math.min(1, p + halfWidth);
            double low = Math.min(quantile, total.quantileSeconds(from));
            double high = Math.max(quantile, total.quantileSeconds(to));
            double secondsPerShare = to > from ? (high - low) / (to - from) : 0;
            for (int i = 0; i < count; i++) {
                shares[i] *= -secondsPerShare;
            }
            return new Linearised(new Estimate(quantile, low, high, count), shares);
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

        double[] influence() {
            return influence;
        }
    }
}
