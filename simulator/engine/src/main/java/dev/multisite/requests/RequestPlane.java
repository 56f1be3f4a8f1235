package dev.multisite.requests;

import dev.multisite.world.World;

/**
 * Simulates requests one by one. Prepares its tables once per world and may then simulate any number of windows, one
 * after the other; results depend on the world, the window and the stream key alone. Not for use by several threads.
 */
public final class RequestPlane {

    private final World world;

    public RequestPlane(World world) {
        this.world = world;
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
        throw new UnsupportedOperationException("not connected: " + world.sites().size());
    }
}
