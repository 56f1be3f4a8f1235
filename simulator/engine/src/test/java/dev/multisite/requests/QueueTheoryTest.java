package dev.multisite.requests;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import dev.multisite.scenario.DistributionSpec;
import dev.multisite.world.Intervals;
import dev.multisite.world.Outcome;
import dev.multisite.world.SiteCapacity;
import dev.multisite.world.World;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Queues with known answers, with fixed seeds. The tolerances were chosen by hand, not from replications, so their
 * false-alarm probability is not known; the exact cases of the validation module have one.
 */
class QueueTheoryTest {

    private static final DistributionSpec EXPONENTIAL = new DistributionSpec.Exponential(1);

    @Test
    void meanWaitOfOneServerIsThatOfPollaczekAndKhinchine() throws InterruptedException {
        DistributionSpec lognormal = DistributionSpec.Lognormal.ofMeanAndCv(1, 1.5);
        for (DistributionSpec work : List.of(EXPONENTIAL, new DistributionSpec.Constant(1), lognormal)) {
            RequestTally tally = run(new WorldBuilder().steady(0.6, 1.5e6), WorldBuilder.service(work), 1);
            double expected = 0.6 * (1 + work.squaredCv()) / 2 / (1 - 0.6);
            assertThat(meanWait(tally)).as("%s", work).isCloseTo(expected, within(0.025 * expected));
            assertThat(tally.site(0).waited(0) / tally.site(0).attempts(0)).isCloseTo(0.6, within(0.005));
        }
    }

    @Test
    void meanWaitOfTenServersIsErlangC() throws InterruptedException {
        RequestTally tally = run(new WorldBuilder().steady(8, 1.5e5), WorldBuilder.service(EXPONENTIAL), 10);
        double waits = erlangC(10, 8);
        assertThat(tally.site(0).waited(0) / tally.site(0).attempts(0)).isCloseTo(waits, within(0.03 * waits));
        assertThat(meanWait(tally)).isCloseTo(waits / 2, within(0.05 * waits / 2));
        assertThat(tally.site(0).busyCoreSeconds(0) / 1.5e5 / 10).isCloseTo(0.8, within(0.01));
    }

    @Test
    void meanWaitOfTwoServersWithConstantServiceIsThatOfTheTables() throws InterruptedException {
        RequestTally tally =
                run(new WorldBuilder().steady(1.4, 8e5), WorldBuilder.service(new DistributionSpec.Constant(1)), 2);
        double exponential = erlangC(2, 1.4) / 0.6;
        double share = meanWait(tally) / exponential;
        // Cosmetatos' approximation of M/D/c, within 1 % here.
        double cosmetatos = 0.5 * (1 + 0.3 * 1 * (Math.sqrt(14) - 2) / (16 * 0.7 * 2));
        assertThat(share).isCloseTo(cosmetatos, within(0.025));
    }

    @Test
    void lossSystemRejectsErlangB() throws InterruptedException {
        WorldBuilder builder = new WorldBuilder().steady(8, 1e5).site(WorldBuilder.site(10, 0));
        RequestTally tally = run(builder, WorldBuilder.service(DistributionSpec.Lognormal.ofMeanAndCv(1, 1.2)));
        assertThat(share(tally, Outcome.REJECTED)).isCloseTo(erlangB(10, 8), within(0.003));
    }

    @Test
    void impatientQueueLosesErlangA() throws InterruptedException {
        WorldBuilder builder = new WorldBuilder().steady(9, 1e5).site(WorldBuilder.site(10, Long.MAX_VALUE));
        RequestTally tally = run(builder, WorldBuilder.patient(EXPONENTIAL, new DistributionSpec.Exponential(2)));
        assertThat(share(tally, Outcome.TIMEOUT)).isCloseTo(erlangA(10, 9, 0.5), within(0.0015));
    }

    /** Exact case F01: the client's timeout applies to the whole attempt, and the work is still done. */
    @Test
    void timedOutWorkIsStillDone() throws InterruptedException {
        RequestTally tally = run(new WorldBuilder().steady(8, 1.5e5), WorldBuilder.service(EXPONENTIAL, 3, 0, 0), 10);
        assertThat(share(tally, Outcome.TIMEOUT)).isCloseTo(0.069144692, within(0.002));
        assertThat(tally.latencySeconds(0, 0) / tally.served(0, 0)).isCloseTo(0.9963999, within(0.004));
        assertThat(tally.latencies(0, 0).quantileSeconds(0.95)).isCloseTo(2.475133, within(0.01));
        assertThat(tally.site(0).busyCoreSeconds(0) / 1.5e6).isCloseTo(0.8, within(0.006));
    }

