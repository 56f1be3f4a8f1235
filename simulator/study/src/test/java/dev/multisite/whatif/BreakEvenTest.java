package dev.multisite.whatif;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import dev.multisite.statistics.Estimate;
import dev.multisite.whatif.BreakEven.Answer;
import dev.multisite.whatif.BreakEven.Turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class BreakEvenTest {
    private static final Condition AT_MOST_100 = Condition.parse("latency-p95 <= 100ms");

    @Property(tries = 100)
    void aSingleTurnIsFoundToOnePercentOfTheRange(@ForAll @DoubleRange(min = 11, max = 19) double turn)
            throws InterruptedException {
        Answer answer =
                BreakEven.search(10, 20, false, AT_MOST_100, x -> Estimate.symmetric(100 + 10 * (turn - x), 5, 10));

        assertThat(answer.turn()).isEqualTo(Turn.FROM);
        assertThat(answer.value()).isBetween(turn, turn + 0.1);
        assertThat(answer.certain()).isBetween(turn + 0.5, turn + 0.6 + 1e-9);
        assertThat(answer.excluded()).isBetween(turn - 0.6 - 1e-9, turn - 0.5);
        assertThat(answer.monotone()).isTrue();
        assertThat(answer.steps()).hasSizeLessThan(2 + 3 * 8);
    }

    @Property(tries = 100)
    void theSmallestWholeNumberIsFound(@ForAll @IntRange(min = 2, max = 1000) int hosts) throws InterruptedException {
        Answer answer =
                BreakEven.search(1, 1000, true, AT_MOST_100, x -> Estimate.symmetric(x >= hosts ? 90 : 110, 1, 10));

        assertThat(answer.value()).isEqualTo(hosts);
        assertThat(answer.certain()).isEqualTo(hosts);
        assertThat(answer.excluded()).isEqualTo(hosts - 1);
    }

    @Test
    void aConditionMayHoldUpToAValue() throws InterruptedException {
        Answer answer = BreakEven.search(0, 10, false, AT_MOST_100, x -> Estimate.symmetric(70 + 10 * x, 0, 10));
        assertThat(answer.turn()).isEqualTo(Turn.UP_TO);
        assertThat(answer.value()).isCloseTo(3, within(0.1)).isLessThanOrEqualTo(3);
    }

    @Test
    void withoutATurnTheAnswerIsAlwaysOrNever() throws InterruptedException {
        Answer always = BreakEven.search(0, 1, false, AT_MOST_100, x -> Estimate.symmetric(99, 2, 9));
        assertThat(always.turn()).isEqualTo(Turn.ALWAYS);
        assertThat(always.value()).isNaN();
        assertThat(BreakEven.search(0, 1, false, AT_MOST_100, x -> Estimate.symmetric(101, 2, 9))
                        .turn())
                .isEqualTo(Turn.NEVER);
    }

    @Test
    void aFigureThatTurnsTwiceIsReported() throws InterruptedException {
        double[] figures = {Double.NaN, 90, 110, 90, 90, 110};
        Answer answer = BreakEven.search(
                1, 5, true, AT_MOST_100, x -> Estimate.symmetric(figures[(int) x], x == 3 ? 20 : 1, 10));
        assertThat(answer.turn()).isEqualTo(Turn.UP_TO);
        assertThat(answer.monotone()).isFalse();
    }

    @Test
    void conditionsAreReadInTheUnitOfTheirMetric() {
        assertThat(Condition.parse("latency-p95(IN) <= 0.25s"))
                .isEqualTo(new Condition("latency-p95", "IN", true, 250, false));
        assertThat(Condition.parse("availability >= 99.9%").limit()).isCloseTo(0.999, within(1e-12));
        assertThat(Condition.parse("cost<=baseline")).isEqualTo(new Condition("cost", "", true, 0, true));
        assertThatThrownBy(() -> Condition.parse("latency <= 3ms")).hasMessageContaining("no metric \"latency\"");
        assertThatThrownBy(() -> Condition.parse("cost <= 3ms")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Condition.parse("cheap")).hasMessageContaining("expected a condition");
    }
}
