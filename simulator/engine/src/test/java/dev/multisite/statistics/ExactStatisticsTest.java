package dev.multisite.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Compares with values computed by two independent methods in high precision (t tables, SciPy, quadrature). */
class ExactStatisticsTest {
    private static final double[] MEANS = {
        203.1, 198.4, 221.7, 250.3, 199.9, 187.2, 305.8, 210.0, 204.4, 231.6, 196.3, 189.9, 244.1, 207.5, 275.2, 201.8,
        192.6, 218.3, 226.0, 240.7
    };

    @Test
    void intervalOfTwentyMeansIsTheTextbookOne() {
        Estimate mean = StudentT.mean(MEANS, 0.95);
        assertThat(mean.value()).isCloseTo(220.24, within(1e-10));
        assertThat(mean.halfWidth()).isCloseTo(14.3219443702374, within(1e-8));
        assertThat(Moments.of(MEANS).standardDeviation()).isCloseTo(30.6015032310506, within(1e-10));
        assertThat(StudentT.mean(Arrays.copyOf(MEANS, 10), 0.95).halfWidth()).isCloseTo(24.9831382578209, within(1e-8));
    }

    @Test
    void quantilesOfStudentAreTheTabulatedOnes() {
        assertThat(StudentT.quantile(0.95, 1)).isCloseTo(12.7062047361747, within(1e-7));
        assertThat(StudentT.quantile(0.95, 2)).isCloseTo(4.30265272974946, within(1e-8));
        assertThat(StudentT.quantile(0.95, 19)).isCloseTo(2.09302405440831, within(1e-8));
        assertThat(StudentT.quantile(0.95, 999)).isCloseTo(1.96234146113345, within(1e-8));
    }

    @Test
    void pairedAndWelchIntervalsOfTwoDesigns() {
        double[] a = IntStream.range(0, 10).mapToDouble(i -> MEANS[2 * i]).toArray();
        double[] b = IntStream.range(0, 10).mapToDouble(i -> MEANS[2 * i + 1]).toArray();
        Estimate paired = StudentT.pairedDifference(a, b, 0.95);
        assertThat(paired.value()).isCloseTo(13.34, within(1e-10));
        assertThat(paired.halfWidth()).isCloseTo(30.8921597193091, within(1e-7));
        assertThat(StudentT.welchDifference(a, b, 0.95).halfWidth()).isCloseTo(29.3470413426288, within(1e-7));
        assertThat(StudentT.welchDegreesOfFreedom(Moments.of(a), Moments.of(b)))
                .isCloseTo(14.2370629996491, within(1e-9));
    }

    @Test
    void ranksAroundAQuantileComeFromTheBinomial() {
        assertThat(OutputAnalysis.quantileRanks(1000, 0.95, 0.95)).satisfies(r -> {
            assertThat(r.low()).isEqualTo(936);
            assertThat(r.high()).isEqualTo(964);
            assertThat(r.coverage()).isCloseTo(0.958095268222654, within(1e-12));
        });
        assertThat(OutputAnalysis.quantileRanks(1000, 0.99, 0.95).coverage())
                .isCloseTo(0.976094763497977, within(1e-12));
        assertThat(OutputAnalysis.quantileRanks(100, 0.5, 0.95)).satisfies(r -> {
            assertThat(r.low()).isEqualTo(40);
            assertThat(r.high()).isEqualTo(61);
        });
        assertThat(OutputAnalysis.quantileRanks(100, 0.95, 0.95)).satisfies(r -> {
            assertThat(r.low()).isEqualTo(90);
            assertThat(r.high()).isEqualTo(100);
            assertThat(r.coverage()).isCloseTo(0.982607060712181, within(1e-12));
        });
    }

