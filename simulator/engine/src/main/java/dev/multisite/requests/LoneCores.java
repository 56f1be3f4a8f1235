package dev.multisite.requests;

import java.util.Arrays;
import java.util.List;

import dev.multisite.world.Intervals;
import dev.multisite.world.SiteCapacity;
import dev.multisite.world.SiteCapacity.HostSpan;

/** The cores of a site for requests that never wait: only whether hosts work matters, and hosts that live alike are one. */
final class LoneCores {

    private final List<HostSpan> hosts;

    /** Cores up to the end of each span. */
    private final int[] coresUntil;

    private final double endSeconds;
    private int span;
    private int interval;

    /** @param endSeconds hosts that work until here work for ever, so that the last requests can end */
    LoneCores(SiteCapacity site, double endSeconds) {
        this.endSeconds = endSeconds;
        hosts = site.hosts();
        coresUntil = new int[hosts.size()];
        int all = 0;
        for (int i = 0; i < coresUntil.length; i++) {
            all += hosts.get(i).cores();
            coresUntil[i] = all;
        }
    }

    int count() {
        return coresUntil.length == 0 ? 0 : coresUntil[coresUntil.length - 1];
    }

    /**
     * Finds the first core from {@code core} on, going round, whose host is up at {@code time}; false if none is. What is
     * asked next holds for it.
     */
    boolean find(int core, double time) {
        int at = Arrays.binarySearch(coresUntil, core);
        int first = at >= 0 ? at + 1 : -at - 1;
        for (int i = 0; i < coresUntil.length; i++) {
            span = first + i < coresUntil.length ? first + i : first + i - coresUntil.length;
            interval = hosts.get(span).up().indexAtOrBefore(time);
            if (interval >= 0 && time < nextDown()) {
                return true;
            }
        }
        return false;
    }

    /** Returns when its host goes down next. */
    double nextDown() {
        Intervals up = hosts.get(span).up();
        return up.until(interval) >= endSeconds ? Double.POSITIVE_INFINITY : up.until(interval);
    }

    /** Returns whether its host finishes its work before it goes down next. */
    boolean endsGracefully() {
        List<Boolean> graceful = hosts.get(span).endsGracefully();
        return interval < graceful.size() && graceful.get(interval);
    }
}
