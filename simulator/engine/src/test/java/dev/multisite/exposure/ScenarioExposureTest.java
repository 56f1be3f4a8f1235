package dev.multisite.exposure;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.multisite.catalogue.Catalogue;
import dev.multisite.demand.DemandModel;
import dev.multisite.regulation.catalogue.CatalogueNames;
import dev.multisite.regulation.enforcement.EnforcementReplay;
import dev.multisite.regulation.enforcement.EnforcementResult;
import dev.multisite.regulation.enforcement.EnforcementSettings;
import dev.multisite.regulation.enforcement.LawExposure;
import dev.multisite.regulation.evaluate.Reach;
import dev.multisite.regulation.evaluate.Verdict;
import dev.multisite.regulation.exposure.Exposure;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.yaml.Problem;
import dev.multisite.scenario.yaml.ScenarioReader;
import dev.multisite.scenario.yaml.ScenarioResult;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ScenarioExposureTest {

    private static final String RUSSIA = """
            multisite: 1
            period: {from: 2015-06-01, to: 2017-01-01}
            services:
              sync:
                requests: 60/d
                service-time: 10ms
                stores: {contacts: {records: 2, size: 500 B}}
            populations:
              RU: {devices: 1M}
              IN: {devices: 1M, attributes: {military: {share: 10%}}}
            sites:
              singapore: {place: aws/ap-southeast-1, hosts: 10}
              moscow: {place: Moscow, hosts: 10}
            regulation:
              controller: {home: CN, nexus: {"*": [targets-country]}}
            architectures:
              stay: {phases: [{from: start, route: {to: [singapore]}, data: {home: singapore}}]}
              move:
                phases:
                  - {from: start, route: {to: [singapore]}, data: {home: singapore}}
                  - from: 2015-12-01
                    route: {to: [singapore, moscow]}
                    data: [{for: RU, home: moscow}, {home: singapore}]
                    migrate: BANDWIDTH
            """;

    private static Scenario scenario(String yaml) {
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

    private static ArchitectureExposure exposure(Scenario scenario, String architecture) {
        PlannedPhases phases = PlannedPhases.of(
                scenario, requireNonNull(scenario.architectures().get(architecture)));
        double[] bins = new double[20];
        for (int i = 0; i < bins.length; i++) {
            bins[i] = i * scenario.period().seconds() / bins.length;
        }
        return ScenarioExposure.of(scenario, DemandModel.of(scenario)).evaluate(phases.phases(), phases.starts(), bins);
    }

    private static Exposure of(String population, ArchitectureExposure exposure) {
        return requireNonNull(exposure.byPopulation().get(population));
    }

    /** Two million records from 1 September 2015, 91 days, then a linear move and deletion over 60 days. */
    @Test
    void recordsInBreachAreThoseNotYetMoved() {
        // 2e6 records of 500 bytes in 60 days, half of the bandwidth used.
        double bitsPerSecond = 2e6 * 500 * 8 / (60 * 86_400.0) / 0.5;
        Scenario scenario = scenario(
                RUSSIA.replace("BANDWIDTH", "{bandwidth: " + bitsPerSecond / 1000 + " kbit/s, efficiency: 50%}"));
        Exposure russia = of("RU", exposure(scenario, "move"));
        double recordYears =
                russia.nonCompliantRecordYears(piece -> piece.finding().law().equals("RU-LOCAL"));
        assertThat(recordYears).isCloseTo((2e6 * 91 + 2e6 * 60 / 2) / 365.25, within(10.0));
        assertThat(russia.timeToComplianceDays("RU-LOCAL")).isCloseTo(151, within(0.001));
        Exposure stays = of("RU", exposure(scenario, "stay"));
        assertThat(stays.nonCompliantRecordYears(piece -> piece.finding().law().equals("RU-LOCAL")))
                .isCloseTo(2e6 * 488 / 365.25, within(10.0));
    }

    @Test
    void populationsClassesAndAttributesAddUpToAllRecords() {
        Scenario scenario = scenario(RUSSIA.replace("BANDWIDTH", "at-once"));
        double days = scenario.period().seconds() / 86_400;
        ArchitectureExposure exposure = exposure(scenario, "move");
        double sum = 0;
        for (Exposure own : exposure.byPopulation().values()) {
            double recordYears = own.recordYears(piece -> true);
            assertThat(recordYears).isCloseTo(2e6 * days / 365.25, within(1.0));
            own.laws()
                    .forEach(law -> assertThat(
                                    own.sum(piece -> piece.finding().law().equals(law)))
                            .isLessThanOrEqualTo(recordYears * (1 + 1e-12)));
            sum += recordYears;
        }
        double[] track = requireNonNull(
                exposure.track().series().get(new ExposureTrack.Key("RU", "", "", "", ExposureTrack.Count.RECORDS)));
        assertThat(track).containsOnly(2e6);
        assertThat(sum).isCloseTo(2 * 2e6 * days / 365.25, within(2.0));
    }

    @Test
    void consentCoversItsShareOfThePeopleAndOptInDropsTheOthers() {
        String with = RUSSIA.replace("BANDWIDTH", "at-once")
                .replace(
                        "controller:",
                        "mechanisms: [{from: 2015-07-01, mechanism: consent, for: IN, share: 40%}]\n  controller:")
                .replace("migrate: at-once", "migrate: at-once\n        mitigations: [opt-in-consent]");
        Exposure india = of("IN", exposure(scenario(with), "move"));
        double before = Instant.parse("2015-12-01T00:00:00Z").getEpochSecond()
                - Instant.parse("2015-06-01T00:00:00Z").getEpochSecond();
        double after = Instant.parse("2017-01-01T00:00:00Z").getEpochSecond()
                - Instant.parse("2015-12-01T00:00:00Z").getEpochSecond();
        assertThat(india.recordYears(piece -> true))
                .isCloseTo(2e6 * (before + 0.4 * after) / 86_400 / 365.25, within(1.0));
    }

    @Test
    void keysOutsideTurnReachIntoCiphertextAndTheOwnStateIsNotForeign() {
        String with = RUSSIA.replace("BANDWIDTH", "at-once\n        mitigations: [encryption-at-rest]")
                .replace("{for: RU, home: moscow}", "{for: RU, home: moscow, keys: {country: RU, holder: RU}}");
        Scenario scenario = scenario(with);
        List<ExplainedRecords> records = ScenarioExposure.of(scenario, DemandModel.of(scenario))
                .explain(
                        requireNonNull(scenario.architectures().get("move")),
                        requireNonNull(scenario.populations().get("RU")),
                        "",
                        Instant.parse("2016-06-01T00:00:00Z"));
        assertThat(records).hasSize(1);
        assertThat(records.get(0).findings())
                .filteredOn(finding -> finding.law().equals("RU-LOCAL"))
                .extracting("verdict")
                .containsExactly(Verdict.COMPLIANT);
        assertThat(records.get(0).reaches())
                .filteredOn(Reach::foreign)
                .allMatch(reach -> reach.form() == Reach.Form.CIPHERTEXT);
        assertThat(records.get(0).reaches())
                .filteredOn(reach -> reach.state().equals("RU"))
                .allMatch(reach -> reach.form() == Reach.Form.CLEAR && !reach.foreign());
    }

    @Test
    void growingStoresFollowTheDevicesLives() {
        String growing = RUSSIA.replace("BANDWIDTH", "at-once").replace("records: 2,", "growth: 1/d,");
        ArchitectureExposure exposure = exposure(scenario(growing), "stay");
        double[] track = requireNonNull(
                exposure.track().series().get(new ExposureTrack.Key("RU", "", "", "", ExposureTrack.Count.RECORDS)));
        double days = 580;
        assertThat(track[0]).isCloseTo(1e6 * days / 40, within(1e3));
        assertThat(track[19]).isCloseTo(1e6 * days * 39 / 40, within(1e3));
    }

    /** 4 % of a group's turnover of 110 billion dollars; Russia's 75,000 roubles are about 1,100 dollars in 2015. */
    @Test
    void finesAreReplayedUpToTheMaximumOfTheDay() {
        String rich = RUSSIA.replace("BANDWIDTH", "at-once")
                .replace("2015-06-01, to: 2017-01-01", "2019-01-01, to: 2021-01-01")
                .replace("2015-12-01", "2019-02-01")
                .replace("  IN: {devices: 1M, attributes: {military: {share: 10%}}}", "  DE: {devices: 1M}")
                .replace("home: CN,", "home: CN, turnover: {2018: 110 GUSD},")
                .replace("data: {home: singapore}}]}", "data: {home: singapore, staff-access: [CN]}}]}");
        Scenario scenario = scenario(rich);
        ArchitectureExposure stays = exposure(scenario, "stay");
        List<LawExposure> laws = stays.trajectories();
        assertThat(laws).extracting("law").contains("RU-LOCAL", "EU-GDPR");
        for (LawExposure law : laws) {
            LawExposure.Segment first = law.segments().get(0);
            if (law.law().equals("EU-GDPR")) {
                assertThat(first.capUsd()).isCloseTo(4.4e9, within(1e6));
                assertThat(law.unknownSize()).isFalse();
            } else if (law.law().equals("RU-LOCAL")) {
                assertThat(first.capUsd()).isBetween(700.0, 2_500.0);
                assertThat(first.breachRecords()).isEqualTo(2e6);
                assertThat(first.devices()).isEqualTo(1e6);
                assertThat(first.blockPossible()).isTrue();
            }
        }
        EnforcementSettings settings = EnforcementSettings.of(1, 10_000, 2);
        EnforcementResult result = EnforcementReplay.run(stays.trajectories(), settings);
        assertThat(result.byLaw())
                .containsOnlyKeys(laws.stream().map(LawExposure::law).toList());
        assertThat(result.total().announced().probability()).isBetween(0.05, 0.95);
        assertThat(EnforcementReplay.run(stays.trajectories(), settings).byLaw())
                .isEqualTo(result.byLaw());
    }

    /** 1e9 bytes of each population; Russia's are copied once when they move, and are at both places for 30 days. */
    @Test
    void roomAndTrafficOfRecordsAreAccountedWhereTheyAre() {
        Scenario scenario = scenario(RUSSIA.replace("BANDWIDTH", "{bandwidth: 100 Gbit/s, verify-and-delete: 30d}")
                .replace("2015-06-01, to: 2017-01-01", "2015-06-01, to: 2016-06-01"));
        PlannedPhases phases = PlannedPhases.of(
                scenario, requireNonNull(scenario.architectures().get("move")));
        StorageAccount account = ScenarioExposure.of(scenario, DemandModel.of(scenario))
                .storage(phases.phases(), phases.starts(), new double[] {0, 183 * 86_400.0, 200 * 86_400.0});
        double monthDays = 365.25 / 12;
        assertThat(account.gigabyteMonths("singapore")).isCloseTo((366 + 183 + 30) / monthDays, within(0.01));
        assertThat(account.gigabyteMonths("moscow")).isCloseTo(183 / monthDays, within(0.01));
        assertThat(account.sentBytes("singapore", 1)).isCloseTo(1e9, within(1.0));
        assertThat(account.sentBytes("singapore", 0)).isZero();
        assertThat(account.sentBytes("moscow", 1)).isZero();
    }

    @Test
    void russianRecordsMayBeKeptInMoscowAloneFromTheDayOfTheLawOn() {
        Scenario scenario = scenario(RUSSIA.replace("BANDWIDTH", "at-once"));
        ScenarioExposure exposure = ScenarioExposure.of(scenario, DemandModel.of(scenario));
        var stay = requireNonNull(scenario.architectures().get("stay"));
        var russia = requireNonNull(scenario.populations().get("RU"));
        assertThat(exposure.permissions(stay, russia, "", Instant.parse("2015-08-31T00:00:00Z")))
                .allMatch(SitePermission::permitted);
        List<SitePermission> after = exposure.permissions(stay, russia, "", Instant.parse("2015-09-01T00:00:00Z"));
        assertThat(after).extracting("site").containsExactly("singapore", "moscow");
        assertThat(after.get(0).forbidden()).isTrue();
        assertThat(after.get(0).against()).extracting("law").containsExactly("RU-LOCAL");
        assertThat(after.get(1).permitted()).isTrue();
    }
}
