package dev.multisite.simulation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import dev.multisite.catalogue.Catalogue;
import dev.multisite.demand.DemandModel;
import dev.multisite.exposure.RecordLoss;
import dev.multisite.exposure.ScenarioExposure;
import dev.multisite.exposure.SiteFate;
import dev.multisite.scenario.ArchitectureSpec.Phase;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.yaml.ScenarioReader;
import dev.multisite.scenario.yaml.ScenarioResult;
import dev.multisite.world.Intervals;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Records lost by stated fates of sites. A thousand devices add ten records a day each, which is 10,000 records a day. */
class RecordLossCasesTest {

    private static final String SCENARIO = """
            multisite: 1
            period: {from: 2024-01-01, to: 2024-02-10}
            services:
              api:
                requests: 1/d
                service-time: 10ms
                timeout: 4s
                stores: {message-metadata: {growth: 10/d, size: 100 B}}
            populations:
              DE: {devices: 1000}
            sites:
              a: {place: Frankfurt, hosts: 1}
              b: {place: Paris, hosts: 1}
              c: {place: London, hosts: 1, opens: 2024-01-21}
            architectures:
              x:
                phases:
                  - {from: start, route: {to: [a]}, data: DATA}
            simulation: {seed: 3, replications: 2, fidelity: every-request}
            """;

    private static final double DAY = 86_400;
    private static final double PER_DAY = 10_000;
    private static final SiteFate UP = new SiteFate(0, Intervals.NONE, Set.of());

    private static SiteFate down(double fromDay, double untilDay, double... destroyedDays) {
        Set<Double> destroyed = new java.util.TreeSet<>();
        for (double day : destroyedDays) {
            destroyed.add(day * DAY);
        }
        return new SiteFate(0, new Intervals(new double[] {fromDay * DAY}, new double[] {untilDay * DAY}), destroyed);
    }

    private static Map<String, SiteFate> fates(SiteFate a, SiteFate b) {
        return new TreeMap<>(Map.of("a", a, "b", b, "c", new SiteFate(20 * DAY, Intervals.NONE, Set.of())));
    }

    private static ScenarioExposure exposure(Scenario scenario) {
        return ScenarioExposure.of(scenario, DemandModel.of(scenario));
    }

    private static double lost(String yaml, List<Double> startDays, Map<String, SiteFate> fates) {
        Scenario scenario = RecordScenarios.scenario(yaml);
        List<Phase> phases = requireNonNull(scenario.architectures().get("x")).phases();
        List<Double> starts = startDays.stream().map(day -> day * DAY).toList();
        return exposure(scenario).losses(phases, starts, fates, 60, (site, outage) -> 0.5).stream()
                .mapToDouble(RecordLoss::records)
                .sum();
    }

    private static double lost(String data, SiteFate a, SiteFate b) {
        return lost(SCENARIO.replace("DATA", data), List.of(0.0), fates(a, b));
    }

    private static void isDaysOfRecords(double records, double days) {
        assertThat(records).isCloseTo(days * PER_DAY, within(1e-6 * days * PER_DAY + 1e-6));
    }

    @Test
    void aDestroyedBackupThatIsNotYetBackSavesNothing() {
        isDaysOfRecords(lost("{home: a, backups: [b], backup-every: 1d}", down(15, 16, 15), down(10, 20, 10)), 15);
    }

    @Test
    void aDestroyedBackupDoesNotSpoilAReplica() {
        isDaysOfRecords(lost("{home: a, replicas: [b], backups: [c], replication-lag: 1d}", down(15, 16, 15), UP), 1);
    }

    @Test
    void aSiteThatHasNotOpenedHoldsNoCopy() {
        String data = "{home: a, replicas: [c], replication-lag: 1d}";
        isDaysOfRecords(lost(data, down(15, 16, 15), UP), 15);
        isDaysOfRecords(lost(data, down(25, 26, 25), UP), 1);
        isDaysOfRecords(lost(data, down(15, 16), UP), 0);
    }

