package dev.multisite.simulation;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Records lost at outages at known times: the home fails after 12, 25 and 38 hours, for an hour each. A thousand devices
 * add ten records a day each, which is 10,000 records a day.
 */
class RecordLossTest {

    private static final String SCENARIO = """
            multisite: 1
            period: {from: 2024-01-01, to: 2024-01-03}
            services:
              api:
                requests: 1/d
                service-time: 10ms
                timeout: 4s
                stores: {message-metadata: {growth: 10/d, size: 100 B}}
            populations:
              DE: {devices: 1000}
            sites:
              home: {place: Frankfurt, hosts: 1, outages: {mttf: {uniform: [12h, 12h]}, repair: 1h, destroys-data: SHARE}}
              other: {place: Paris, hosts: 1}
            network: {model: none, failover-detection: DETECTION}
            architectures:
              async: {phases: [{from: start, route: {to: [home, other]}, data: {home: home, replicas: [other], replication-lag: 30s}}]}
              sync: {phases: [{from: start, route: {to: [home, other]}, data: {home: home, replicas: [other], replication: sync}}]}
              backup: {phases: [{from: start, route: {to: [home, other]}, data: {home: home, backups: [other], backup-every: 5h}}]}
              alone: {phases: [{from: start, route: {to: [home]}, data: {home: home}}]}
              elsewhere: {phases: [{from: start, route: {to: [home, other]}, data: {home: other, replicas: [home], replication-lag: 30s}}]}
            simulation: {seed: 3, replications: 2, fidelity: every-request}
            """;

    private static final double PER_HOUR = 10_000 / 24.0;

    private static ReplicationResult run(String architecture, String share, String detection) {
        return RecordScenarios.run(SCENARIO.replace("SHARE", share).replace("DETECTION", detection), architecture);
    }

    private static void loses(ReplicationResult result, double records, double rpoSeconds, double events) {
        for (Slice slice : new Slice[] {Slice.ALL, Slice.ofCountry("DE")}) {
            assertThat(Sample.figure(result, slice, "records-lost")).isCloseTo(records, within(1e-6 * records + 1e-9));
            assertThat(Sample.figure(result, slice, "rpo")).isCloseTo(rpoSeconds, within(1e-6));
            assertThat(Sample.figure(result, slice, "data-loss-events")).isEqualTo(events);
        }
    }

    @Test
    void aDestroyedHomeCostsWhatTheReplicaLagsBehind() {
        loses(run("async", "100%", "60s"), 3 * PER_HOUR * 30 / 3600, 30, 3);
    }

    @Test
    void aReplicaThatTakesOverCostsTheSame() {
        loses(run("async", "0%", "60s"), 3 * PER_HOUR * 30 / 3600, 30, 3);
    }

    @Test
    void nothingIsLostWhereTheHomeIsBackBeforeAReplicaTakesOver() {
        loses(run("async", "0%", "2h"), 0, 0, 0);
    }

    @Test
    void replicasInStepLoseNothing() {
        loses(run("sync", "100%", "60s"), 0, 0, 0);
    }

    /** Every five hours: the last backup is two hours old after 12 hours, fresh after 25 and three hours old after 38. */
    @Test
    void backupsLoseWhatWasWrittenSinceTheLastOne() {
        loses(run("backup", "100%", "60s"), 5 * PER_HOUR, 3 * 3600, 2);
    }

    @Test
    void backupsAreNotNeededWhereTheSiteComesBackWithItsRecords() {
        loses(run("backup", "0%", "60s"), 0, 0, 0);
    }

    @Test
    void withoutACopyAllRecordsAreLost() {
        loses(run("alone", "100%", "60s"), (12 + 25 + 38) * PER_HOUR, 38 * 3600, 3);
    }

    @Test
    void aDestroyedReplicaCostsNothing() {
        loses(run("elsewhere", "100%", "60s"), 0, 0, 0);
    }

    @Test
    void lossesAreEventsWithTheirReason() {
        assertThat(run("async", "100%", "60s").events())
                .filteredOn(event -> event.kind().equals("data-loss"))
                .hasSize(3)
                .allMatch(event -> event.subject().equals("home")
                        && event.detail().equals("3 records of the last 30s, the site was destroyed"));
    }

    /** 120 outages, each with probability 1/2; five standard errors: false alarm 6e-7. */
    @Test
    void theStatedShareOfOutagesDestroys() {
        String yaml = SCENARIO.replace("SHARE", "50%").replace("DETECTION", "60s");
        double events = 0;
        for (int replication = 0; replication < 40; replication++) {
            events += Sample.figure(RecordScenarios.run(yaml, "alone", replication), Slice.ALL, "data-loss-events");
        }
        assertThat(events).isCloseTo(60, within(5 * Math.sqrt(120 * 0.25)));
    }
}
