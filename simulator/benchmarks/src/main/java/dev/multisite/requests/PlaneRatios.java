package dev.multisite.requests;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import dev.multisite.world.World;

/**
 * CPU time per request of the plane in ratio to the limit loop, interleaved round by round, so that a busy machine slows
 * both alike. The first rounds warm up.
 */
public final class PlaneRatios {

    private static final int WARM_UP = 3;
    private static final int ROUNDS = 9;
    private static final int REQUESTS = 1_000_000;
    private static final List<String> NAMES = List.of("limit loop", "W", "W x 100", "W with failures");

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<World> worlds = List.of(
            WorkW.world(REQUESTS, 1).build(),
            WorkW.world(REQUESTS, 1).build(),
            WorkW.world(REQUESTS, 100).build(),
            WorkW.withFailures(10 * REQUESTS, 1, 120).build());
    private final LimitLoop loop = new LimitLoop(worlds.get(0));

    private PlaneRatios() {}

    public static void main(String[] args) throws InterruptedException {
        new PlaneRatios().run();
    }

    private void run() throws InterruptedException {
        double[][] nanos = new double[NAMES.size()][ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int work = 0; work < NAMES.size(); work++) {
                double perRequest = work == 0 ? limit(round) : plane(worlds.get(work), round);
                nanos[work][Math.max(0, round)] = perRequest;
            }
        }
        for (int work = 0; work < NAMES.size(); work++) {
            print(NAMES.get(work), nanos[work], nanos[0]);
        }
    }

    private double limit(int seed) {
        long before = threads.getCurrentThreadCpuTime();
        double mean = loop.run(seed);
        if (!(mean > 0.15 && mean < 0.19)) {
            throw new IllegalStateException("mean response of the limit loop " + mean + " s");
        }
        return (threads.getCurrentThreadCpuTime() - before) / (double) REQUESTS;
    }

    private double plane(World world, int seed) throws InterruptedException {
        RequestTally tally = new RequestTally(Slots.single(), 12, 3);
        RequestPlane plane = new RequestPlane(world);
        Window window = Window.whole(0, world.endSeconds());
        long before = threads.getCurrentThreadCpuTime();
        plane.simulate(window, seed, tally, RequestPlane.Progress.NONE);
        return (threads.getCurrentThreadCpuTime() - before) / (double) tally.simulated();
    }

    private static void print(String name, double[] nanos, double[] limit) {
        double[] ratios = new double[ROUNDS];
        Arrays.setAll(ratios, round -> nanos[round] / limit[round]);
        Arrays.sort(ratios);
        double[] sorted = nanos.clone();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%-16s %6.0f ns [%.0f]  ratio %.2f [%.2f to %.2f]%n",
                name,
                sorted[ROUNDS / 2],
                sorted[0],
                ratios[ROUNDS / 2],
                ratios[0],
                ratios[ROUNDS - 1]);
    }
}
