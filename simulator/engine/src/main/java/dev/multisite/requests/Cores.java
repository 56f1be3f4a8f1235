package dev.multisite.requests;

import java.util.Arrays;
import java.util.List;

import dev.multisite.world.Intervals;
import dev.multisite.world.SiteCapacity;

/**
 * The cores of a site and when their hosts work: which of them is free first, knowing that a core may not begin work
 * while its host is down. Times of failures are known in advance, so a core whose host is down when it is asked for is
 * moved to its host's next repair only then.
 */
final class Cores {

    private final ServerTree tree;
    private final Intervals[] up;
    private final List<Boolean>[] graceful;
    private final int[] current;
    private final double[] nextDown;
    private final double endSeconds;

    /**
     * @param site the site
     * @param scale only every {@code scale}-th core is there
     * @param endSeconds hosts that work until here work for ever, so that the last requests can end
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    Cores(SiteCapacity site, double scale, double endSeconds) {
        this.endSeconds = endSeconds;
        int all = site.hosts().stream().mapToInt(SiteCapacity.HostSpan::cores).sum();
        int count = (int) Math.floor(all / scale);
        tree = new ServerTree(count);
        up = new Intervals[count];
        graceful = new List[count];
        current = new int[count];
        nextDown = new double[Math.max(1, count)];
        int core = 0;
        int seen = 0;
        for (SiteCapacity.HostSpan host : site.hosts()) {
            seen += host.cores();
            int until = (int) Math.floor(seen / scale);
            Arrays.fill(up, core, until, host.up());
            Arrays.fill(graceful, core, until, host.endsGracefully());
            core = until;
        }
    }

    /** All cores are idle from {@code from} on; times up to {@code until} matter. */
    void start(double from, double until) {
        tree.setRange(from, until);
        reset(from);
    }

    /** Forgets all work: cores are idle from {@code from} on, unless their hosts are down. */
    void reset(double from) {
        int interval = -1;
        for (int core = 0; core < up.length; core++) {
            // Cores of hosts that live alike stand side by side.
            interval = core > 0 && up[core].equals(up[core - 1]) ? interval : up[core].indexAtOrBefore(from);
            current[core] = interval;
            nextDown[core] = interval < 0 ? Double.NEGATIVE_INFINITY : end(core, interval);
            tree.set(core, from);
            settle(core, from);
        }
        tree.rebuild();
    }

    private double end(int core, int interval) {
        double until = up[core].until(interval);
        return until >= endSeconds ? Double.POSITIVE_INFINITY : until;
    }

    /** Moves {@code core} to its host's next interval until work could begin in it at {@code time} or later. */
    private void settle(int core, double time) {
        while (Math.max(tree.free(core), time) >= nextDown[core] && tree.free(core) < Double.POSITIVE_INFINITY) {
            int next = ++current[core];
            if (next < up[core].size()) {
                tree.set(core, Math.max(tree.free(core), up[core].from(next)));
                nextDown[core] = end(core, next);
            } else {
                tree.set(core, Double.POSITIVE_INFINITY);
                nextDown[core] = Double.POSITIVE_INFINITY;
            }
        }
    }

    /** Returns the core that is free first, whether its host is up then or not. */
    int next() {
        return tree.first();
    }

    /** Returns the core that can begin first, if asked at {@code time}; of several idle ones the longest idle. */
    int first(double time) {
        int core = tree.first();
        return Math.max(tree.free(core), time) < nextDown[core] ? core : settledFirst(time);
    }

    private int settledFirst(double time) {
        int core = tree.first();
        while (Math.max(tree.free(core), time) >= nextDown[core] && tree.free(core) < Double.POSITIVE_INFINITY) {
            settle(core, time);
            tree.replaceFirst(tree.free(core));
            core = tree.first();
        }
        return core;
    }

    /** Returns when {@code core} is free. */
    double free(int core) {
        return tree.free(core);
    }

    /** The core that {@link #first} returned works until {@code time}. */
    void occupyFirst(double time) {
        tree.replaceFirst(time);
    }

    /** Returns when the host of {@code core} goes down next. */
    double nextDown(int core) {
        return nextDown[core];
    }

    /** Returns whether the host of {@code core} finishes its work before it goes down next. */
    boolean endsGracefully(int core) {
        int interval = current[core];
        return interval >= 0 && interval < graceful[core].size() && graceful[core].get(interval);
    }

    int count() {
        return up.length;
    }
}
