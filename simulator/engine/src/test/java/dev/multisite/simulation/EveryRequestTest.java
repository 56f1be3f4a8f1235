package dev.multisite.simulation;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.multisite.scenario.ArchitectureSpec.Policy;
import dev.multisite.scenario.DistributionSpec.Constant;
import dev.multisite.scenario.DistributionSpec.Exponential;
import dev.multisite.scenario.FailureSpec;
import dev.multisite.scenario.FailureSpec.Symptom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** From a scenario to its figures. Each comparison with an exact value errs once in a thousand seeds. */
class EveryRequestTest {

    private static final double HOUR = 3600;

    @Test
    void oneCoreWaitsAsTheFormulaSays() {
        List<ReplicationResult> results = Sample.results(
                new TestScenario(10_000)
                        .rate(80)
                        .service(new Exponential(0.01))
                        .population("users", "DE", 1)
                        .site("site", "DE", 1)
                        .architecture("one", Policy.LISTED, "site")
                        .warmUp(20)
                        .simulator(),
                "one",
                8);

        Sample.of(results, Slice.ALL, "wait-mean").isNear(40, 0.06);
        Sample.of(results, Slice.ALL, "wait-probability").isNear(0.8, 0.015);
        Sample.of(results, Slice.ALL, "latency-mean").isNear(50, 0.05);
        Sample.of(results, Slice.ALL, "utilisation").isNear(0.8, 0.015);
    }

    @Test
    void tenCoresWaitAsErlangSays() {
        List<ReplicationResult> results = Sample.results(
                new TestScenario(2 * HOUR)
                        .rate(80)
                        .service(new Exponential(0.1))
                        .population("users", "DE", 1)
                        .site("site", "DE", 10)
                        .architecture("ten", Policy.LISTED, "site")
                        .warmUp(60)
                        .simulator(),
                "ten",
                10);

        Sample.of(results, Slice.ALL, "wait-probability").isNear(0.409180150796444, 0.03);
        Sample.of(results, Slice.ALL, "wait-mean").isNear(20.4590075398222, 0.06);
        Sample.of(results, Slice.ALL, "latency-mean").isNear(120.459007539822, 0.01);
        // P(wait > t) = P(wait > 0) exp(-(10/0.1 - 80) t).
        Sample.waits(results, 0.9).isNear(StrictMath.log(0.409180150796444 / 0.1) / 20, 0.06);
        Sample.waits(results, 0.99).isNear(StrictMath.log(0.409180150796444 / 0.01) / 20, 0.1);
        assertThat(Sample.waits(results, 0.5).mean()).isZero();
        assertThat(results.get(0).checks()).isNotEmpty().allMatch(ReplicationResult.Check::holds);
        assertThat(Sample.figure(results.get(0), Slice.ALL, "failure-rate")).isZero();
    }

    @Test
    void anOutageTakesTheWorkInHandAlong() {
        List<ReplicationResult> results = Sample.results(
                new TestScenario(250_000)
                        .rate(3)
                        .population("users", "DE", 1)
                        .site(
                                "site",
                                "DE",
                                4,
                                TestScenario.outages(500, new Exponential(20), Symptom.REFUSED),
                                Long.MAX_VALUE)
                        .architecture("one", Policy.LISTED, "site")
                        .simulator(),
                "one",
                8);

        Sample.of(results, Slice.ALL, "failure-rate").isNear(1 - 0.958655151338861, 0.06);
        Sample.of(results, Slice.ALL, "availability").isNear(1 - 0.0384615384615, 0.004);
        // Noticed at once, and still counted: 250,000 s with an outage every 520 s.
        Figure availability = results.get(0).figures().stream()
                .filter(figure ->
                        figure.slice().equals(Slice.ALL) && figure.metric().equals("availability"))
                .findFirst()
                .orElseThrow();
        assertThat(availability.events()).isBetween(380.0, 580.0);
    }

    @Test
    void failoverIsNotFasterThanTheHealthCheck() {
        Sample reset = failedShare(0);
        Sample lag = failedShare(300);

        reset.isNear(0.000116269352965418, 0.03);
        lag.isNear(0.000116262480502053, 0.03);
    }

    /** In units of which an hour is a second: 700 h up, 2 h down, noticed after 5 min; the second site never fails. */
    private static Sample failedShare(double failbackSeconds) {
        List<ReplicationResult> results = Sample.results(
                new TestScenario(2500 * 702)
                        .rate(0.2)
                        .population("users", "DE", 1)
                        .service(new Constant(1e-6))
                        .site(
                                "a",
                                "DE",
                                50,
                                TestScenario.outages(700, new Exponential(2), Symptom.REFUSED),
                                Long.MAX_VALUE)
                        .site("b", "DE", 50)
                        .architecture("pair", Policy.LISTED, "a", "b")
                        .detection(1.0 / 12, failbackSeconds / 3600)
                        .simulator(),
                "pair",
                8);
        assertThat(Sample.of(results, Slice.ALL, "failure-rate").mean()).isCloseTo(1.1626e-4, within(3e-5));
        return availabilityLoss(results);
    }

    private static Sample availabilityLoss(List<ReplicationResult> results) {
        return Sample.of(results, Slice.ALL, "availability").complement();
    }

    /** In units of which an hour is a second. */
    @Test
    void activePassiveIsDownUntilTheSwitch() {
        List<ReplicationResult> results = Sample.results(
                new TestScenario(4000 * 702)
                        .rate(1e-6)
                        .population("users", "DE", 1)
                        .site(
                                "a",
                                "DE",
                                50,
                                TestScenario.outages(700, new Exponential(2), Symptom.REFUSED),
                                Long.MAX_VALUE)
                        .site(
                                "b",
                                "DE",
                                50,
                                TestScenario.outages(500, new Exponential(5), Symptom.REFUSED),
                                Long.MAX_VALUE)
                        .architecture("pair", Policy.LISTED, "a", "b")
                        .detection(1.0 / 12, 0)
                        .simulator(),
                "pair",
                12);

        availabilityLoss(results).isNear(0.000143326120252918, 0.03);
    }

