package dev.multisite.simulation;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.multisite.catalogue.Catalogue;
import dev.multisite.scenario.ArchitectureSpec.Policy;
import dev.multisite.scenario.DistributionSpec.Constant;
import dev.multisite.scenario.Scenario;
import dev.multisite.simulation.LatencyAssumption.Alternative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class UncrowdedRequestsTest {
    private static Scenario scenario() {
        return new TestScenario(10_000)
                .rate(2)
                .service(new Constant(0.01))
                .population("users", "DE", 1)
                .population("others", "FR", 1)
                .site("site", "DE", 100)
                .path("users", "site", new Constant(0.2))
                .path("others", "site", new Constant(0.5))
                .architecture("one", Policy.LISTED, "site")
                .build();
    }

    private static double millis(String population, List<Alternative> changes) throws InterruptedException {
        return 1000
                * new UncrowdedRequests(scenario(), Catalogue.standard())
                        .latencies("one", population, changes, 500, 1)
                        .get(0)
                        .meanSeconds();
    }

    @Test
    void aRequestTakesItsRoundTripAndItsWork() throws InterruptedException {
        assertThat(millis("users", List.of())).isCloseTo(210, within(1e-6));
        assertThat(millis("others", List.of())).isCloseTo(510, within(1e-6));
    }

    @Test
    void aShorterRoundTripShortensEveryRequestByAsMuch() throws InterruptedException {
        LatencyAssumption stated = LatencyAssumptions.of(scenario(), Catalogue.standard(), "users").stream()
                .filter(assumption -> assumption.what().contains("stated by the scenario"))
                .findFirst()
                .orElseThrow();
        assertThat(stated.alternatives().get(0).label()).isEqualTo("150 ms");
        assertThat(millis("users", List.of(stated.alternatives().get(0)))).isCloseTo(160, within(1e-6));
        assertThat(millis("others", List.of(stated.alternatives().get(0)))).isCloseTo(510, within(1e-6));
    }

    @Test
    void halfTheServiceTimeIsSavedAsSuch() throws InterruptedException {
        LatencyAssumption work = LatencyAssumptions.of(scenario(), Catalogue.standard(), "users").stream()
                .filter(assumption -> assumption.what().equals("service time of api"))
                .findFirst()
                .orElseThrow();
        assertThat(millis("users", List.of(work.alternatives().get(0)))).isCloseTo(205, within(1e-6));
    }
}
