package dev.multisite.routing;

import org.junit.jupiter.api.Test;

import dev.multisite.world.Intervals;

import static org.assertj.core.api.Assertions.assertThat;

class BeliefTest {

    private static Intervals one(double from, double until) {
        return new Intervals(new double[] {from}, new double[] {until});
    }

    @Test
    void failoverIsNotFasterThanTheHealthCheck() {
        assertThat(new Belief(60, 0).believedDown(one(100, 500))).isEqualTo(one(160, 500));
    }

    @Test
    void anOutageShorterThanTheDetectionIsNeverNoticed() {
        assertThat(new Belief(60, 0).believedDown(one(100, 160))).isEqualTo(Intervals.NONE);
    }

    @Test
    void withEqualLagsBeliefIsTheTruthOfAMomentAgo() {
        assertThat(new Belief(60, 60).believedDown(one(100, 110))).isEqualTo(one(160, 170));
    }

    @Test
    void outagesThatBeliefDoesNotTellApartAreJoined() {
        Intervals outages = new Intervals(new double[] {100, 520}, new double[] {500, 900});

        assertThat(new Belief(10, 30).believedDown(outages)).isEqualTo(one(110, 930));
    }

    @Test
    void anOutageWithoutRepairIsBelievedForEver() {
        assertThat(new Belief(60, 0).believedDown(one(100, Double.POSITIVE_INFINITY)))
                .isEqualTo(one(160, Double.POSITIVE_INFINITY));
    }
}
