package dev.multisite.scenario;

import java.util.List;
import java.util.Map;

/**
 * One question to simulate: who asks for what, where it may be served from, and the alternatives to compare. Maps keep
 * the order of the file.
 *
 * @param baseline name of the architecture that the others are compared with
 * @param optimize which sites to choose; no part of what is simulated
 */
public record Scenario(
        String title,
        String description,
        Period period,
        String baseline,
        Map<String, ServiceSpec> services,
        Map<String, PopulationSpec> populations,
        Map<String, SiteSpec> sites,
        NetworkSpec network,
        RegulationSpec regulation,
        Map<String, ArchitectureSpec> architectures,
        List<ObjectiveSpec> objectives,
        SimulationSpec simulation,
        OptimizeSpec optimize) {

    public Scenario {
        services = Ordered.copy(services);
        populations = Ordered.copy(populations);
        sites = Ordered.copy(sites);
        architectures = Ordered.copy(architectures);
        objectives = List.copyOf(objectives);
    }

    /** A scenario without facts for laws that asks about all of its sites. */
    public Scenario(
            String title,
            String description,
            Period period,
            String baseline,
            Map<String, ServiceSpec> services,
            Map<String, PopulationSpec> populations,
            Map<String, SiteSpec> sites,
            NetworkSpec network,
            Map<String, ArchitectureSpec> architectures,
            List<ObjectiveSpec> objectives,
            SimulationSpec simulation) {
        this(
                title,
                description,
                period,
                baseline,
                services,
                populations,
                sites,
                network,
                RegulationSpec.NONE,
                architectures,
                objectives,
                simulation,
                OptimizeSpec.of(List.copyOf(sites.keySet())));
    }

    /** Returns whether any service keeps records, so that exposure has something to say. */
    public boolean keepsRecords() {
        return services.values().stream().anyMatch(service -> !service.stores().isEmpty());
    }

    /** Returns whether a site can be destroyed or a replica that lags can take over. */
    public boolean canLoseRecords() {
        boolean destroyed = sites.values().stream()
                .anyMatch(site -> site.outages() instanceof FailureSpec.Renewal renewal && renewal.destroysData() > 0);
        boolean lags = architectures.values().stream()
                .flatMap(architecture -> architecture.phases().stream())
                .flatMap(phase -> phase.data().rules().stream())
                .anyMatch(rule -> rule.replication() == DataSpec.Replication.ASYNC
                        && !rule.replicas().isEmpty());
        return keepsRecords() && (destroyed || lags);
    }

    /** Returns the same scenario with other architectures to compare. */
    public Scenario withArchitectures(String base, Map<String, ArchitectureSpec> alternatives) {
        return new Scenario(
                title,
                description,
                period,
                base,
                services,
                populations,
                sites,
                network,
                regulation,
                alternatives,
                objectives,
                simulation,
                optimize);
    }

    /** Returns the same scenario, simulated in another way. */
    public Scenario withSimulation(SimulationSpec how) {
        return new Scenario(
                title,
                description,
                period,
                baseline,
                services,
                populations,
                sites,
                network,
                regulation,
                architectures,
                objectives,
                how,
                optimize);
    }
}
