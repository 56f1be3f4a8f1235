package dev.multisite.network;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class TwoLegsTest {

    @Test
    void theNormalDistributionAgreesWithTheLibrary() {
        NormalDistribution library = new NormalDistribution();
        for (double z = -7.9; z < 8; z += 0.1) {
            assertThat(Normal.cdf(z)).isCloseTo(library.cumulativeProbability(z), within(2e-14));
        }
    }

    /** 400,000 draws: 5 standard errors of the median and the 95 % quantile; false alarm below 1 in 10^6. */
    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.17, 0.6, 1.3, 2.43, 3.9})
    void quantilesOfTheSumAgreeWithSampling(double sigma) {
        SharedStateContinuousSampler normal =
                ZigguratSampler.NormalizedGaussian.of(RandomSource.XO_RO_SHI_RO_128_PP.create(7L));
        int draws = 400_000;
        int belowMedian = 0;
        int belowP95 = 0;
        for (int i = 0; i < draws; i++) {
            double sum = StrictMath.exp(sigma * normal.sample()) + StrictMath.exp(sigma * normal.sample());
            belowMedian += sum <= TwoLegs.medianFactor(sigma) ? 1 : 0;
            belowP95 += sum <= TwoLegs.p95Factor(sigma) ? 1 : 0;
        }
        assertThat(belowMedian / (double) draws).isCloseTo(0.5, within(5 * Math.sqrt(0.25 / draws)));
        assertThat(belowP95 / (double) draws).isCloseTo(0.95, within(5 * Math.sqrt(0.0475 / draws)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.0, 1.0001, 1.04, 1.13, 1.6, 4, 40, 200})
    void theFittedLegHasTheMedianAndP95AskedFor(double ratio) {
        TwoLegs.Leg leg = TwoLegs.fit(320, 320 * ratio);
        assertThat(leg.median() * TwoLegs.medianFactor(leg.sigma())).isCloseTo(320, within(1e-6));
        assertThat(leg.median() * TwoLegs.p95Factor(leg.sigma())).isCloseTo(320 * ratio, within(1e-3 * ratio));
    }

    @Test
    void noSpreadMeansNoRandomness() {
        assertThat(TwoLegs.fit(50, 50)).isEqualTo(new TwoLegs.Leg(25, 0));
        assertThat(TwoLegs.fit(0, 0)).isEqualTo(new TwoLegs.Leg(0, 0));
    }
}
