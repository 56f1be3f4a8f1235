package dev.multisite.simulation;

import java.time.ZoneOffset;

import dev.multisite.catalogue.Catalogue;
import dev.multisite.network.NetworkModel;
import dev.multisite.scenario.Scenario;

/** Where simulators come from. */
public final class ReplicationSimulators {

    private ReplicationSimulators() {}

    /**
     * Returns a simulator of {@code scenario} with the fidelity it asks for. What all replications share is prepared once;
     * the simulator may be used by several threads at once.
     */
    public static ReplicationSimulator of(Scenario scenario, Catalogue catalogue) {
        int year = scenario.period().from().atZone(ZoneOffset.UTC).getYear();
        NetworkModel network = NetworkModel.of(scenario.network(), catalogue, year);
        return new ScenarioSimulator(scenario, new NetworkPaths(network, scenario.network()));
    }
}
