package dev.multisite.statistics;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How often the 95 % interval of the mean sojourn time of M/M/1 at load 0.8 (exactly 5 service times) covers it. */
class CoverageTest {
    @Test
    void coversTheMeanAsOftenAsItSays() {
        // 200 seeds: 91.5 to 98 % leaves out an honest interval about once in a hundred.
        assertThat(coverage(200)).isBetween(0.915, 0.98);
    }

    @Test
    @Tag("slow")
    void coversTheMeanAsOftenAsItSaysOverAThousandSeeds() {
        assertThat(coverage(1000)).isBetween(0.93, 0.97);
    }

    private static double coverage(int seeds) {
        int covered = 0;
        for (int seed = 0; seed < seeds; seed++) {
            double[] means = new double[20];
            SplittableRandom random = new SplittableRandom(seed * 7919L + 13);
            for (int r = 0; r < means.length; r++) {
                means[r] = meanSojourn(random.split());
            }
            Estimate mean = StudentT.mean(means, 0.95);
            covered += mean.low() <= 5 && mean.high() >= 5 ? 1 : 0;
        }
        return (double) covered / seeds;
    }

    private static double meanSojourn(SplittableRandom random) {
        double wait = 0;
        double sum = 0;
        for (int i = 0; i < 10_000; i++) {
            double service = exponential(random, 1);
            if (i >= 1000) {
                sum += wait + service;
            }
            wait = Math.max(0, wait + service - exponential(random, 1.25));
        }
        return sum / 9000;
    }

    private static double exponential(SplittableRandom random, double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }
}
