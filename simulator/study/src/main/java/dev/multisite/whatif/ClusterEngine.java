package dev.multisite.whatif;

import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** Simulates the points of sweeps on a cluster. An optional part of the program, found by {@link ServiceLoader}. */
public interface ClusterEngine {

    /** Returns the engine of that name, or nothing if its part is not beside the program. */
    static Optional<ClusterEngine> find(String name) {
        return ServiceLoader.load(ClusterEngine.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(engine -> engine.name().equals(name))
                .findFirst();
    }

    /** Returns what {@code --engine} calls it. */
    String name();

    /**
     * Returns the engine for a cluster; nothing is connected yet.
     *
     * @param master address of the cluster; empty: what the environment says
     * @param settings settings of the cluster's own software
     * @throws SweepException if that software is not on the class path
     */
    SweepEngine at(String master, Map<String, String> settings) throws SweepException;
}
