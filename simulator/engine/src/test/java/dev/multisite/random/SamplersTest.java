package dev.multisite.random;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.multisite.scenario.DistributionSpec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SamplersTest {

    private static final int DRAWS = 200_000;

    static List<DistributionSpec> distributions() {
        return List.of(
                new DistributionSpec.Exponential(2),
                DistributionSpec.Lognormal.ofMeanAndCv(0.1, 1.3),
                new DistributionSpec.Gamma(0.7, 2),
                new DistributionSpec.Gamma(3, 0.5),
                new DistributionSpec.Weibull(1.5, 443),
                new DistributionSpec.Weibull(0.8, 3),
                new DistributionSpec.Uniform(2, 5),
                new DistributionSpec.Pareto(1, 2.5, 50),
                new DistributionSpec.Hyperexponential(0.3, 5, 0.5));
    }

    /** Mean within 4.5 standard errors: a right sampler fails with probability 7e-6. */
    @ParameterizedTest
    @MethodSource("distributions")
    void meanAndCvAreThoseOfTheClosedForm(DistributionSpec spec) {
        double[] draws = draws(FastSampler.of(spec));
        double mean = Arrays.stream(draws).average().orElseThrow();
        double standardError = spec.mean() * Math.sqrt(spec.squaredCv() / DRAWS);
        assertThat(mean).isCloseTo(spec.mean(), within(4.5 * standardError));
        double variance =
                Arrays.stream(draws).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
        assertThat(variance / (mean * mean)).isCloseTo(spec.squaredCv(), within(0.08 * spec.squaredCv()));
    }

    /** Kolmogorov-Smirnov on the transformed draws; critical value 2.2 / sqrt(n), false alarm 1.3e-4. */
    @ParameterizedTest
    @MethodSource("distributions")
    void tableDrawsFollowTheQuantileFunction(DistributionSpec spec) {
        double[] draws = draws(FastSampler.of(spec));
        Arrays.sort(draws);
        DistributionSampler exact = Distributions.sampler(spec);
        double worst = 0;
        for (int i = 1; i < 500; i++) {
            double u = i / 500.0;
            int below = Arrays.binarySearch(draws, exact.quantile(u));
            double share = (below >= 0 ? below : -below - 1) / (double) DRAWS;
            worst = Math.max(worst, Math.abs(share - u));
        }
        assertThat(worst).isLessThan(2.2 / Math.sqrt(DRAWS));
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void tableDrawsAreTheExactDrawsOfTheSameBits(DistributionSpec spec) {
        FastSampler fast = FastSampler.of(spec);
        FastSampler exact = FastSampler.exact(spec);
        UniformSource source = new UniformSource(99);
        for (int i = 0; i < 1000; i++) {
            long bits = source.nextLong();
            double expected = exact.sample(bits);
            assertThat(fast.sample(bits)).isCloseTo(expected, within(1e-3 * expected + 1e-4 * spec.mean()));
        }
    }

    @Test
    void meanOfTheTablesIsExact() {
        // One draw in the middle of each of 2^22 cells of equal probability: the trapezoid of the tables themselves.
        double normal = 0;
        double exponential = 0;
        int count = 1 << 22;
        for (int i = 0; i < count; i++) {
            long bits = ((long) i << 42) + (1L << 41);
            normal += StandardTables.NORMAL.sample(bits);
            exponential += StandardTables.EXPONENTIAL.sample(bits);
        }
        assertThat(normal / count).isCloseTo(0, within(1e-7));
        assertThat(exponential / count).isCloseTo(1, within(1e-6));
    }

    @Test
    void empiricalDrawsAreTheValues() {
        FastSampler sampler = FastSampler.of(new DistributionSpec.Empirical(List.of(3.0, 1.0, 2.0)));
        assertThat(Arrays.stream(draws(sampler)).distinct().sorted()).containsExactly(1.0, 2.0, 3.0);
    }

    @Test
    void constantAndInfinitePatienceAreConstant() {
        FastSampler sampler = FastSampler.of(new DistributionSpec.Constant(Double.POSITIVE_INFINITY));
        assertThat(sampler.isConstant()).isTrue();
        assertThat(sampler.sample(12345)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void fastExponentialFunctionIsExactToSixteenDigits() {
        UniformSource source = new UniformSource(3);
        for (int i = 0; i < 100_000; i++) {
            double x = (source.next() - 0.5) * 40;
            double expected = StrictMath.exp(x);
            assertThat(FastExp.exp(x)).isCloseTo(expected, within(5e-16 * expected));
        }
        assertThat(FastExp.exp(0)).isEqualTo(1);
        assertThat(FastExp.exp(-1000)).isEqualTo(0);
        assertThat(FastExp.exp(Double.NaN)).isNaN();
    }

    private static double[] draws(FastSampler sampler) {
        UniformSource source = new UniformSource(20141022);
        double[] draws = new double[DRAWS];
        Arrays.setAll(draws, i -> sampler.sample(source.nextLong()));
        return draws;
    }
}
