package dev.multisite.requests;

import org.junit.jupiter.api.Test;

import dev.multisite.world.World;

import static org.assertj.core.api.Assertions.assertThat;

class WorkWTest {

    @Test
    void meanResponseIsThatOfOtherSimulators() throws InterruptedException {
        World world = WorkW.world(3e6, 1).build();
        RequestTally tally = run(world);
        double served = 0;
        double latency = 0;
        for (int group = 0; group < tally.groups(); group++) {
            served += tally.served(0, group);
            latency += tally.latencySeconds(0, group);
        }
        assertThat(served).isBetween(3e6 - 8660, 3e6 + 8660);
        assertThat(latency / served).isBetween(0.17236 * 0.99, 0.17236 * 1.01);
    }

    private static RequestTally run(World world) throws InterruptedException {
        RequestTally tally = new RequestTally(
                Slots.single(), world.groups().size(), world.sites().size());
        new RequestPlane(world).simulate(Window.whole(0, world.endSeconds()), 42, tally, RequestPlane.Progress.NONE);
        return tally;
    }
}
