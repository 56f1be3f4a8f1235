package dev.multisite.simulation;

import org.junit.jupiter.api.Test;

import dev.multisite.catalogue.Access;
import dev.multisite.catalogue.Catalogue;
import dev.multisite.network.NetworkModel;
import dev.multisite.scenario.PopulationSpec;
import dev.multisite.scenario.Scenario;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Requests whose records lie elsewhere pay the round trip between the sites. */
class RemoteRecordsTest {

    /** A request takes 20 ms on the way and 10 ms at the site; sites are 50 and 200 ms apart; nobody ever waits. */
    private static final String SCENARIO = """
            multisite: 1
            period: {from: 2024-01-01, to: 2024-01-03}
            services:
              api:
                requests: 60/d
                service-time: 10ms
                timeout: 4s
                stores: {contacts: {records: 2, size: 500 B}}
                needs-records: NEED
            populations:
              DE: {devices: 1000, access: {wired: 100%}}
            sites:
              front: {place: Frankfurt, hosts: 10}
              near: {place: Paris, hosts: 10, outages: OUTAGES}
              far: {place: Singapore, hosts: 10}
            network:
              model: none
              failover-detection: 60s
              overrides:
                - {from: DE, to: front, rtt: 20ms}
                - {from: DE, to: near, rtt: 20ms}
                - {from: DE, to: far, rtt: 20ms}
                - {from: near, to: front, rtt: 50ms}
                - {from: front, to: far, rtt: 200ms}
            architectures:
              at-hand: {phases: [{from: start, route: {to: [near]}, data: {home: near}}]}
              replica: {phases: [{from: start, route: {to: [front]}, data: {home: near, replicas: [front]}}]}
              near: {phases: [{from: start, route: {to: [front]}, data: {home: near}}]}
              far: {phases: [{from: start, route: {to: [front]}, data: {home: far}}]}
              both: {phases: [{from: start, route: {to: [front]}, data: {home: far, replicas: [near]}}]}
              backup: {phases: [{from: start, route: {to: [front]}, data: {home: far, backups: [near], caches: [front]}}]}
              both-move:
                phases:
                  - {from: start, route: {to: [far]}, data: {home: far}}
                  - from: 2024-01-02
                    route: {to: [far]}
                    data: {home: near, replicas: [far]}
                    migrate: {bandwidth: BANDWIDTH}
              moves:
                phases:
                  - {from: start, route: {to: [front]}, data: {home: far}}
                  - from: 2024-01-02
                    route: {to: [front]}
                    data: {home: near}
                    migrate: {bandwidth: BANDWIDTH}
            simulation: {seed: 3, replications: 2, fidelity: every-request}
            """;

    private static final double BARE_MILLIS = 30;

    private static String scenario(String need, String outages) {
        return SCENARIO.replace("NEED", need).replace("OUTAGES", outages).replace("BANDWIDTH", "1 Mbit/s");
    }

    private static double mean(String yaml, String architecture) {
        return Sample.figure(RecordScenarios.run(yaml, architecture), Slice.ALL, "latency-mean");
    }

    @Test
    void recordsAtTheServingSiteCostNothing() {
        String yaml = scenario("100%", "none");
        assertThat(mean(yaml, "at-hand")).isCloseTo(BARE_MILLIS, within(1e-6));
        assertThat(mean(yaml, "replica")).isCloseTo(BARE_MILLIS, within(1e-6));
    }

    @Test
    void recordsElsewhereAddTheRoundTripToTheNearestHolderThatServes() {
        String yaml = scenario("100%", "none");
        assertThat(mean(yaml, "near")).isCloseTo(BARE_MILLIS + 50, within(1e-6));
        assertThat(mean(yaml, "far")).isCloseTo(BARE_MILLIS + 200, within(1e-6));
        assertThat(mean(yaml, "both")).isCloseTo(BARE_MILLIS + 50, within(1e-6));
        assertThat(mean(yaml, "backup")).isCloseTo(BARE_MILLIS + 200, within(1e-6));
    }

    /** 120,000 requests, each with probability 0.3: five standard errors are 0.0066; false alarm 6e-7. */
    @Test
    void onlyRequestsThatNeedRecordsPay() {
        assertThat(mean(scenario("30%", "none"), "far")).isCloseTo(BARE_MILLIS + 0.3 * 200, within(0.0066 * 200));
        assertThat(mean(scenario("0%", "none"), "far")).isCloseTo(BARE_MILLIS, within(1e-6));
    }

    /**
     * All records move within the second day, linearly: the share that is still far falls from 1 to 0, so the mean over
     * both days is three quarters far and one quarter near. Five standard errors of 60,000 draws at a variance of at most
     * 0.17 are 0.0084 of the second day, half of that over all.
     */
    @Test
    void theShareThatHasMovedDecidesDuringAMigration() {
        double bitsPerSecond = 2000 * 500 * 8 / 86_400.0;
        String yaml = scenario("100%", "none").replace("1 Mbit/s", bitsPerSecond + " bit/s");
        assertThat(mean(yaml, "moves")).isCloseTo(BARE_MILLIS + 0.75 * 200 + 0.25 * 50, within(0.0042 * 150));
    }

