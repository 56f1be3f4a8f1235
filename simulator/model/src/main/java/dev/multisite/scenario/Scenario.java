package dev.multisite.scenario;

import java.util.List;
import java.util.Map;

/**
 * One question to simulate: who asks for what, where it may be served from, and the alternatives to compare. Maps keep
 * the order of the file.
 *
 * @param baseline name of the architecture that the others are compared with
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
        SimulationSpec simulation) {

    public Scenario {
        services = Ordered.copy(services);
        populations = Ordered.copy(populations);
        sites = Ordered.copy(sites);
        architectures = Ordered.copy(architectures);
        objectives = List.copyOf(objectives);
    }

    /** A scenario without facts for laws. */
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
                simulation);
    }

    /** Returns whether any service keeps records, so that exposure has something to say. */
    public boolean keepsRecords() {
        return services.values().stream().anyMatch(service -> !service.stores().isEmpty());
    }
}