    @Test
    void theSurvivorServesTheUsersOfTheDeadSite() {
        List<ReplicationResult> results = Sample.results(
                new TestScenario(120_000)
                        .rate(1)
                        .population("own", "DE", 2)
                        .population("guests", "FR", 1.5)
                        .site(
                                "a",
                                "FR",
                                40,
                                TestScenario.outages(100, new Exponential(10), Symptom.REFUSED),
                                Long.MAX_VALUE)
                        .site("b", "DE", 4)
                        .architecture(
                                "pair", List.of(TestScenario.listed("FR", "a", "b"), TestScenario.listed("DE", "b")))
                        .simulator(),
                "pair",
                10);

        double[] sojourn = results.stream()
                .mapToDouble(result -> Sample.figure(result, Slice.ofSite("b"), "latency-mean"))
                .toArray();
        Sample.of(sojourn).isNear(1192.846192, 0.04);
    }

    @Test
    void weightsDecideWhoServesHowMuch() {
        List<ReplicationResult> results = Sample.results(
                new TestScenario(10_000)
                        .rate(10)
                        .service(new Constant(0.01))
                        .population("users", "DE", 1)
                        .site("a", "DE", 4)
                        .site("b", "DE", 4)
                        .architecture("both", Policy.WEIGHTED, Map.of("a", 0.7, "b", 0.3), "a", "b")
                        .simulator(),
                "both",
                4);

        Sample.of(results, Slice.ofSite("a"), "requests").isNear(70_000, 0.02);
        Sample.of(results, Slice.ofSite("b"), "requests").isNear(30_000, 0.03);
    }

    @Test
    void usersAreServedAtHomeIfTheyCan() {
        List<ReplicationResult> results = Sample.results(
                new TestScenario(10_000)
                        .rate(10)
                        .service(new Constant(0.01))
                        .population("IN", "IN", 2)
                        .population("SG", "SG", 1)
                        .population("US", "US", 1)
                        .site("mumbai", "IN", 4)
                        .site("singapore", "SG", 4)
                        .path("US", "mumbai", new Constant(0.2))
                        .path("US", "singapore", new Constant(0.15))
                        .architecture("home", Policy.HOME_COUNTRY, "mumbai", "singapore")
                        .simulator(),
                "home",
                2);

        assertThat(Sample.of(results, Slice.ofCountry("IN"), "latency-mean").mean())
                .isCloseTo(10, within(0.01));
        assertThat(Sample.of(results, Slice.ofCountry("US"), "latency-mean").mean())
                .isCloseTo(160, within(0.2));
    }

    @Test
    void causesAddUpToTheFailureRate() {
        ReplicationResult result = Sample.simulate(
                new TestScenario(50_000)
                        .rate(5)
                        .timeout(4)
                        .retries(1, 0.5)
                        .population("users", "DE", 1)
                        .site("a", "DE", 4, TestScenario.outages(5000, new Exponential(500), Symptom.HANGS), 20)
                        .site("b", "DE", 4)
                        .detection(60, 0)
                        .architecture("pair", Policy.LISTED, "a", "b")
                        .simulator(),
                "pair",
                0);

        double causes = result.figures().stream()
                .filter(figure ->
                        figure.slice().equals(Slice.ALL) && figure.metric().startsWith("failures-"))
                .mapToDouble(Figure::value)
                .sum();
        assertThat(causes).isPositive().isCloseTo(Sample.figure(result, Slice.ALL, "failure-rate"), within(1e-12));
        assertThat(result.checks()).allMatch(ReplicationResult.Check::holds);
    }

    @Test
    void anUnusedSiteOrArchitectureChangesNothing() {
        TestScenario plain = failing().architecture("pair", Policy.LISTED, "a", "b");
        TestScenario more = failing()
                .site("aa-unused", "FR", 3, TestScenario.outages(100, new Exponential(10), Symptom.REFUSED), 5)
                .architecture("aaa-other", Policy.LISTED, "aa-unused", "b")
                .architecture("pair", Policy.LISTED, "a", "b");

        ReplicationResult first = Sample.simulate(plain.simulator(), "pair", 3);
        ReplicationResult second = Sample.simulate(more.simulator(), "pair", 3);

        assertThat(second.figures()).isEqualTo(first.figures());
        assertThat(second.timeline()).isEqualTo(first.timeline());
        assertThat(second.requestsSimulated()).isEqualTo(first.requestsSimulated());
    }

    private static TestScenario failing() {
        FailureSpec outages = TestScenario.outages(5000, new Exponential(500), Symptom.HANGS);
        return new TestScenario(20_000)
                .rate(5)
                .timeout(4)
                .retries(1, 0.5)
                .population("users", "DE", 1)
                .site("a", "DE", 4, outages, 20)
                .site("b", "DE", 4)
                .detection(60, 0);
    }

    @Test
    void theSameSeedGivesTheSameFigures() {
        ReplicationSimulator simulator =
                failing().architecture("pair", Policy.LISTED, "a", "b").simulator();
        ReplicationResult first = Sample.simulate(simulator, "pair", 0);
        Sample.simulate(simulator, "pair", 1);

        assertThat(Sample.simulate(simulator, "pair", 0).figures()).isEqualTo(first.figures());
    }
}
