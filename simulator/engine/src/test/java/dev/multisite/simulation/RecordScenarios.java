package dev.multisite.simulation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import dev.multisite.catalogue.Catalogue;
import dev.multisite.regulation.catalogue.CatalogueNames;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.yaml.Problem;
import dev.multisite.scenario.yaml.ScenarioReader;
import dev.multisite.scenario.yaml.ScenarioResult;

import static org.assertj.core.api.Assertions.assertThat;

/** Small scenarios whose services keep records, as a user writes them. */
final class RecordScenarios {

    private RecordScenarios() {}

    static Scenario scenario(String yaml) {
        ScenarioResult result = new ScenarioReader(Catalogue.standard(), CatalogueNames::of)
                .read("s.yaml", yaml.getBytes(StandardCharsets.UTF_8), Path.of("."), List.of());
        assertThat(result)
                .as(
                        result instanceof ScenarioResult.Invalid invalid
                                ? invalid.problems().stream()
                                        .map(Problem::text)
                                        .toList()
                                        .toString()
                                : "")
                .isInstanceOf(ScenarioResult.Valid.class);
        return ((ScenarioResult.Valid) result).scenario();
    }

    static ReplicationResult run(String yaml, String architecture) {
        return run(yaml, architecture, 0);
    }

    static ReplicationResult run(String yaml, String architecture, int replication) {
        ReplicationSimulator simulator = ReplicationSimulators.of(scenario(yaml), Catalogue.standard());
        return Sample.simulate(simulator, architecture, replication);
    }
}