    @Test
    void tooFewObservationsGiveNoRanks() {
        assertThat(OutputAnalysis.fewestObservations(0.99, 0.95)).isEqualTo(299);
        assertThat(OutputAnalysis.quantileRanks(299, 0.99, 0.95).high()).isEqualTo(299);
        assertThatThrownBy(() -> OutputAnalysis.quantileRanks(298, 0.99, 0.95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("298");
    }

    @Test
    void proportionsHaveExactAndScoreIntervals() {
        assertThat(Proportions.clopperPearson(0, 1000, 0.95).low()).isZero();
        assertThat(Proportions.clopperPearson(0, 1000, 0.95).high()).isCloseTo(0.00368208389686567, within(1e-10));
        assertThat(Proportions.clopperPearson(3, 1000, 0.95).low()).isCloseTo(0.000619099931649571, within(1e-10));
        assertThat(Proportions.clopperPearson(3, 1000, 0.95).high()).isCloseTo(0.0087420232384783, within(1e-10));
        assertThat(Proportions.clopperPearson(37, 1000, 0.95).low()).isCloseTo(0.0261827088437373, within(1e-10));
        assertThat(Proportions.clopperPearson(37, 1000, 0.95).high()).isCloseTo(0.0506411230599249, within(1e-10));
        assertThat(Proportions.wilson(0, 1000, 0.95).high()).isCloseTo(0.00382675848555512, within(1e-12));
        assertThat(Proportions.wilson(3, 1000, 0.95).high()).isCloseTo(0.00878301405350317, within(1e-12));
        assertThat(Proportions.wilson(37, 1000, 0.95).high()).isCloseTo(0.0505823974820693, within(1e-12));
    }

    @Test
    void mserCutsTheFixedSeriesWhereItShould() {
        double[] series = fixedSeries();
        OutputAnalysis.Truncation truncation = OutputAnalysis.mser5(series);
        assertThat(truncation.observations()).isEqualTo(255);
        assertThat(truncation.mean()).isCloseTo(10.0035432875649, within(1e-11));
        assertThat(truncation.tooShort()).isFalse();
        Estimate batches = OutputAnalysis.batchMeans(series, 500, 15, 0.95);
        assertThat(batches.value()).isCloseTo(9.99979212987831, within(1e-11));
        assertThat(batches.halfWidth()).isCloseTo(0.003759893793929, within(1e-11));
    }

    @Test
    void mserSaysThatATrendHasNoSteadyState() {
        double[] trend = IntStream.range(0, 1000).mapToDouble(i -> i * 1.0).toArray();
        assertThat(OutputAnalysis.mser5(trend).tooShort()).isTrue();
    }

    @Test
    void fewEventsGetTheExactPoissonInterval() {
        // Garwood: 3 events, 95 %: 0.618672 to 8.767273.
        Estimate three = RareEvents.poissonRate(3, 1, 0.95);
        assertThat(three.low()).isCloseTo(0.618672, within(1e-6));
        assertThat(three.high()).isCloseTo(8.767273, within(1e-6));
    }

    @Test
    void noEventGivesAnUpperBoundAndNeverZeroPlusMinusZero() {
        Estimate none = RareEvents.poissonRate(0, 1000, 0.95);
        assertThat(none.value()).isZero();
        assertThat(none.high()).isCloseTo(2.995732273553991 / 1000, within(1e-12));
        assertThat(Proportions.upperBoundOfNone(20, 0.95)).isCloseTo(0.1391083, within(1e-6));
    }

    @Test
    void fewEventsNeverNarrowATInterval() {
        Estimate narrow = Estimate.symmetric(0.01, 0.0001, 20);
        Estimate bounded = RareEvents.meanOfFewEvents(narrow, 4, 0.95);
        assertThat(bounded.low()).isCloseTo(0.01 * 1.0898654 / 4, within(1e-8));
        assertThat(bounded.high()).isCloseTo(0.01 * 10.2415887 / 4, within(1e-8));
        Estimate wide = new Estimate(0.01, -0.02, 0.04, 20);
        assertThat(RareEvents.meanOfFewEvents(wide, 4, 0.95)).isEqualTo(new Estimate(0.01, 0, 0.04, 20));
    }

    @Test
    void tiesCountHalfInTheProbabilityOfBeingBetter() {
        double[] a = {1, 2, 3, 4};
        double[] b = {2, 2, 4, Double.NaN};
        Estimate better = Proportions.better(a, b, true, 0.95);
        assertThat(better.value()).isCloseTo(2.5 / 3, within(1e-12));
        assertThat(better.observations()).isEqualTo(3);
        assertThat(Proportions.better(a, b, false, 0.95).value()).isCloseTo(0.5 / 3, within(1e-12));
    }

    @Test
    void twinsDifferByExactlyNothing() {
        Estimate difference = StudentT.pairedDifference(MEANS, MEANS.clone(), 0.95);
        assertThat(difference).isEqualTo(new Estimate(0, 0, 0, 20));
    }

    @Test
    void oneReplicationHasNoInterval() {
        assertThat(StudentT.mean(new double[] {5}, 0.95).hasInterval()).isFalse();
        assertThat(StudentT.mean(new double[] {5, Double.NaN}, 0.95).hasInterval())
                .isFalse();
        assertThat(StudentT.mean(new double[0], 0.95).value()).isNaN();
    }

    @Test
    void ratioOfMeansOfProportionalSamplesIsExact() {
        double[] twice = Arrays.stream(MEANS).map(x -> 2 * x).toArray();
        Estimate ratio = StudentT.ratioOfMeans(twice, MEANS, 0.95);
        assertThat(ratio.value()).isCloseTo(2, within(1e-12));
        assertThat(ratio.halfWidth()).isCloseTo(0, within(1e-12));
        assertThat(StudentT.ratioOfMeans(MEANS, new double[20], 0.95).value()).isNaN();
    }

    private static double[] fixedSeries() {
        return IntStream.range(0, 2000)
                .mapToDouble(i -> 10 + 8 * StrictMath.exp(-i / 60.0) + (7919L * i % 1009) / 1009.0 - 0.5)
                .toArray();
    }
}
