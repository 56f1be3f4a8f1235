package dev.multisite.requests;

import dev.multisite.world.World;

/** A reference work on the request plane. */
final class PlaneWork implements Contestant {

    private final String name;
    private final World world;
    private final int requests;

    PlaneWork(String name, World world, int requests) {
        this.name = name;
        this.world = world;
        this.requests = requests;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int requests() {
        return requests;
    }

    @Override
    public Run run(long seed) {
        RequestTally tally = new RequestTally(Slots.single(), 12, 3);
        try {
            new RequestPlane(world)
                    .simulate(Window.whole(0, world.endSeconds()), seed, tally, RequestPlane.Progress.NONE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        double served = 0;
        double sum = 0;
        for (int group = 0; group < tally.groups(); group++) {
            served += tally.served(0, group);
            sum += tally.latencySeconds(0, group);
        }
        return new Run(tally.simulated(), sum / served);
    }
}
