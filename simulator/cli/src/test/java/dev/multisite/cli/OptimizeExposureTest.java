package dev.multisite.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Records of people in Russia must be there since September 2015; a site there costs ten times one in Germany. */
class OptimizeExposureTest {

    private static final String SCENARIO = """
            multisite: 1
            title: A cheap site or a lawful one
            period: {from: 2019-01-01, to: 2019-03-01}
            services:
              account:
                requests: 1/d
                service-time: {lognormal: {mean: 10ms, cv: 1}}
                stores: {contacts: {records: 100, size: 300 B}}
            populations:
              RU: {place: Moscow, devices: 3000}
              DE: {place: Frankfurt am Main, devices: 2000}
            sites:
              frankfurt: {place: Frankfurt am Main, operator: {name: A, home: DE}, hosts: 1, cost: {capex: 100 kUSD, life: 5y}}
              moscow: {place: Moscow, operator: {name: B, home: RU}, hosts: 1, cost: {capex: 1 MUSD, life: 5y}}
            regulation:
              controller: {name: Firm, home: DE, nexus: {DE: [established], "*": [targets-country]}}
            architectures:
              today: {phases: [{from: start, route: {to: [frankfurt]}, data: {home: frankfurt}}]}
            simulation: {seed: 1, replications: 5}
            optimize: {minimise: cost}
            """;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("two.yaml"), SCENARIO);
    }

    private JsonNode asked(String... options) {
        List<Object> arguments = new java.util.ArrayList<>(List.of("optimize", file, "--json"));
        arguments.addAll(List.of(options));
        Invocation done = Invocation.of(arguments.toArray());
        assertThat(done.err()).isEmpty();
        return JsonMapper.builder().build().readTree(done.out());
    }

    private static List<String> sites(JsonNode found) {
        return found.get("best")
                .get(0)
                .get("sites")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static double exposure(JsonNode placement) {
        return placement.get("model").get("non-compliant-record-years").asDouble();
    }

    @Test
    void theCheapestBreaksTheLawAndWhoeverKeepsItPaysForTheDearSite() {
        JsonNode cheapest = asked("--confirm", "0");
        assertThat(sites(cheapest)).containsExactly("frankfurt");
        assertThat(exposure(cheapest.get("best").get(0))).isGreaterThan(0);

        JsonNode lawful = asked("--confirm", "0", "--set", "optimize.laws=kept");
        assertThat(sites(lawful)).contains("moscow");
        assertThat(exposure(lawful.get("best").get(0))).isZero();
        assertThat(sites(asked("--confirm", "0", "--minimise", "non-compliant-record-years")))
                .contains("moscow");
        assertThat(sites(asked("--confirm", "0", "--subject-to", "non-compliant-record-years(RU) <= 0")))
                .contains("moscow");
    }

    @Test
    void aLawfulPlacementIsOnTheFrontThoughACheaperOneIsAsFast() {
        JsonNode front = asked("--confirm", "0").get("pareto-front");
        assertThat(front.valueStream().map(OptimizeExposureTest::exposure)).contains(0.0);
        assertThat(front.size()).isGreaterThan(1);
    }

    /** A population's records lie where it is served, so the simulated exposure is a second way to the same figure. */
    @Test
    void theSimulationFindsTheExposureOfTheModel() {
        JsonNode found = asked("--confirm", "3", "--out", folder.resolve("out").toString());
        assertThat(found.get("best").size()).isEqualTo(3);
        for (JsonNode placement : found.get("best")) {
            double simulated = placement
                    .get("simulated")
                    .get("non-compliant-record-years")
                    .get("mean")
                    .asDouble();
            assertThat(exposure(placement)).isCloseTo(simulated, within(0.001));
        }
    }

    @Test
    void lawsNeedRecords() throws IOException {
        Files.writeString(
                file,
                SCENARIO.replace("    stores: {contacts: {records: 100, size: 300 B}}\n", "")
                        .replace(", data: {home: frankfurt}", ""));
        Invocation done = Invocation.of("optimize", file, "--set", "optimize.laws=kept");
        assertThat(done.exitCode()).isEqualTo(65);
        assertThat(done.err()).contains("no service keeps records");
    }
}
