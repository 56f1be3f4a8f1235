package dev.multisite.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import dev.multisite.scenario.ArchitectureSpec.Policy;
import dev.multisite.scenario.DistributionSpec.Constant;
import dev.multisite.scenario.DistributionSpec.Exponential;
import dev.multisite.scenario.DistributionSpec.Lognormal;
import dev.multisite.scenario.FailureSpec;
import dev.multisite.scenario.FailureSpec.Symptom;
import dev.multisite.scenario.NetworkSpec;
import dev.multisite.scenario.ProfileSpec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Windows give the figures of the whole period. Both fidelities see the same calendars, so replications are compared one
 * by one; each comparison errs once in a thousand seeds.
 */
class SampledTest {

    private static final int REPLICATIONS = 6;
    private static final double DAY = 86_400;

    @Test
    void aDayWithItsPeakIsSampledFairly() {
        agree(
                () -> new TestScenario(2 * DAY)
                        .rate(8)
                        .service(Lognormal.ofMeanAndCv(0.5, 1))
                        .profile(new ProfileSpec.Sine(0.6, 20))
                        .population("users", "DE", 1)
                        .site("site", "DE", 8)
                        .path("users", "site", new Constant(0.05))
                        .architecture("one", Policy.LISTED, "site"),
                "one",
                150,
                new Limit("latency-mean", 0.02),
                new Limit("wait-mean", 0.2),
                new Limit("utilisation", 0.02),
                new Limit("attempts", 1e-9));
    }

    @Test
    void outagesAreSimulatedFromTheirBeginningToTheirEnd() {
        agree(
                SampledTest::outages,
                "pair",
                120,
                new Limit("latency-mean", 0.02),
                new Limit("failure-rate", 0.2),
                new Limit("attempts", 0.01),
                new Limit("utilisation", 0.02));
    }

    private static TestScenario outages() {
        FailureSpec failure = TestScenario.outages(DAY / 3, Lognormal.ofMeanAndCv(1200, 0.5), Symptom.HANGS);
        return new TestScenario(3 * DAY)
                .rate(3)
                .service(new Exponential(0.2))
                .timeout(3)
                .retries(1, 0.5)
                .detection(90, 0)
                .population("north", "DE", 1)
                .population("south", "IT", 1)
                .site("a", "DE", 3, failure, 100)
                .site("b", "IT", 3, failure, 100)
                .architecture(
                        "pair", List.of(TestScenario.listed("DE", "a", "b"), TestScenario.listed("IT", "b", "a")));
    }

    @Test
    void cutPathsAreSeenWhereverTheyFall() {
        agree(
                () -> new TestScenario(3 * DAY)
                        .rate(4)
                        .service(new Exponential(0.1))
                        .timeout(3)
                        .retries(1, 0.5)
                        .detection(90, 0)
                        .population("users", "IN", 1)
                        .site("far", "SG", 100)
                        .site("near", "IN", 100)
                        .path("users", "near", new Constant(0.02))
                        .path("users", "far", new Constant(0.2))
                        .risk(new NetworkSpec.Risk(
                                "cable",
                                List.of(new NetworkSpec.PathRef("users", "near")),
                                TestScenario.outages(DAY / 2, Lognormal.ofMeanAndCv(7200, 0.5), Symptom.HANGS),
                                false,
                                new NetworkSpec.PathEffect.Down()))
                        .architecture("pair", Policy.LOWEST_LATENCY, "far", "near"),
                "pair",
                120,
                new Limit("latency-mean", 0.03),
                new Limit("attempts", 0.01),
                new Limit("utilisation", 0.02));
    }

    /**
     * Hours with an outage fail by a factor of hundreds more than hours without. A bin that showed the mixture of its
     * windows instead of that of its requests would be off by 10 percentage points. One point, or 60 ms, is more than ten
     * standard deviations; the means over the bins err once in a thousand seeds.
     */
    @Test
    void everyTimelineBinMixesZonesAndOrdinaryTimeInTheirProportions() {
        List<ReplicationResult> every = Sample.results(outages().simulator(), "pair", REPLICATIONS);
        List<ReplicationResult> sampled = Sample.results(outages().sampled(120).simulator(), "pair", REPLICATIONS);
        double[] failures = new double[REPLICATIONS];
        double[] latencies = new double[REPLICATIONS];

        for (int i = 0; i < REPLICATIONS; i++) {
            double[] failed = differences(sampled.get(i), every.get(i), "failure-rate");
            double[] late = differences(sampled.get(i), every.get(i), "latency-mean");
            assertThat(failed).hasSize(72);
            assertThat(Arrays.stream(failed).map(Math::abs).max().orElseThrow()).isLessThan(0.01);
            assertThat(Arrays.stream(late).map(Math::abs).max().orElseThrow()).isLessThan(60);
            failures[i] = Arrays.stream(failed).average().orElseThrow();
            latencies[i] = Arrays.stream(late).average().orElseThrow();
        }
        Sample.of(failures).isZero(2e-4, "failure-rate per bin");
        Sample.of(latencies).isZero(3, "latency-mean per bin");
    }

    private static double[] differences(ReplicationResult sampled, ReplicationResult every, String metric) {
        double[] result = Sample.timeline(sampled, metric);
        double[] truth = Sample.timeline(every, metric);
        Arrays.setAll(result, bin -> result[bin] - truth[bin]);
        return result;
    }

    /** Largest difference that the interval of the mean difference may hide, relative to the figure. */
    private record Limit(String metric, double relativeHalfWidth) {}

    private static void agree(Supplier<TestScenario> scenario, String architecture, int windows, Limit... limits) {
        List<ReplicationResult> every = Sample.results(scenario.get().simulator(), architecture, REPLICATIONS);
        List<ReplicationResult> sampled =
                Sample.results(scenario.get().sampled(windows).simulator(), architecture, REPLICATIONS);

        for (Limit limit : limits) {
            Sample truth = Sample.of(every, Slice.ALL, limit.metric());
            Sample.of(sampled, Slice.ALL, limit.metric())
                    .minus(truth)
                    .isZero(limit.relativeHalfWidth() * truth.mean(), limit.metric());
        }
        Sample.percentiles(sampled, 0.95)
                .minus(Sample.percentiles(every, 0.95))
                .isZero(0.04 * Sample.percentiles(every, 0.95).mean(), "latency-p95");
        double wait = Sample.waits(every, 0.99).mean();
        Sample.waits(sampled, 0.99).minus(Sample.waits(every, 0.99)).isZero(0.3 * wait + 1e-9, "wait-p99");
        assertThat(sampled.get(0).requestsSimulated()).isLessThan(every.get(0).requestsSimulated());
        assertThat(Sample.figure(sampled.get(0), Slice.ALL, "availability"))
                .isEqualTo(Sample.figure(every.get(0), Slice.ALL, "availability"));
    }

    @Test
    void theSameSeedGivesTheSameSample() {
        ReplicationSimulator simulator = outages().sampled(60).simulator();

        assertThat(Sample.simulate(simulator, "pair", 1).figures())
                .isEqualTo(Sample.simulate(simulator, "pair", 1).figures());
    }

    @Test
    void anInterruptedThreadStopsSoon() {
        ReplicationSimulator simulator = outages().sampled(60).simulator();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> simulator.simulate("pair", 0, ReplicationSimulator.Progress.NONE))
                .isInstanceOf(InterruptedException.class);
    }
}
