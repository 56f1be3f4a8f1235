package dev.multisite.simulation;

import java.util.List;

import dev.multisite.exposure.LawfulSites;
import dev.multisite.exposure.ScenarioExposure;
import dev.multisite.routing.Permissions;
import dev.multisite.routing.RecordPlaces;
import dev.multisite.routing.RoutedSource;
import dev.multisite.scenario.ArchitectureSpec;
import dev.multisite.scenario.ArchitectureSpec.Phase;
import dev.multisite.scenario.SiteSpec;

/** Records as the scenario's exposure knows them, for one architecture. */
final class KeptRecords implements ArchitectureRecords {

    private final ScenarioExposure exposure;
    private final Permissions permissions;
    private final double[][] roundTripSeconds;

    /**
     * @param sites the architecture's sites by index
     * @param roundTripSeconds mean round trip from site to site
     */
    KeptRecords(
            ScenarioExposure exposure,
            ArchitectureSpec architecture,
            List<SiteSpec> sites,
            double[][] roundTripSeconds) {
        this.exposure = exposure;
        this.roundTripSeconds = roundTripSeconds;
        boolean asks = architecture.phases().stream()
                .flatMap(phase -> phase.route().stream())
                .anyMatch(ArchitectureSpec.RouteRule::asksTheLaw);
        this.permissions = asks ? new Asked(exposure.lawful(architecture), sites) : Permissions.ALL;
    }

    private record Asked(LawfulSites laws, List<SiteSpec> sites) implements Permissions {

        @Override
        public double[] epochStarts() {
            return laws.epochStarts();
        }

        @Override
        public boolean permitted(int epoch, Phase phase, RoutedSource source, int site) {
            return laws.permitted(
                    epoch,
                    phase,
                    source.populationName(),
                    source.service(),
                    sites.get(site).name());
        }
    }

    @Override
    public Permissions permissions() {
        return permissions;
    }

    @Override
    public RecordPlaces places(ArchitectureModel model, List<Phase> phases, List<Double> phaseStarts) {
        return RecordSites.of(model, exposure.placement(phases, phaseStarts), phases, phaseStarts, roundTripSeconds);
    }
}