    @Test
    void whatIfKnowsWhenSitesOpen() {
        Scenario scenario =
                RecordScenarios.scenario(SCENARIO.replace("DATA", "{home: a, replicas: [c], replication-lag: 1d}"));
        for (int day : new int[] {15, 25}) {
            double records = exposure(scenario)
                    .ifDestroyed(
                            requireNonNull(scenario.architectures().get("x")),
                            "a",
                            scenario.period().toInstant(day * DAY))
                    .stream()
                    .mapToDouble(RecordLoss::records)
                    .sum();
            isDaysOfRecords(records, day < 20 ? 15 : 1);
        }
    }

    /** 100,000 records of 100 B are copied from day 10 on at 100 B/s x 1e5 / 2 days: half of them by day 11. */
    @Test
    void aReplicaOnTheWaySavesWhatIsCopied() {
        String yaml = SCENARIO.replace("DATA", "{home: a}")
                .replace(
                        "simulation:",
                        "      - {from: 2024-01-11, route: {to: [a]}, data: {home: a, replicas: [b], replication: sync},"
                                + " migrate: {bandwidth: 462.962962962963 bit/s, efficiency: 100%}}\nsimulation:");
        isDaysOfRecords(lost(yaml, List.of(0.0, 10.0), fates(down(11, 12, 11), UP)), 5.5);
    }

    @Test
    void aLaunchWithinTheWindowIsLostWhole() {
        String yaml = SCENARIO.replace("growth: 10/d", "records: 10")
                .replace("{devices: 1000}", "{devices: 1000, launch: 2024-01-11}");
        String data = "{home: a, replicas: [b], replication-lag: 2d}";
        assertThat(lost(yaml.replace("DATA", data), List.of(0.0), fates(down(11.75, 13, 11.75), UP)))
                .isCloseTo(10_000, within(1e-6));
        assertThat(lost(yaml.replace("DATA", data), List.of(0.0), fates(down(12.25, 13, 12.25), UP)))
                .isCloseTo(0, within(1e-6));
    }

    @Test
    void aDestructionInTheCourseOfAnOutageCounts() {
        isDaysOfRecords(lost("{home: a}", down(10, 20, 15), UP), 15);
        isDaysOfRecords(lost("{home: a, replicas: [b], replication-lag: 1d}", down(18, 19, 18), down(10, 20, 15)), 18);
    }

    @Test
    void aDestructionAfterTheReplicaTookOverCostsNoMore() {
        isDaysOfRecords(lost("{home: a, replicas: [b], replication-lag: 1d}", down(10, 20, 15), UP), 1);
    }

    @Test
    void aPhaseMayChangeHowReplicasFollowWithoutMigration() {
        String yaml = SCENARIO.replace("DATA", "{home: a, replicas: [b], replication-lag: 2d}")
                .replace(
                        "simulation:",
                        "      - {from: 2024-01-11, route: {to: [a]}, data: {home: a, replicas: [b], replication-lag: 1d}}\nsimulation:");
        isDaysOfRecords(lost(yaml, List.of(0.0, 10.0), fates(down(5, 6, 5), UP)), 2);
        isDaysOfRecords(lost(yaml, List.of(0.0, 10.0), fates(down(15, 16, 15), UP)), 1);
    }

    @Test
    void trustThatRecoversInMinutesIsRefused() {
        String yaml = SCENARIO.replace("DATA", "{home: a}")
                .replace("{devices: 1000}", "{devices: 1000, trust: {recovery: 10min}}");
        ScenarioResult result = new ScenarioReader(Catalogue.standard())
                .read("s.yaml", yaml.getBytes(StandardCharsets.UTF_8), Path.of("."), List.of());
        assertThat(((ScenarioResult.Invalid) result).problems().toString()).contains("at least 1d");
    }

    @Test
    void typesOfMovementsThatDoNotOccurAreNought() {
        ReplicationResult result = RecordScenarios.run(SCENARIO.replace("DATA", "{home: a}"), "x");
        assertThat(Sample.figure(result, Slice.ALL, "cross-border-replication")).isZero();
        assertThat(Sample.figure(result, Slice.ofCountry("DE"), "remotely-readable-records"))
                .isZero();
    }
}