    @Test
    void requestsStayTheSameWhereRecordsAreAtHand() {
        String with = scenario("100%", "none");
        String without = with.replaceAll("(?m)^ *stores:.*\n", "")
                .replaceAll("(?m)^ *needs-records:.*\n", "")
                .replaceAll(", data: \\{[^}]*}", "")
                .replaceAll("(?m)^ *data:.*\n", "")
                .replaceAll("(?m)^ *migrate:.*\n", "");
        for (String architecture : new String[] {"at-hand", "replica"}) {
            ReplicationResult kept = RecordScenarios.run(with, architecture);
            ReplicationResult bare = RecordScenarios.run(without, architecture);
            assertThat(String.valueOf(kept.latencies().get(Slice.ALL)))
                    .isEqualTo(String.valueOf(bare.latencies().get(Slice.ALL)));
            assertThat(Sample.timeline(kept, "requests")).isEqualTo(Sample.timeline(bare, "requests"));
            assertThat(Sample.figure(kept, Slice.ALL, "requests"))
                    .isEqualTo(Sample.figure(bare, Slice.ALL, "requests"));
        }
    }

    /**
     * On the day of a migration that takes half of the connection, an answer of 1 MB takes twice as long at the catalogue's
     * throughput; the difference to the same scenario without a link is the time of one payload.
     */
    @Test
    void aMigrationLeavesRequestsTheRestOfTheConnection() {
        double bitsPerSecond = 2000 * 500 * 8 / 86_400.0;
        String free = scenario("100%", "none")
                .replace("1 Mbit/s", bitsPerSecond + " bit/s")
                .replace("model: none", "model: catalogue")
                .replace("service-time", "response-size: 1 MB\n    service-time");
        String shared = free.replace(" bit/s}", " bit/s, link: " + 2 * bitsPerSecond + " bit/s}");
        double[] alone = latencyByDay(free);
        double[] slowed = latencyByDay(shared);
        assertThat(slowed[0]).isEqualTo(alone[0]);
        double payload = 1e6 / bytesPerSecond(free) * 1000;
        assertThat(slowed[1] - alone[1]).isCloseTo(payload, within(1e-6 * payload));
    }

    private static double[] latencyByDay(String yaml) {
        return Sample.timeline(
                RecordScenarios.run(yaml.replace("every-request", "every-request, bins: day"), "both-move"),
                "latency-mean");
    }

    private static double bytesPerSecond(String yaml) {
        Scenario scenario = RecordScenarios.scenario(yaml);
        NetworkModel network = NetworkModel.of(scenario.network(), Catalogue.standard(), 2024);
        PopulationSpec population = requireNonNull(scenario.populations().get("DE"));
        return network.devicePath(
                        "DE",
                        "DE",
                        population.centres().get(0),
                        Access.WIRED,
                        requireNonNull(scenario.sites().get("far")))
                .bytesPerSecond();
    }

    @Test
    void theClosedFormOfTheNetworkHoldsWithRecordsElsewhere() {
        for (String architecture : new String[] {"near", "moves"}) {
            ReplicationResult result = RecordScenarios.run(scenario("60%", "none"), architecture);
            assertThat(result.checks()).isNotEmpty().allMatch(ReplicationResult.Check::holds);
        }
    }

    /** The home is down for a sixth of the time: every six hours from six hours on, for one hour and twelve minutes. */
    private static final String OFTEN = "{mttf: {uniform: [6h, 6h]}, repair: {uniform: [72min, 72min]}}";

    @Test
    void withoutAWorkingHolderRequestsFailAndTheDeviceIsTold() {
        ReplicationResult result = RecordScenarios.run(scenario("100%", OFTEN), "near");
        double down = 6 * 1.2 / 48;
        double failed = Sample.figure(result, Slice.ALL, "failure-rate");
        assertThat(failed).isCloseTo(down, within(5 * Math.sqrt(down * (1 - down) / 120_000)));
        assertThat(Sample.figure(result, Slice.ALL, "failures-site-down")).isEqualTo(failed);
        assertThat(Sample.figure(result, Slice.ALL, "latency-mean")).isCloseTo(BARE_MILLIS + 50, within(1e-6));
    }

    @Test
    void aReplicaServesWhileTheHomeIsDown() {
        ReplicationResult result = RecordScenarios.run(scenario("100%", OFTEN), "both");
        double down = 6 * 1.2 / 48;
        assertThat(Sample.figure(result, Slice.ALL, "failure-rate")).isZero();
        assertThat(Sample.figure(result, Slice.ALL, "latency-mean"))
                .isCloseTo(BARE_MILLIS + 50 + down * 150, within(5 * 150 * Math.sqrt(down * (1 - down) / 120_000)));
    }
}
