package dev.multisite.experiment;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.DoubleAdder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.multisite.scenario.SimulationSpec.Replications;
import dev.multisite.simulation.ReplicationSimulator;
import dev.multisite.simulation.Slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class ExperimentTest {
    private static ExperimentResult run(int replications, int threads) throws InterruptedException {
        return Experiment.run(Fixtures.scenario(replications), Fixtures.simulator(), threads, ExperimentListener.NONE);
    }

    @Test
    void figuresDoNotDependOnTheNumberOfThreads() throws InterruptedException {
        ExperimentResult one = run(12, 1);
        for (int threads : new int[] {2, 8}) {
            ExperimentResult many = run(12, threads);
            assertThat(many.metrics()).isEqualTo(one.metrics());
            assertThat(many.comparison()).isEqualTo(one.comparison());
            assertThat(many.timeline()).isEqualTo(one.timeline());
            assertThat(many.replicationRows()).isEqualTo(one.replicationRows());
            assertThat(many.latencies()).isEqualTo(one.latencies());
        }
    }

    @Test
    void percentilesAreThoseOfThePooledRequests() throws InterruptedException {
        MetricRow p95 = run(20, 2).metric("far", Slice.ALL, "latency-p95").orElseThrow();
        double exact = 100 * StrictMath.log(20);
        assertThat(p95.estimate().low()).isLessThan(exact);
        assertThat(p95.estimate().high()).isGreaterThan(exact);
        assertThat(p95.estimate().value()).isCloseTo(exact, within(0.03 * exact));
        assertThat(p95.replications()).isEqualTo(20);
        assertThat(p95.unit()).isEqualTo("ms");
    }

    @Test
    void waitsHavePercentilesOfTheirOwnPerSite() throws InterruptedException {
        ExperimentResult result = run(20, 2);
        MetricRow p95 =
                result.metric("far", Slice.ofSite("beijing"), "wait-p95").orElseThrow();
        assertThat(p95.estimate().value()).isCloseTo(100 * StrictMath.log(10), within(8.0));
        assertThat(p95.estimate().halfWidth()).isBetween(0.1, 10.0);
        assertThat(result.metric("far", Slice.ofSite("beijing"), "wait-p50")
                        .orElseThrow()
                        .estimate()
                        .value())
                .isZero();
        assertThat(result.metric("far", Slice.ofSite("beijing"), "latency-p95")).isEmpty();
    }

    @Test
    void differencesArePairedByReplication() throws InterruptedException {
        ExperimentResult result = run(20, 2);
        ComparisonRow row = result.comparison("near", "IN", "latency-p95").orElseThrow();
        double exact = -20 * StrictMath.log(20);
        assertThat(row.difference().low()).isLessThan(exact);
        assertThat(row.difference().high()).isGreaterThan(exact);
        // Both see the same random numbers, so the difference is a fifth as uncertain as either.
        double alone = result.metric("far", Slice.ofCountry("IN"), "latency-p95")
                .orElseThrow()
                .estimate()
                .halfWidth();
        assertThat(row.difference().halfWidth()).isLessThan(0.35 * alone);
        assertThat(row.ratio().value()).isCloseTo(0.8, within(0.002));
        assertThat(row.better().value()).isEqualTo(1);
        assertThat(row.better().low()).isCloseTo(0.8316, within(1e-3));
    }

    @Test
    void aTwinOfTheBaselineDiffersByExactlyNothing() throws InterruptedException {
        ExperimentResult result = Experiment.run(
                Fixtures.scenario(new Replications.Fixed(5), "twin"), Fixtures.simulator(), 2, ExperimentListener.NONE);
        assertThat(result.comparison()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.difference().value()).isZero();
            assertThat(row.difference().halfWidth()).isZero();
        });
    }

    @Test
    void noFailureSeenGivesABoundAndNeverZeroPlusMinusZero() throws InterruptedException {
        MetricRow row = run(10, 2).metric("far", Slice.ALL, "failure-rate").orElseThrow();
        assertThat(row.note()).isEqualTo(MetricRow.Note.EXACT_BOUND);
        assertThat(row.estimate().value()).isZero();
        assertThat(row.estimate().high()).isCloseTo(3.0 / 10_000, within(1e-6));
    }

    @Test
    void aSingleOutageGetsTheExactInterval() throws InterruptedException {
        MetricRow row = run(10, 2).metric("far", Slice.ALL, "availability").orElseThrow();
        assertThat(row.note()).isEqualTo(MetricRow.Note.FEW_EVENTS);
        assertThat(row.events()).isEqualTo(1);
        assertThat(row.estimate().value()).isCloseTo(0.999, within(1e-12));
        // One event: at most 5.5716 times as many at 97.5 %.
        assertThat(row.estimate().low()).isCloseTo(1 - 0.001 * 5.5716, within(1e-6));
        assertThat(row.estimate().high()).isLessThanOrEqualTo(1);
    }

    @Test
    void aReplicationWithNothingToSayIsLeftOut() throws InterruptedException {
        MetricRow row =
                run(4, 1).metric("far", Slice.ofSite("beijing"), "utilisation").orElseThrow();
        assertThat(row.replications()).isEqualTo(3);
        assertThat(row.estimate().value()).isEqualTo(0.5);
    }

    @Test
    void oneReplicationHasNoInterval() throws InterruptedException {
        assertThat(run(1, 1).metrics())
                .filteredOn(row -> row.note() == MetricRow.Note.NONE)
                .allSatisfy(row -> assertThat(row.estimate().hasInterval()).isFalse());
    }

    @Test
    void objectivesAreJudgedWithTheirProbability() throws InterruptedException {
        ExperimentResult result = run(10, 2);
        assertThat(result.objectives()).hasSize(4);
        ObjectiveRow far = result.objectives().get(0);
        ObjectiveRow near = result.objectives().get(2);
        assertThat(far.met()).isEqualTo(ObjectiveRow.Met.NO);
        assertThat(near.architecture()).isEqualTo("near");
        assertThat(near.probability().value()).isGreaterThan(0.5);
        // No failure was seen, but that does not prove a rate below 1e-9.
        assertThat(result.objectives().get(1).met()).isEqualTo(ObjectiveRow.Met.UNCERTAIN);
    }

    @Test
    void timelinesHaveMeanAndBand() throws InterruptedException {
        ExperimentResult result = run(11, 2);
        assertThat(result.timeline()).hasSize(4);
        TimelineRow first = result.timeline().get(0);
        assertThat(first.mean()).isEqualTo(105);
        assertThat(first.p05()).isEqualTo(100.5);
        assertThat(first.p95()).isEqualTo(109.5);
    }

    @Test
    void replicationsGoOnUntilThePrecisionIsReachedWhateverTheThreads() throws InterruptedException {
        var precise = new Replications.Precision(0.02, 0.95, 4, 200, "latency-p95");
        int[] counts = new int[2];
        for (int i = 0; i < 2; i++) {
            ExperimentResult result = Experiment.run(
                    Fixtures.scenario(precise, "near"), Fixtures.simulator(), 1 + 3 * i, ExperimentListener.NONE);
            assertThat(result.relativeHalfWidth()).isLessThanOrEqualTo(0.02);
            counts[i] = result.replications();
        }
        assertThat(counts[0]).isBetween(5, 100);
        assertThat(counts[1]).isEqualTo(counts[0]);
    }

    @Test
    void theListenerHearsOfAllWork() throws InterruptedException {
        AtomicLong planned = new AtomicLong();
        AtomicLong requests = new AtomicLong();
        DoubleAdder done = new DoubleAdder();
        Experiment.run(Fixtures.scenario(6), Fixtures.simulator(), 3, new ExperimentListener() {
            @Override
            public void planned(int replications) {
                planned.set(replications);
            }

            @Override
            public void advanced(double replications, long simulated) {
                done.add(replications);
                requests.addAndGet(simulated);
            }
        });
        assertThat(planned).hasValue(12);
        assertThat(done.sum()).isCloseTo(12, within(1e-9));
        assertThat(requests).hasValue(120);
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void anInterruptStopsEveryReplication() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(2);
        CountDownLatch stopped = new CountDownLatch(2);
        ReplicationSimulator endless = (architecture, replication, progress) -> {
            running.countDown();
            try {
                Thread.sleep(60_000);
            } finally {
                stopped.countDown();
            }
            throw new AssertionError("not interrupted");
        };
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread runner = new Thread(() -> {
            try {
                Experiment.run(Fixtures.scenario(4), endless, 2, ExperimentListener.NONE);
            } catch (Throwable e) {
                thrown.set(e);
            }
        });
        runner.start();
        running.await();
        runner.interrupt();
        runner.join();
        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        assertThat(stopped.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aFailingReplicationIsNamed() {
        ReplicationSimulator broken = (architecture, replication, progress) -> {
            throw new IllegalStateException("lost a request");
        };
        assertThatThrownBy(() -> Experiment.run(Fixtures.scenario(3), broken, 2, ExperimentListener.NONE))
                .isInstanceOf(ReplicationFailedException.class)
                .hasMessageContaining("replication 1 of architecture 'far'")
                .hasMessageContaining("lost a request");
    }
}
