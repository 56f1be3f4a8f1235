package dev.multisite.requests;

import java.util.function.Function;

import dev.multisite.random.FastSampler;
import dev.multisite.scenario.DistributionSpec;
import dev.multisite.world.World;

/**
 * Simulates requests one by one. Prepares its tables once per world and may then simulate any number of windows, one
 * after the other; results depend on the world, the window and the stream key alone. Not for use by several threads.
 */
public final class RequestPlane {

    private final World world;
    private final Samplers samplers;
    private final Network network;

    /** @param world what to simulate */
    public RequestPlane(World world) {
        this(world, FastSampler::of);
    }

    /**
     * @param world what to simulate
     * @param sampler how to draw from a distribution: {@link FastSampler#of}, or {@link FastSampler#exact} to see what
     *     the tables cost in accuracy
     */
    public RequestPlane(World world, Function<DistributionSpec, FastSampler> sampler) {
        this.world = world;
        samplers = new Samplers(world.services(), sampler);
        network = new Network(world);
    }

    /** Told how far a window is, about ten times a second. */
    @FunctionalInterface
    public interface Progress {

        Progress NONE = (timeSeconds, requests) -> {};

        /**
         * @param timeSeconds simulation time reached
         * @param requests requests simulated since the last call
         */
        void advance(double timeSeconds, long requests);
    }

    /**
     * Simulates one window and adds what was measured to {@code tally}.
     *
     * @param streamKey key of the window's random stream; equal keys give equal demand under every architecture
     * @throws InterruptedException if the thread was interrupted
     * @throws IllegalStateException if requests got lost, which would be an error of this program
     */
    public void simulate(Window window, long streamKey, RequestTally tally, Progress progress)
            throws InterruptedException {
        Simulation simulation = new Simulation(world, samplers, network, window, streamKey, tally);
        simulation.run(progress);
        tally.countRun(simulation.requests(), simulation.neverEnding());
    }
}
