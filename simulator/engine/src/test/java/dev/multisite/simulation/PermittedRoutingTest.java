package dev.multisite.simulation;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The policy {@code permitted}: nobody is served where a law is against it. Russia's rule can be enforced from September 2015. */
class PermittedRoutingTest {

    private static final String SCENARIO = """
            multisite: 1
            period: {from: 2015-08-31, to: 2015-09-02}
            services:
              api:
                requests: 60/d
                service-time: 10ms
                timeout: 4s
                stores: {contacts: {records: 2, size: 500 B}}
              ping: {requests: 60/d, service-time: 10ms, timeout: 4s}
            populations:
              RU: {devices: 1000, uses: {api: 100%}}
              KZ: {devices: 10, uses: {ping: 100%}}
            sites:
              singapore: {place: aws/ap-southeast-1, hosts: 10}
              moscow: {place: Moscow, hosts: 10}
            regulation:
              controller: {home: SG, nexus: {"*": [targets-country]}}
            network:
              model: none
              overrides:
                - {from: RU, to: singapore, rtt: 20ms}
                - {from: RU, to: moscow, rtt: 60ms}
            architectures:
              latency: {phases: [{from: start, route: {policy: lowest-latency, to: [singapore, moscow]}, data: {home: singapore, replicas: [moscow]}}]}
              lawful: {phases: [{from: start, route: {policy: permitted, to: [singapore, moscow]}, data: {home: singapore, replicas: [moscow]}}]}
              nowhere: {phases: [{from: start, route: {policy: permitted, to: [singapore]}, data: {home: singapore}}]}
              at-home: {phases: [{from: start, route: {policy: home-country, else: permitted, to: [singapore]}, data: {home: singapore}}]}
            simulation: {seed: 3, replications: 2, fidelity: FIDELITY, bins: day}
            """;

    private static ReplicationResult run(String architecture) {
        return RecordScenarios.run(SCENARIO.replace("FIDELITY", "every-request"), architecture);
    }

    private static double[] latencyByDay(ReplicationResult result) {
        return result.timeline().stream()
                .filter(point -> point.country().equals("RU") && point.metric().equals("latency-mean"))
                .mapToDouble(ReplicationResult.TimelinePoint::value)
                .toArray();
    }

    @Test
    void nobodyIsSentToAForbiddenSiteFromTheDayOfTheLawOn() {
        double[] lawful = latencyByDay(run("lawful"));
        assertThat(lawful[0]).isCloseTo(30, within(1e-6));
        assertThat(lawful[1]).isCloseTo(70, within(1e-6));
        double[] blind = latencyByDay(run("latency"));
        assertThat(blind[1]).isCloseTo(30, within(1e-6));
    }

    /** Half of 120,000 requests of people whose records may not be kept anywhere; five standard errors. */
    @Test
    void requestsFailAsNotPermittedWhereNoSiteMayServe() {
        for (String architecture : new String[] {"nowhere", "at-home"}) {
            ReplicationResult result = run(architecture);
            double failed = Sample.figure(result, Slice.ofCountry("RU"), "failure-rate");
            assertThat(failed).isCloseTo(0.5, within(5 * Math.sqrt(0.25 / 120_000)));
            assertThat(Sample.figure(result, Slice.ofCountry("RU"), "failures-not-permitted"))
                    .isEqualTo(failed);
        }
    }

    @Test
    void aServiceThatKeepsNothingMayBeServedAnywhere() {
        assertThat(Sample.figure(run("nowhere"), Slice.ofCountry("KZ"), "failure-rate"))
                .isZero();
    }

    @Test
    void sampledRunsSeeTheSameLaw() {
        ReplicationResult result = RecordScenarios.run(SCENARIO.replace("FIDELITY", "sampled"), "nowhere");
        assertThat(Sample.figure(result, Slice.ofCountry("RU"), "failures-not-permitted"))
                .isCloseTo(0.5, within(0.02));
        assertThat(result.checks()).allMatch(ReplicationResult.Check::holds);
    }
}
