package dev.multisite.statistics;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How often 95 % intervals cover what is known exactly, over a thousand experiments: two M/M/1 queues with arrivals and
 * service requirements in common, loads 0.8 and 0.7, 20 replications of 10,000 requests each. Sojourn times are exponential
 * with rate mu - lambda.
 */
class IntervalCoverageTest {

    private static final int EXPERIMENTS = Integer.getInteger("coverage.experiments", 1000);
    private static final int REPLICATIONS = 20;
    private static final int REQUESTS = 10_000;
    private static final int WARM_UP = 1000;
    private static final double[] MEAN_SERVICE = {0.8, 0.7};
    private static final double[] SHARES = {0.5, 0.95, 0.99};

    private final int[] meansCovered = new int[2];
    private int differencesCovered;
    private final int[] quantilesCovered = new int[SHARES.length];
    private final int[] quantileDifferencesCovered = new int[SHARES.length];

    @Test
    @Tag("slow")
    void everyKindOfIntervalCoversAsOftenAsItSays() {
        for (int seed = 0; seed < EXPERIMENTS; seed++) {
            experiment(new SplittableRandom(31L * seed + 7));
        }
        assertCovers(meansCovered[0], "mean at load 0.8");
        assertCovers(meansCovered[1], "mean at load 0.7");
        assertCovers(differencesCovered, "difference of the means");
        for (int i = 0; i < SHARES.length; i++) {
            assertCovers(quantilesCovered[i], "quantile " + SHARES[i]);
            assertCovers(quantileDifferencesCovered[i], "difference of quantiles " + SHARES[i]);
        }
    }

    /** 93 to 97 %: an honest interval leaves that band with one experiment in 250. */
    private static void assertCovers(int covered, String what) {
        assertThat(covered / (double) EXPERIMENTS).as(what).isBetween(0.93, 0.97);
    }

    private void experiment(SplittableRandom random) {
        double[][] means = new double[2][REPLICATIONS];
        HistogramSections[] sections = {new HistogramSections(), new HistogramSections()};
        for (int replication = 0; replication < REPLICATIONS; replication++) {
            LatencyHistogram[] sojourns = sojourns(random);
            for (int queue = 0; queue < 2; queue++) {
                means[queue][replication] = sojourns[queue].meanSeconds();
                sections[queue].add(sojourns[queue]);
            }
        }
        for (int queue = 0; queue < 2; queue++) {
            meansCovered[queue] += covers(StudentT.mean(means[queue], 0.95), exactMean(queue));
        }
        differencesCovered += covers(StudentT.pairedDifference(means[0], means[1], 0.95), exactMean(0) - exactMean(1));
        for (int i = 0; i < SHARES.length; i++) {
            double factor = -StrictMath.log1p(-SHARES[i]);
            quantilesCovered[i] +=
                    covers(PooledQuantiles.quantile(sections[0], SHARES[i], 0.95), factor * exactMean(0));
            quantileDifferencesCovered[i] += covers(
                    PooledQuantiles.difference(sections[0], sections[1], SHARES[i], 0.95),
                    factor * (exactMean(0) - exactMean(1)));
        }
    }

    private static double exactMean(int queue) {
        return 1 / (1 / MEAN_SERVICE[queue] - 1);
    }

    private static int covers(Estimate estimate, double exact) {
        return estimate.low() <= exact && exact <= estimate.high() ? 1 : 0;
    }

    private static LatencyHistogram[] sojourns(SplittableRandom random) {
        LatencyHistogram[] histograms = {new LatencyHistogram(), new LatencyHistogram()};
        double[] wait = new double[2];
        for (int request = 0; request < REQUESTS; request++) {
            double work = exponential(random);
            double gap = exponential(random);
            for (int queue = 0; queue < 2; queue++) {
                double sojourn = wait[queue] + MEAN_SERVICE[queue] * work;
                if (request >= WARM_UP) {
                    histograms[queue].record(sojourn);
                }
                wait[queue] = Math.max(0, sojourn - gap);
            }
        }
        return histograms;
    }

    private static double exponential(SplittableRandom random) {
        return -Math.log(1 - random.nextDouble());
    }
}
