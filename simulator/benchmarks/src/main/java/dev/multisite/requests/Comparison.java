package dev.multisite.requests;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.sun.management.ThreadMXBean;

import dev.multisite.world.World;

/**
 * The same work on the request plane, on other simulators and in a hand-written loop, interleaved round by round so that a
 * busy machine slows all alike. CPU time is that of the simulating thread and of garbage collection; compilation is not
 * counted. What counts are the ratios within a round.
 *
 * <p>Fails if a program computes another mean, and with {@code -Dbenchmark.guard=true} if a ratio of the request plane to
 * the limit loop is beyond the stored one.
 */
public final class Comparison {

    private static final int WARM_UP = 2;
    private static final int ROUNDS = 7;
    private static final int MANY = 1_000_000;
    /** Standard error of the mean response of a million requests, relative; waits are correlated. */
    private static final double SPREAD = 0.003;

    private static final double GUARD = 1.3;

    private final List<Contestant> contestants = new ArrayList<>();
    private final List<String> withReferenceMean = new ArrayList<>();
    private final StringBuilder table = new StringBuilder();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final List<Double> medianRatios = new ArrayList<>();
    private boolean failed;

    private Comparison() {}

    /** @param arguments the directory of this module, and a file for the table */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Locale.setDefault(Locale.ROOT);
        Comparison comparison = new Comparison();
        comparison.invite(Path.of(arguments[0]));
        comparison.run();
        comparison.printAllocation();
        comparison.guard(Path.of(arguments[0]).resolve("baseline.csv"));
        System.out.print(comparison.table);
        Files.writeString(Path.of(arguments[1]), comparison.table);
        System.exit(comparison.failed ? 1 : 0);
    }

    private void invite(Path module) throws IOException, InterruptedException {
        World plain = WorkW.world(MANY, 1).build();
        LimitLoop loop = new LimitLoop(plain);
        contestants.addAll(NativeLoop.compile(module.resolve("src/main/c/limit.c"), plain, MANY));
        contestants.add(new LimitContestant(loop));
        contestants.add(new PlaneWork("multisite", plain, MANY));
        contestants.add(new SsjWork(300_000));
        contestants.add(new KernelWork(300_000));
        contestants.add(new CloudletWork(20_000));
        contestants.forEach(contestant -> withReferenceMean.add(contestant.name()));
        contestants.add(new PlaneWork(
                "multisite, 100 times the cores and the rate",
                WorkW.world(MANY, 100).build(),
                MANY));
        contestants.add(new PlaneWork(
                "multisite, outages, timeouts, retries, connection set-up, loss",
                WorkW.withFailures(MANY, 1, 120).build(),
                MANY));
    }

    private record LimitContestant(LimitLoop loop) implements Contestant {
        @Override
        public String name() {
            return "limit loop";
        }

        @Override
        public int requests() {
            return MANY;
        }

        @Override
        public Run run(long seed) {
            return loop.run(seed);
        }
    }

    private void run() {
        int size = contestants.size();
        double[][] nanos = new double[size][ROUNDS];
        double[] requests = new double[size];
        double[] sum = new double[size];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int i = 0; i < size; i++) {
                double before = cpuNanos();
                Contestant.Run run = contestants.get(i).run(round + 100);
                double cpu = cpuNanos() - before;
                nanos[i][Math.max(0, round)] = (Double.isNaN(run.cpuNanos()) ? cpu : run.cpuNanos()) / run.requests();
                requests[i] += run.requests();
                sum[i] += run.requests() * run.meanSeconds();
            }
        }
        print(nanos, requests, sum);
    }

    /** The serial collector stops the thread and works alone, so its elapsed time stands for its CPU time. */
    private double cpuNanos() {
        long collecting = 0;
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            collecting += collector.getCollectionTime();
        }
        return threads.getCurrentThreadCpuTime() + 1e6 * collecting;
    }

    private void print(double[][] nanos, double[] requests, double[] sum) {
        table.append(
                        "| program | requests per run | ns of CPU per request: median [least] | ratio to the limit loop: median")
                .append(" [least to most] | mean response, s |\n|---|---|---|---|---|\n");
        int limit = indexOfLimit();
        for (int i = 0; i < contestants.size(); i++) {
            double[] ratios = new double[ROUNDS];
            int at = i;
            Arrays.setAll(ratios, round -> nanos[at][round] / nanos[limit][round]);
            double[] own = nanos[i].clone();
            Arrays.sort(own);
            Arrays.sort(ratios);
            medianRatios.add(ratios[ROUNDS / 2]);
            table.append(String.format(
                    "| %s | %,d | %.0f [%.0f] | %.2f [%.2f to %.2f] | %s |%n",
                    contestants.get(i).name(),
                    contestants.get(i).requests(),
                    own[ROUNDS / 2],
                    own[0],
                    ratios[ROUNDS / 2],
                    ratios[0],
                    ratios[ROUNDS - 1],
                    mean(i, sum[i] / requests[i], requests[i])));
        }
    }

    private int indexOfLimit() {
        for (int i = 0; i < contestants.size(); i++) {
            if (contestants.get(i) instanceof LimitContestant) {
                return i;
            }
        }
        throw new IllegalStateException("no limit loop");
    }

    private String mean(int contestant, double mean, double requests) {
        String text = String.format("%.5f", mean);
        if (!withReferenceMean.contains(contestants.get(contestant).name())) {
            return text;
        }
        double off = mean / ReferenceWork.MEAN_SECONDS - 1;
        boolean right = Math.abs(off) < 4 * SPREAD * Math.sqrt(1e6 / requests);
        failed |= !right;
        return text + (right ? "" : " **wrong: expected " + ReferenceWork.MEAN_SECONDS + "**");
    }

    /** What further requests allocate on top of the first two million. */
    private void printAllocation() {
        double few = allocated(2 * MANY);
        double many = allocated(10 * MANY);
        table.append(String.format(
                "%nA window of 2 * 10^6 requests allocates %.2f MB, one of 10^7 requests %.2f MB: %.4f B per further request.%n",
                few / 1e6, many / 1e6, (many - few) / (8 * MANY)));
    }

    private double allocated(int requests) {
        PlaneWork work = new PlaneWork("", WorkW.world(requests, 1).build(), requests);
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run(1);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private void guard(Path baseline) throws IOException {
        if (!Boolean.getBoolean("benchmark.guard")) {
            return;
        }
        for (String line : Files.readAllLines(baseline)) {
            String[] cells = line.split(";");
            for (int i = 0; i < contestants.size(); i++) {
                if (contestants.get(i).name().equals(cells[0])) {
                    boolean slower = medianRatios.get(i) > GUARD * Double.parseDouble(cells[1]);
                    failed |= slower;
                    table.append(String.format(
                            "%s: ratio %.2f, stored %s%s%n",
                            cells[0], medianRatios.get(i), cells[1], slower ? ": TOO SLOW" : ""));
                }
            }
        }
    }
}
