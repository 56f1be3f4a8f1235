package dev.multisite.requests;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import dev.multisite.world.World;

/** Time per request of a million requests of the reference work, plain and with failures, beside a hand-written loop. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(PlaneBenchmark.REQUESTS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgs = {"-XX:+UseSerialGC", "-Xmx256m"})
public class PlaneBenchmark {

    static final int REQUESTS = 1_000_000;

    private final World plain = WorkW.world(REQUESTS, 1).build();
    private final World large = WorkW.world(REQUESTS, 100).build();
    private final World failing = WorkW.withFailures(REQUESTS, 1, 120).build();
    private final LimitLoop loop = new LimitLoop(plain);
    private long seed;

    /** The same arrivals, delays and queues in one loop that can do nothing else. */
    @Benchmark
    public Contestant.Run limitLoop() {
        return loop.run(seed++);
    }

    /** The reference work. */
    @Benchmark
    public RequestTally work() throws InterruptedException {
        return run(plain);
    }

    /** The reference work with a hundred times the cores and the rate. */
    @Benchmark
    public RequestTally workTimesHundred() throws InterruptedException {
        return run(large);
    }

    /** With outages, timeouts, queue limits, two retries, connection set-up and loss; per request, whatever its attempts. */
    @Benchmark
    public RequestTally workWithFailures() throws InterruptedException {
        return run(failing);
    }

    private RequestTally run(World world) throws InterruptedException {
        RequestTally tally = new RequestTally(Slots.single(), 12, 3);
        new RequestPlane(world)
                .simulate(Window.whole(0, world.endSeconds()), seed++, tally, RequestPlane.Progress.NONE);
        return tally;
    }
}
