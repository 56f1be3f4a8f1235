package dev.multisite.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LatencyHistogramTest {
    @Test
    void quantilesAreWithinATenthOfAPercentOfTheSortedSample() {
        SplittableRandom random = new SplittableRandom(1);
        double[] sample = new double[100_001];
        LatencyHistogram histogram = new LatencyHistogram();
        for (int i = 0; i < sample.length; i++) {
            sample[i] = 0.02 * StrictMath.exp(1.5 * random.nextGaussian());
            histogram.record(sample[i]);
        }
        Arrays.sort(sample);
        for (double p : new double[] {0.001, 0.01, 0.5, 0.9, 0.95, 0.99, 0.999}) {
            double exact = sample[(int) Math.ceil(p * sample.length) - 1];
            assertThat(histogram.quantileSeconds(p)).isCloseTo(exact, within(0.002 * exact));
        }
        assertThat(histogram.meanSeconds())
                .isCloseTo(Arrays.stream(sample).average().orElseThrow(), within(1e-12));
        assertThat(histogram.recorded()).isEqualTo(sample.length);
    }

    @Test
    void oneValueIsFoundWithinATenthOfAPercent() {
        for (double seconds : new double[] {2e-6, 0.00123, 0.25, 1, 60, 86400}) {
            LatencyHistogram histogram = new LatencyHistogram();
            histogram.record(seconds);
            // A bucket is at most 1/1024 wide, and a quantile may lie at either end of it.
            for (double p : new double[] {0.01, 0.5, 0.99}) {
                assertThat(histogram.quantileSeconds(p)).isCloseTo(seconds, within(0.001 * seconds));
            }
        }
    }

    @Test
    void weightsCountLikeSoManyRequests() {
        LatencyHistogram weighted = new LatencyHistogram();
        weighted.record(0.1, 9);
        weighted.record(1.0, 1);
        LatencyHistogram plain = new LatencyHistogram();
        for (int i = 0; i < 9; i++) {
            plain.record(0.1);
        }
        plain.record(1.0);
        assertThat(weighted.quantileSeconds(0.85)).isEqualTo(plain.quantileSeconds(0.85));
        assertThat(weighted.totalWeight()).isEqualTo(10);
        assertThat(weighted.recorded()).isEqualTo(2);
    }

    @Test
    void durationsOfZeroAreZeroAndShiftTheRest() {
        LatencyHistogram histogram = new LatencyHistogram();
        histogram.recordZeros(60);
        histogram.record(2, 40);
        LatencyHistogram doubled = new LatencyHistogram();
        doubled.add(histogram, 2);

        for (LatencyHistogram each : new LatencyHistogram[] {histogram, doubled}) {
            assertThat(each.quantileSeconds(0.6)).isZero();
            assertThat(each.quantileSeconds(0.61)).isCloseTo(2, within(0.004));
            assertThat(each.shareUpTo(0)).isCloseTo(0.6, within(1e-12));
            assertThat(each.shareUpTo(1)).isCloseTo(0.6, within(1e-12));
            assertThat(each.meanSeconds()).isCloseTo(0.8, within(1e-12));
        }
    }

    @Test
    void nothingRecordedHasNoQuantile() {
        LatencyHistogram histogram = new LatencyHistogram();
        assertThat(histogram.quantileSeconds(0.5)).isNaN();
        assertThat(histogram.meanSeconds()).isNaN();
        assertThat(histogram.shareUpTo(1)).isNaN();
    }

    @Test
    void shareUpToIsTheInverseOfTheQuantile() {
        LatencyHistogram histogram = new LatencyHistogram();
        for (int i = 1; i <= 1000; i++) {
            histogram.record(i / 1000.0);
        }
        assertThat(histogram.shareUpTo(histogram.quantileSeconds(0.9))).isCloseTo(0.9, within(1e-9));
        assertThat(histogram.shareUpTo(5)).isEqualTo(1);
        assertThat(histogram.shareUpTo(1e-5)).isZero();
    }
}
