package dev.multisite.statistics;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PooledQuantilesTest {
    private static HistogramSections sections(long seed, int replications, int requests, double scale) {
        SplittableRandom random = new SplittableRandom(seed);
        HistogramSections sections = new HistogramSections();
        for (int r = 0; r < replications; r++) {
            LatencyHistogram histogram = new LatencyHistogram();
            for (int i = 0; i < requests; i++) {
                histogram.record(-scale * StrictMath.log1p(-random.nextDouble()));
            }
            sections.add(histogram);
        }
        return sections;
    }

    @Test
    void poolsTheRequestsOfAllReplications() {
        Estimate p99 = PooledQuantiles.quantile(sections(1, 20, 5000, 0.1), 0.99, 0.95);
        assertThat(p99.observations()).isEqualTo(20);
        assertThat(p99.low()).isLessThan(0.1 * StrictMath.log(100));
        assertThat(p99.high()).isGreaterThan(0.1 * StrictMath.log(100));
        // Asymptotic standard error sqrt(p (1-p) / n) / f = 0.1 * sqrt(99 / 100000): half-width about 0.0066.
        assertThat(p99.halfWidth()).isBetween(0.0035, 0.011);
    }

    @Test
    void coversTheTrueQuantileAsOftenAsItSays() {
        int covered = 0;
        for (int seed = 0; seed < 400; seed++) {
            Estimate p90 = PooledQuantiles.quantile(sections(1000 + seed, 20, 200, 1), 0.9, 0.95);
            covered += p90.low() <= StrictMath.log(10) && p90.high() >= StrictMath.log(10) ? 1 : 0;
        }
        // 400 trials at 95 %: outside 365 to 394 once in a thousand.
        assertThat(covered).isBetween(365, 395);
    }

    @Test
    void aTwinDiffersByExactlyNothing() {
        Estimate difference = PooledQuantiles.difference(sections(3, 10, 100, 1), sections(3, 10, 100, 1), 0.95, 0.95);
        assertThat(difference).isEqualTo(new Estimate(0, 0, 0, 10));
    }

    @Test
    void pairingShortensTheIntervalOfTheDifference() {
        HistogramSections slow = sections(4, 20, 500, 1.0);
        HistogramSections fast = sections(4, 20, 500, 0.9);
        Estimate paired = PooledQuantiles.difference(slow, fast, 0.95, 0.95);
        Estimate independent = PooledQuantiles.difference(slow, sections(5, 20, 500, 0.9), 0.95, 0.95);
        assertThat(paired.value()).isCloseTo(0.1 * StrictMath.log(20), within(0.02));
        assertThat(paired.halfWidth()).isLessThan(independent.halfWidth() / 4);
        assertThat(PooledQuantiles.ratio(slow, fast, 0.95, 0.95).value()).isCloseTo(1 / 0.9, within(0.002));
    }

    @Test
    void manyReplicationsAreKeptInFewSectionsOfEqualSize() {
        HistogramSections many = sections(6, 400, 10, 1);
        assertThat(many.count()).isBetween(20, HistogramSections.MOST_SECTIONS);
        assertThat(many.total().totalWeight()).isEqualTo(4000);
        for (int i = 0; i < many.count(); i++) {
            assertThat(many.section(i).totalWeight()).isEqualTo(4000.0 / many.count());
        }
    }

    @Test
    void fewRequestsForAFarQuantileAreFlagged() {
        assertThat(PooledQuantiles.hasFewRequests(sections(7, 10, 999, 1), 0.99))
                .isTrue();
        assertThat(PooledQuantiles.hasFewRequests(sections(7, 10, 1000, 1), 0.99))
                .isFalse();
    }

    @Test
    void oneReplicationHasNoInterval() {
        assertThat(PooledQuantiles.quantile(sections(8, 1, 100, 1), 0.5, 0.95).hasInterval())
                .isFalse();
    }
}
