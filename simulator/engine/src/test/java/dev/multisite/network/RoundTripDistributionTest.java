package dev.multisite.network;

import java.util.List;
import java.util.stream.Stream;

import org.apache.commons.math3.distribution.GammaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.multisite.scenario.DistributionSpec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RoundTripDistributionTest {

    private static final double LN2 = 0.6931471805599453;
    private static final double LN20 = 2.995732273553991;

    static Stream<Arguments> closedForms() {
        return Stream.of(
                Arguments.of(new DistributionSpec.Constant(0.08), 0.08, 0.08),
                Arguments.of(DistributionSpec.Lognormal.ofMedianAndP95(0.32, 0.52), 0.32, 0.52),
                Arguments.of(new DistributionSpec.Exponential(0.1), 0.1 * LN2, 0.1 * LN20),
                Arguments.of(new DistributionSpec.Weibull(2, 0.1), 0.1 * Math.sqrt(LN2), 0.1 * Math.sqrt(LN20)),
                Arguments.of(new DistributionSpec.Uniform(0.1, 0.3), 0.2, 0.29),
                Arguments.of(new DistributionSpec.Pareto(1, 1, Double.POSITIVE_INFINITY), 2, 20),
                Arguments.of(new DistributionSpec.Pareto(1, 1, 2), 4 / 3.0, 1 / (1 - 0.475)),
                Arguments.of(new DistributionSpec.Gamma(1, 0.1), 0.1 * LN2, 0.1 * LN20),
                Arguments.of(new DistributionSpec.Hyperexponential(0.3, 0.1, 0.1), 0.1 * LN2, 0.1 * LN20),
                Arguments.of(new DistributionSpec.Empirical(List.of(3.0, 1.0, 2.0)), 2, 3));
    }

    @ParameterizedTest
    @MethodSource("closedForms")
    void medianAndP95AreThoseOfTheClosedForm(DistributionSpec spec, double median, double p95) {
        assertThat(RoundTripDistribution.median(spec)).isCloseTo(median, within(1e-9 * median));
        assertThat(RoundTripDistribution.p95(spec)).isCloseTo(p95, within(1e-6 * p95));
    }

    @Test
    void gammaQuantilesInvertItsDistribution() {
        DistributionSpec.Gamma gamma = new DistributionSpec.Gamma(4, 0.02);
        GammaDistribution library = new GammaDistribution(4, 0.02);
        assertThat(library.cumulativeProbability(RoundTripDistribution.p95(gamma)))
                .isCloseTo(0.95, within(1e-9));
    }
}
