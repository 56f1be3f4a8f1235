package dev.multisite.simulation;

import dev.multisite.catalogue.Catalogue;
import dev.multisite.scenario.Scenario;

/** Where simulators come from. */
public final class ReplicationSimulators {

    private ReplicationSimulators() {}

    /**
     * Returns a simulator of {@code scenario} with the fidelity it asks for. What all replications share is prepared once,
     * when it is first needed; the simulator may be used by several threads at once.
     */
    public static ReplicationSimulator of(Scenario scenario, Catalogue catalogue) {
        return (architecture, replication, progress) -> {
            throw new UnsupportedOperationException(scenario.title() + catalogue.countries().size());
        };
    }
}
