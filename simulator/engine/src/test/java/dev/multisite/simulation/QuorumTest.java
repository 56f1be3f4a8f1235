package dev.multisite.simulation;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.multisite.calendar.StepFunction;
import dev.multisite.calendar.Steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class QuorumTest {

    /** Down from 10 to 20, from 15 to 30 and before the opening at 5. */
    private final List<StepFunction> hosts = List.of(
            Steps.of(new double[] {0, 10, 20}, new double[] {2, 0, 1}),
            Steps.of(new double[] {0, 15, 30}, new double[] {1, 0, 1}),
            Steps.of(new double[] {0, 5}, new double[] {0, 3}));

    @Test
    void oneOfThreeIsAlwaysThere() {
        assertThat(Quorum.of(hosts, 1, 100)).isEqualTo(new Quorum(1, 0));
    }

    @Test
    void twoOfThreeAreMissedWhileTwoAreDown() {
        Quorum quorum = Quorum.of(hosts, 2, 100);
        assertThat(quorum.availability()).isCloseTo(0.95, within(1e-12));
        assertThat(quorum.losses()).isEqualTo(1);
    }

    @Test
    void allThreeAreMissedWhileAnyIsDown() {
        Quorum quorum = Quorum.of(hosts, 3, 100);
        assertThat(quorum.availability()).isCloseTo(0.75, within(1e-12));
        assertThat(quorum.losses()).as("before the opening it never was there").isEqualTo(1);
    }
}
