package dev.multisite.cli;

import dev.multisite.catalogue.Catalogue;
import dev.multisite.scenario.Scenario;
import dev.multisite.simulation.ReplicationSimulator;
import dev.multisite.simulation.ReplicationSimulators;

/** Where the commands get their simulator; apart, so that nothing of the engine is loaded before it is needed. */
final class Simulators {
    private Simulators() {}

    static ReplicationSimulator of(Scenario scenario, Catalogue catalogue) {
        return ReplicationSimulators.of(scenario, catalogue);
    }
}
