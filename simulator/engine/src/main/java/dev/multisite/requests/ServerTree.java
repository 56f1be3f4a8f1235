package dev.multisite.requests;

import java.util.Arrays;

/**
 * When each core of a site is free again, as a loser tree: knows the core that is free first and replaces its time in
 * log2(cores) steps of one minimum and one maximum each, without a branch that depends on data.
 *
 * <p>The tree compares times on a grid of ticks, packed with the core's number into one long; the times themselves are
 * kept as they are. With t cores and a horizon of h seconds a tick is about h t / 2^62 seconds (W: 10^-13 s), so the
 * order is that of the exact times unless two cores become free within one tick.
 */
final class ServerTree {

    private static final double TICKS = 0x1p62;

    private final int cores;
    private final int leaves;
    private final int bits;
    private final long coreMask;
    private final long[] losers;
    private final double[] free;
    private long winner;
    private double origin;
    private double horizon;
    private double ticksPerSecond;

    ServerTree(int cores) {
        this.cores = cores;
        bits = 32 - Integer.numberOfLeadingZeros(Math.max(1, cores) - 1);
        leaves = 1 << bits;
        coreMask = leaves - 1L;
        losers = new long[leaves];
        free = new double[leaves];
        Arrays.fill(free, Double.POSITIVE_INFINITY);
    }

    int cores() {
        return cores;
    }

    /** Sets the time from which ticks count and how far they should reach; then call {@link #rebuild}. */
    void setRange(double from, double until) {
        origin = from;
        horizon = until;
        ticksPerSecond = TICKS / leaves / (until - from);
    }

    /** Sets the time of a core without ordering the tree: call {@link #rebuild} afterwards. */
    void set(int core, double time) {
        free[core] = time;
    }

    double free(int core) {
        return free[core];
    }

    /** Returns the core that is free first. */
    int first() {
        return (int) (winner & coreMask);
    }

    /** Replaces the time of the core that is free first. */
    void replaceFirst(double time) {
        int core = (int) (winner & coreMask);
        free[core] = time;
        long key = key(core, time);
        for (int node = (core + leaves) >> 1; node > 0; node >>= 1) {
            long loser = losers[node];
            // The earlier goes on, without a branch: nobody could guess it. Keys are not negative, so nothing
            // overflows.
            long change = (loser - key) & ((loser - key) >> 63);
            losers[node] = loser - change;
            key += change;
        }
        winner = key;
        if (key >= Long.MAX_VALUE - coreMask) {
            reachFurther();
        }
    }

    private long key(int core, double time) {
        long tick = time < horizon ? (long) ((time - origin) * ticksPerSecond) : Long.MAX_VALUE >> bits;
        return (tick << bits) | core;
    }

    /** All cores are beyond the horizon: moves it until it holds the first of them. */
    private void reachFurther() {
        double earliest = Double.POSITIVE_INFINITY;
        for (int core = 0; core < cores; core++) {
            earliest = Math.min(earliest, free[core]);
        }
        if (earliest < Double.POSITIVE_INFINITY) {
            double range = horizon - origin;
            setRange(origin, origin + Math.max(2 * range, 2 * (earliest - origin)));
            rebuild();
        }
    }

    /** Orders the tree anew. */
    void rebuild() {
        long[] winners = new long[2 * leaves];
        for (int leaf = 0; leaf < leaves; leaf++) {
            winners[leaves + leaf] = key(leaf, free[leaf]);
        }
        for (int node = leaves - 1; node > 0; node--) {
            winners[node] = Math.min(winners[2 * node], winners[2 * node + 1]);
            losers[node] = Math.max(winners[2 * node], winners[2 * node + 1]);
        }
        winner = winners[1];
        if (winner >= Long.MAX_VALUE - coreMask) {
            reachFurther();
        }
    }
}
