package dev.multisite.exposure;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.multisite.catalogue.Catalogue;
import dev.multisite.demand.DemandModel;
import dev.multisite.regulation.catalogue.CatalogueNames;
import dev.multisite.regulation.facts.Movement;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.yaml.ScenarioReader;
import dev.multisite.scenario.yaml.ScenarioResult;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class MovementAccountTest {

    /** 1.2 million devices in two parts of a country, three requests a day each, 40 % opted in. */
    private static final String INDIA = """
            multisite: 1
            period: {from: 2015-01-01, to: 2015-07-01}
            services:
              sync:
                requests: 3/d
                request-size: 2 KB
                service-time: 10ms
                stores: {contacts: {records: 10, size: 500 B}, device-id: {records: 1, size: 200 B}}
            populations:
              north: {place: Delhi, devices: 840k}
              south: {place: Chennai, devices: 360k}
            sites:
              singapore: {place: aws/ap-southeast-1, hosts: 10}
              oregon: {place: aws/us-west-2, hosts: 10}
              india: {place: Mumbai, hosts: 10}
            regulation:
              controller: {home: CN, nexus: {"*": [targets-country]}}
              mechanisms: [{mechanism: contract, to: [SG]}]
            architectures:
              abroad:
                phases:
                  - from: start
                    route: {to: [singapore]}
                    data: {home: singapore, replicas: [oregon], staff-access: [CN]}
                    mitigations: [{opt-in-consent: {adoption: 40%}}]
              mostly-local:
                phases:
                  - from: start
                    route: {to: [india]}
                    data: [{for: north, home: india}, {home: singapore}]
                    mitigations: [{opt-in-consent: {adoption: 40%}}]
              moves:
                phases:
                  - {from: start, route: {to: [singapore]}, data: {home: singapore}}
                  - from: 2015-03-01
                    route: {to: [india]}
                    data: {home: india}
                    migrate: {bandwidth: 10 Mbit/s, efficiency: 50%}
            """;

    private static final double DAYS = 181;

    private static MovementAccount account(String architecture) {
        ScenarioResult result = new ScenarioReader(Catalogue.standard(), CatalogueNames::of)
                .read("s.yaml", INDIA.getBytes(StandardCharsets.UTF_8), Path.of("."), List.of());
        Scenario scenario = ((ScenarioResult.Valid) result).scenario();
        PlannedPhases phases = PlannedPhases.of(
                scenario, requireNonNull(scenario.architectures().get(architecture)));
        double[] bins = {0, 40 * 86_400.0, 100 * 86_400.0};
        return ScenarioExposure.of(scenario, DemandModel.of(scenario))
                .evaluate(phases.phases(), phases.starts(), bins)
                .movements();
    }

    private static double perDay(MovementAccount account, Movement.Type type) {
        return account.keys().stream()
                .filter(key -> key.type() == type)
                .mapToDouble(key -> Arrays.stream(account.counts(key)).sum() / DAYS)
                .sum();
    }

    @Test
    void requestsOfThoseWhoAgreedCrossTheBorder() {
        assertThat(perDay(account("abroad"), Movement.Type.DIRECT_COLLECTION)).isCloseTo(1_440_000, within(1e-3));
        assertThat(perDay(account("mostly-local"), Movement.Type.DIRECT_COLLECTION))
                .isCloseTo(432_000, within(1e-3));
    }

    @Test
    void routesGroundsAndBytesAreTold() {
        MovementAccount account = account("abroad");
        MovementAccount.Key north = account.keys().stream()
                .filter(key -> key.population().equals("north") && key.type() == Movement.Type.DIRECT_COLLECTION)
                .findFirst()
                .orElseThrow();
        assertThat(north.from()).isEqualTo("IN");
        assertThat(north.to()).isEqualTo("SG");
        assertThat(north.grounds()).isEqualTo("consent+contract");
        assertThat(north.dataClass()).isEqualTo("contacts+device-id");
        assertThat(Arrays.stream(account.bytes(north)).sum() / DAYS).isCloseTo(840e3 * 3 * 0.4 * 2000, within(1.0));
    }

    /** Nothing new is made: the installed base is constant. What staff abroad can read is 11 records of 40 % of the devices. */
    @Test
    void copiesFollowNewRecordsAndReadersHaveNoRate() {
        MovementAccount account = account("abroad");
        assertThat(perDay(account, Movement.Type.REPLICATION)).isZero();
        assertThat(perDay(account, Movement.Type.REMOTE_ACCESS) / 86_400).isCloseTo(1.2e6 * 11 * 0.4, within(1.0));
        assertThat(account.keys().stream().filter(key -> key.type() == Movement.Type.REMOTE_ACCESS))
                .allMatch(key -> key.from().equals("SG") && key.to().equals("CN"));
    }

    /** 1.2e6 x 5,200 bytes at 0.625 MB/s take 9,984 s: every record moves once, from Singapore to India. */
    @Test
    void aMigrationMovesEveryRecordOnce() {
        MovementAccount account = account("moves");
        double moved = perDay(account, Movement.Type.TRANSFER) * DAYS;
        assertThat(moved).isCloseTo(1.2e6 * 11, within(1.0));
        assertThat(account.keys().stream().filter(key -> key.type() == Movement.Type.TRANSFER))
                .allMatch(key -> key.from().equals("SG") && key.to().equals("IN"));
        double collected = perDay(account, Movement.Type.DIRECT_COLLECTION) * DAYS;
        double days = 59 + 1.2e6 * 5200 * 8 / 5e6 / 86_400 / 2;
        assertThat(collected).isCloseTo(1.2e6 * 3 * days, within(2.0));
    }

    @Test
    void binsAddUpToThePeriod() {
        MovementAccount account = account("abroad");
        double seconds = 0;
        for (int bin = 0; bin < account.startSeconds().length; bin++) {
            seconds += account.seconds(bin);
            for (MovementAccount.Key key : account.keys()) {
                double rate = account.counts(key)[bin] / account.seconds(bin);
                double mean = Arrays.stream(account.counts(key)).sum() / (DAYS * 86_400);
                assertThat(rate).isCloseTo(mean, within(1e-9 * mean));
            }
        }
        assertThat(seconds).isEqualTo(DAYS * 86_400);
    }
}
