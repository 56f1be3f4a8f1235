package dev.multisite.demand;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.multisite.catalogue.Access;
import dev.multisite.catalogue.PopulationCentre;
import dev.multisite.geo.GeoPoint;
import dev.multisite.scenario.DistributionSpec;
import dev.multisite.scenario.GrowthSpec;
import dev.multisite.scenario.NetworkSpec;
import dev.multisite.scenario.Period;
import dev.multisite.scenario.PopulationEvent;
import dev.multisite.scenario.PopulationSpec;
import dev.multisite.scenario.ProfileSpec;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.ServiceSpec;
import dev.multisite.scenario.SimulationSpec;
import dev.multisite.units.DataSize;
import dev.multisite.units.Durations;
import dev.multisite.units.Rate;

/** Small scenarios for tests of demand: populations and services only. */
final class DemandScenarios {

    static final Instant START = Instant.parse("2014-09-01T00:00:00Z");

    private DemandScenarios() {}

    static Period days(double days) {
        return new Period(START, START.plusMillis(Math.round(days * 86_400_000)));
    }

    static PopulationSpec population(
            String name, double devices, GrowthSpec growth, double churn, String zone, PopulationEvent... events) {
        return population(name, START, devices, growth, churn, List.of(centre(zone, 1)), events);
    }

    static PopulationSpec population(
            String name,
            Instant launch,
            double devices,
            GrowthSpec growth,
            double churn,
            List<PopulationCentre> centres,
            PopulationEvent... events) {
        return new PopulationSpec(
                name,
                "XX",
                launch,
                devices,
                growth,
                churn,
                Map.of(Access.WIRED, 1.0),
                Map.of("s", 1.0),
                centres,
                Map.of(),
                List.of(events));
    }

    static PopulationCentre centre(String zone, double weight) {
        return new PopulationCentre(zone, new GeoPoint(0, 0), ZoneId.of(zone), weight);
    }

    static ServiceSpec service(double requestsPerDay, ProfileSpec profile, double weekend) {
        return new ServiceSpec(
                "s",
                Rate.per(requestsPerDay, Duration.ofDays(1)),
                profile,
                weekend,
                DataSize.ZERO,
                DataSize.ZERO,
                1,
                new DistributionSpec.Constant(0.01),
                Durations.FOREVER,
                new DistributionSpec.Constant(Double.POSITIVE_INFINITY),
                ServiceSpec.Retries.NONE);
    }

    static Scenario scenario(Period period, ServiceSpec service, PopulationSpec... populations) {
        Map<String, PopulationSpec> byName = new LinkedHashMap<>();
        for (PopulationSpec population : populations) {
            byName.put(population.name(), population);
        }
        NetworkSpec network = new NetworkSpec(
                new NetworkSpec.Model.None(),
                List.of(),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                Map.of());
        SimulationSpec simulation = new SimulationSpec(
                1,
                new SimulationSpec.Replications.Fixed(2),
                SimulationSpec.Fidelity.SAMPLED,
                0,
                Duration.ZERO,
                SimulationSpec.Bins.DAY);
        return new Scenario(
                "", "", period, "a", Map.of("s", service), byName, Map.of(), network, Map.of(), List.of(), simulation);
    }
}