    /** Exact case F04: hosts take the request in work along, waiting ones stay. */
    @Test
    void failingHostsLoseOnlyTheRequestInWork() throws InterruptedException {
        double seconds = 1e6;
        SplittableRandom random = new SplittableRandom(4);
        List<SiteCapacity.HostSpan> hosts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Intervals up = alternating(random, 20, 2, seconds);
            hosts.add(new SiteCapacity.HostSpan(1, up, Collections.nCopies(up.size(), false)));
        }
        SiteCapacity site =
                new SiteCapacity("site", 1, Long.MAX_VALUE, Intervals.NONE, List.of(), Intervals.NONE, hosts);
        RequestTally tally = run(new WorldBuilder().steady(2, seconds).site(site), WorldBuilder.service(EXPONENTIAL));
        assertThat(share(tally, Outcome.SITE_DOWN)).isCloseTo(0.047619048, within(0.001));
        double inSystem = (tally.site(0).waitSeconds(0) + tally.site(0).busyCoreSeconds(0)) / seconds;
        assertThat(inSystem).isCloseTo(3.237358, within(0.1));
    }

    /** Exact case F05: a site outage takes all work along; arrivals while it is down fail. */
    @Test
    void siteOutageLosesAllWorkInIt() throws InterruptedException {
        double seconds = 1e6;
        Intervals down = alternating(new SplittableRandom(5), 500, 20, seconds).complement(0, seconds);
        SiteCapacity site = WorldBuilder.site(4, Long.MAX_VALUE, down, false);
        RequestTally tally = run(new WorldBuilder().steady(3, seconds).site(site), WorldBuilder.service(EXPONENTIAL));
        double offered = tally.started(0, 0);
        double inFlight = (tally.site(0).attempts(0) - tally.site(0).completed(0)) / offered;
        assertThat(inFlight).isCloseTo(0.00288331, within(0.0004));
        double onArrival = 1 - tally.site(0).attempts(0) / offered;
        double downShare = down.coveredSeconds(0, seconds) / seconds;
        assertThat(onArrival).isCloseTo(downShare, within(0.001));
        assertThat(downShare).isCloseTo(0.03846, within(0.005));
    }

    private static Intervals alternating(SplittableRandom random, double up, double down, double seconds) {
        List<Double> from = new ArrayList<>();
        List<Double> until = new ArrayList<>();
        for (double at = 0; at < seconds; at += -down * StrictMath.log(1 - random.nextDouble())) {
            from.add(at);
            at += -up * StrictMath.log(1 - random.nextDouble());
            until.add(at);
        }
        return new Intervals(
                from.stream().mapToDouble(Double::doubleValue).toArray(),
                until.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double meanWait(RequestTally tally) {
        return tally.site(0).waitSeconds(0) / tally.site(0).attempts(0);
    }

    private static double share(RequestTally tally, Outcome outcome) {
        return tally.ended(0, 0, outcome) / tally.started(0, 0);
    }

    private static double erlangB(int servers, double load) {
        double blocked = 1;
        for (int i = 1; i <= servers; i++) {
            blocked = load * blocked / (i + load * blocked);
        }
        return blocked;
    }

    private static double erlangC(int servers, double load) {
        double blocked = erlangB(servers, load);
        return blocked / (1 - load / servers * (1 - blocked));
    }

    /** Share that abandons: birth-death chain with service rate 1 and abandonment rate {@code impatience} per waiting. */
    private static double erlangA(int servers, double load, double impatience) {
        double weight = 1;
        double sum = 1;
        double abandons = 0;
        for (int n = 1; n < 400; n++) {
            weight *= load / (Math.min(n, servers) + impatience * Math.max(0, n - servers));
            sum += weight;
            abandons += weight * impatience * Math.max(0, n - servers);
        }
        return abandons / sum / load;
    }

    private static RequestTally run(WorldBuilder builder, dev.multisite.world.ServiceTraffic service, int cores)
            throws InterruptedException {
        return run(builder.site(WorldBuilder.site(cores, Long.MAX_VALUE)), service);
    }

    private static RequestTally run(WorldBuilder builder, dev.multisite.world.ServiceTraffic service)
            throws InterruptedException {
        builder.services = List.of(service);
        World world = builder.build();
        RequestTally tally = new RequestTally(Slots.single(), 1, 1);
        new RequestPlane(world).simulate(Window.whole(0, world.endSeconds()), 7, tally, RequestPlane.Progress.NONE);
        assertThat(tally.served(0, 0) + tally.failed(0, 0)).isEqualTo(tally.started(0, 0));
        return tally;
    }
}
