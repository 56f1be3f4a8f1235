package dev.multisite.statistics;

import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import dev.multisite.statistics.KimNelson.Selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KimNelsonTest {
    private static final int SYSTEMS = 5;
    private static final int EXPERIMENTS = 2000;

    /**
     * The hardest case: all others lie exactly one indifference above the best. With 2000 experiments a procedure whose
     * probability is 90 % has fewer than 1755 right selections with a probability below 0.0005.
     */
    @Test
    void theBestIsSelectedAsOftenAsPromised() throws InterruptedException {
        int right = 0;
        long replications = 0;
        for (int experiment = 0; experiment < EXPERIMENTS; experiment++) {
            Selection selection = slippage(experiment, 0);
            right += selection.best() == 2 ? 1 : 0;
            replications += selection.replications();
            assertThat(selection.decided()).isTrue();
        }
        assertThat(right).isGreaterThanOrEqualTo(1755);
        assertThat(replications).isGreaterThan(10L * EXPERIMENTS);
    }

    @Test
    void commonRandomNumbersEndTheRaceSooner() throws InterruptedException {
        long independent = 0;
        long common = 0;
        for (int experiment = 0; experiment < 100; experiment++) {
            independent += slippage(experiment, 0).replications();
            common += slippage(experiment, 0.9).replications();
        }
        assertThat(common).isLessThan(independent / 2);
    }

    /** Normal figures with unequal variances; {@code shared} is the share of the variance that all systems have in common. */
    private static Selection slippage(long seed, double shared) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        KimNelson procedure = new KimNelson(SYSTEMS, 10, 1, 0.9, Integer.MAX_VALUE);
        return procedure.select((replication, systems) -> {
            double[] own = new double[SYSTEMS];
            for (int i = 0; i < SYSTEMS; i++) {
                own[i] = random.nextGaussian();
            }
            double all = random.nextGaussian();
            return systems.stream()
                    .mapToDouble(i -> (i == 2 ? 10 : 11)
                            + (shared > 0 ? 3 : 2 + 0.5 * i)
                                    * (Math.sqrt(shared) * all + Math.sqrt(1 - shared) * own[i]))
                    .toArray();
        });
    }

    @Test
    void aClearWinnerNeedsTheFirstStageOnly() throws InterruptedException {
        Selection selection = new KimNelson(3, 5, 1, 0.95, 1000)
                .select((replication, systems) -> systems.stream()
                        .mapToDouble(i -> 100 * i + replication % 2)
                        .toArray());
        assertThat(selection).isEqualTo(new Selection(0, true, 5, List.of(0.4, 100.4, 200.4), List.of(5, 5, 5)));
    }

    @Test
    void whenTheReplicationsRunOutNothingIsClaimed() throws InterruptedException {
        SplittableRandom random = new SplittableRandom(1);
        Selection selection = new KimNelson(2, 5, 0.001, 0.95, 20)
                .select((replication, systems) ->
                        systems.stream().mapToDouble(i -> random.nextGaussian()).toArray());
        assertThat(selection.decided()).isFalse();
        assertThat(selection.replications()).isEqualTo(20);
    }

    @Test
    void oneSystemIsItsOwnBest() throws InterruptedException {
        assertThat(new KimNelson(1, 2, 1, 0.95, 10)
                        .select((replication, systems) -> new double[] {replication})
                        .best())
                .isZero();
        assertThatThrownBy(() -> new KimNelson(2, 1, 1, 0.95, 10)).hasMessageContaining("1 replications");
    }
}
