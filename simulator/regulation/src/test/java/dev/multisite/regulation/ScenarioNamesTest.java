package dev.multisite.regulation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.multisite.catalogue.Catalogue;
import dev.multisite.regulation.catalogue.CatalogueNames;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.yaml.Problem;
import dev.multisite.scenario.yaml.ScenarioReader;
import dev.multisite.scenario.yaml.ScenarioResult;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** Scenarios use the names of the law catalogue; what it does not know is refused with its place. */
class ScenarioNamesTest {

    private static final ScenarioReader READER = new ScenarioReader(Catalogue.standard(), CatalogueNames::of);
    private static final String GOOD = """
            multisite: 1
            period: {from: 2014-07-01, to: 2016-07-01}
            services:
              sync:
                requests: 60/d
                service-time: 10ms
                stores: {imei: {records: 1, size: 200 B}, contacts: {records: 180, size: 300 B}}
            populations:
              IN: {devices: 1M, attributes: {military: {share: 0.1%}}}
            sites:
              beijing: {place: Beijing, hosts: 10}
              delhi: {place: Delhi, hosts: 10}
            regulation:
              controller: {home: CN, nexus: {IN: [targets-country]}}
              mechanisms: [{from: 2014-08-10, mechanism: consent, for: IN, share: 40%}]
              facts: {RU-TRANSFER: [notice-filed], VN-CSL: [{fact: order-served, since: 2015-01-01}]}
            architectures:
              one: {phases: [{from: start, route: {to: [beijing]}, data: {home: beijing}}]}
              two:
                phases:
                  - {from: start, route: {to: [beijing]}, data: {home: beijing}}
                  - from: 2015-01-01
                    route: {to: [delhi]}
                    data: {home: delhi, replicas: [beijing]}
                    migrate: {bandwidth: 1 Gbit/s, verify-and-delete: 7d}
                    mitigations: [opt-in-consent, encryption-at-rest]
                  - {from: 2015-07-01, route: {to: [delhi]}}
            """;

    @TempDir
    private Path folder;

    private String problems(String from, String to) {
        assertThat(GOOD).contains(from);
        ScenarioResult result = read(GOOD.replace(from, to));
        return result instanceof ScenarioResult.Invalid invalid
                ? String.join(
                        "\n", invalid.problems().stream().map(Problem::text).toList())
                : "";
    }

    private ScenarioResult read(String yaml) {
        return READER.read("s.yaml", yaml.getBytes(StandardCharsets.UTF_8), folder, List.of());
    }

    @Test
    void namesAreBroughtToTheFormOfTheCatalogueAndPhasesInheritWhatTheyDoNotState() {
        assertThat(read(GOOD)).isInstanceOf(ScenarioResult.Valid.class);
        Scenario scenario = ((ScenarioResult.Valid) read(GOOD)).scenario();
        assertThat(requireNonNull(scenario.services().get("sync")).stores())
                .extracting("dataClass")
                .contains("device-id", "contacts");
        assertThat(requireNonNull(scenario.regulation().facts().get("RU-TRANSFER"))
                        .get(0)
                        .name())
                .isEqualTo("regulator-notice");
        var phases = requireNonNull(scenario.architectures().get("two")).phases();
        assertThat(phases.get(2).data().rules()).isEqualTo(phases.get(1).data().rules());
        assertThat(phases.get(2).data().mitigations()).hasSize(2);
        assertThat(phases.get(2).data().migrate().atOnce()).isTrue();
    }

    @Test
    void unknownNamesAreRefusedWithTheNearestKnownOne() {
        assertThat(problems("contacts: {", "contcts: {"))
                .contains("s.yaml:7:", "no data class \"contcts\" in the law catalogue; did you mean 'contacts'?");
        assertThat(problems("mechanism: consent", "mechanism: consnt")).contains("no mechanism \"consnt\"");
        assertThat(problems("RU-TRANSFER", "RU-TRANSFR")).contains("no law \"RU-TRANSFR\"", "RU-TRANSFER");
        assertThat(problems("order-served", "order-sent")).contains("no fact \"order-sent\"");
        assertThat(problems("military", "millitary")).contains("no attribute \"millitary\"");
        assertThat(problems("IN: [targets-country]", "IN: [targeting-it]")).contains("no nexus \"targeting-it\"");
        assertThat(problems("imei: {", "contact: {")).contains("is the same data class as contact");
    }

    @Test
    void placesAndMigrationsThatDoNotFitAreRefused() {
        assertThat(problems("share: 40%}", "share: 40%, to: [ZZ]}")).contains("no country \"ZZ\"");
        assertThat(problems("mechanism: consent, for: IN", "mechanism: scc, for: IN"))
                .contains("opt-in-consent needs the share of people who agree");
        assertThat(problems("replicas: [beijing]", "replicas: [delhi]")).contains("must be different sites");
        assertThat(problems("        migrate: {bandwidth: 1 Gbit/s, verify-and-delete: 7d}\n", ""))
                .contains("data changes, so the phase needs migrate");
        assertThat(problems("data: {home: delhi, ", "data: {for: [CN], home: delhi, "))
                .contains("2015-01-01: no rule of data covers IN, sync");
        assertThat(problems("route: {to: [delhi]}}", "route: {to: [delhi]}, migrate: at-once}"))
                .contains("nothing moves in this phase");
        assertThat(problems(", data: {home: beijing}}]}", "}]}")).contains("missing key 'data'");
    }

    @Test
    void faultsOfOwnLawsAreReportedWhereTheScenarioNamesThem() throws IOException {
        Files.createDirectory(folder.resolve("my-laws"));
        Files.writeString(folder.resolve("my-laws/x.yaml"), "format: 1\nid: XX-LAW\njurisdiction: [true]\n");
        assertThat(problems("regulation:\n", "regulation:\n  catalogue: [default, my-laws]\n"))
                .contains("regulation.catalogue", "x.yaml:3:");
        assertThat(problems("regulation:\n", "regulation:\n  catalogue: [default, ../laws]\n"))
                .contains("expected default, or a file or folder of laws beside the scenario");
    }
}
