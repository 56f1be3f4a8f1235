package dev.multisite.whatif;

import java.io.IOException;
import java.util.function.Function;

import dev.multisite.scenario.Scenario;
import dev.multisite.simulation.ReplicationSimulator;

/** Simulates the points of a sweep somewhere. The results do not depend on where, nor on the order in which they arrive. */
@FunctionalInterface
public interface SweepEngine {
    /**
     * Returns the engine that simulates on the threads of this program.
     *
     * @param simulators makes the simulator of a scenario
     * @param threads points or replications at once, at least 1
     */
    static SweepEngine local(Function<Scenario, ReplicationSimulator> simulators, int threads) {
        return new LocalEngine(simulators, threads);
    }

    /**
     * Simulates the points that are not done, each once, and hands every result to {@link SweepWork#finished}.
     *
     * @throws InterruptedException if the thread was interrupted
     * @throws IOException what {@link SweepWork#finished} throws
     * @throws SweepException if the engine is not there, or is lost on the way; results that were handed over are kept
     */
    void run(SweepWork work) throws InterruptedException, IOException, SweepException;
}
