package dev.multisite.requests;

import dev.multisite.world.Intervals;
import dev.multisite.world.Outcome;
import dev.multisite.world.SiteCapacity;

/**
 * The first-come-first-served queue of one site. Attempts are offered in the order of their arrival; what becomes of each
 * is known at once (Kiefer and Wolfowitz 1955): it starts when the first core is free, and when hosts or the site fail is
 * known in advance.
 */
final class SiteQueue {

    private static final double LOST = Double.NEGATIVE_INFINITY;

    private final Cores cores;
    private final LoneCores loneCores;
    private final boolean limited;
    /** Whether more than its length matters in the queue. */
    private final boolean watched;

    /** Whether requests meet no others. */
    private final boolean alone;

    private final boolean impatient;
    private final double limit;
    private final Intervals outages;
    private final TimeHeap waiting = new TimeHeap();
    private int outage;
    private double outageFrom;

    /** What ends before is not lost in an outage. */
    private double certainUntil;

    /** What became of the attempt offered last, if it was not served. */
    Outcome cause = Outcome.SERVED;
    /** When that happened, seconds. */
    double lostAt;
    /** Whether the site, though it failed the attempt, tells the device so. */
    boolean tells;
    /** How long the attempt offered last waited for its core, seconds. */
    double wait;
    /** Whether it would have had to wait, or did. */
    boolean waited;

    private boolean begun;
    /** How long a core worked for it, seconds. */
    double busy;
    /** When the core began, and when it ends. */
    double start;

    double finish;

    SiteQueue(SiteCapacity site, Window window, double endSeconds, boolean impatient) {
        alone = window.mode() == Window.Mode.INDEPENDENT;
        cores = new Cores(site, alone ? Double.POSITIVE_INFINITY : window.scale(), endSeconds);
        loneCores = new LoneCores(site, endSeconds);
        limited = site.queueLimit() != Long.MAX_VALUE;
        limit = site.queueLimit() / window.scale();
        this.impatient = impatient;
        watched = limited || impatient;
        outages = site.outages();
        double from = window.warmUpFromSeconds();
        outage = Math.max(0, outages.indexAtOrBefore(from));
        if (outage < outages.size() && outages.until(outage) <= from) {
            outage++;
        }
        setNextOutage();
        double reach = 2 * (window.measureUntilSeconds() - from) + 3600;
        if (!alone) {
            cores.start(from, from + reach);
        }
    }

    /**
     * Returns when an attempt will leave with its answer, if it is certain to: its core works on, the site is not lost
     * meanwhile, and it need not wait where the queue is full or someone may lose patience. NaN if only {@link #offer} can
     * tell. Nothing changes until {@link #serve}, but nothing may arrive before {@code arrival} any more.
     */
    double certainLeave(double arrival, double work, double extra) {
        int core = cores.next();
        start = Math.max(arrival, cores.free(core));
        finish = start + work;
        double leave = finish + extra;
        waited = start > arrival;
        boolean certain = finish < cores.nextDown(core) && leave < certainUntil;
        if (!certain || (watched && waited && (impatient || isFull(arrival)))) {
            return Double.NaN;
        }
        return leave;
    }

    /** Serves the attempt that {@link #certainLeave} was asked about. */
    void serve() {
        cores.occupyFirst(finish);
        if (limited && waited) {
            waiting.push(start, 0);
        }
    }

    /**
     * Offers an attempt, which arrives while the site takes requests and not before the one offered last.
     *
     * @param arrival when it arrives
     * @param work core time it needs
     * @param patience how long it waits at most
     * @param extra time it spends in the site after its work, without a core
     * @return when it leaves with its answer; negative infinity if it does not: then {@link #cause} and {@link #lostAt}
     *     say more
     */
    double offer(double arrival, double work, double patience, double extra) {
        if (arrival >= outageFrom) {
            passOutages(arrival);
        }
        int core = cores.first(arrival);
        double free = cores.free(core);
        start = Math.max(arrival, free);
        wait = start - arrival;
        waited = start > arrival;
        begun = true;
        if (waited && !stays(arrival, patience)) {
            return LOST;
        }
        finish = start + work;
        double down = cores.nextDown(core);
        if (finish > down && failsWithHost(down, cores.endsGracefully(core))) {
            cores.occupyFirst(down);
            return LOST;
        }
        cores.occupyFirst(finish);
        busy = Math.min(finish, outageFrom) - start;
        return finish + extra <= outageFrom ? finish + extra : lost(Outcome.SITE_DOWN, outageFrom);
    }

    /** Returns whether a core began to work for the attempt offered last. */
    boolean begun() {
        return begun;
    }

    private boolean stays(double arrival, double patience) {
        busy = 0;
        begun = false;
        if (limited && isFull(arrival)) {
            lost(Outcome.REJECTED, arrival);
            return false;
        }
        double leaves = Math.min(start, arrival + patience);
        if (limited) {
            waiting.push(leaves, 0);
        }
        if (leaves >= outageFrom && outageFrom < Double.POSITIVE_INFINITY) {
            lost(Outcome.SITE_DOWN, outageFrom);
            return false;
        }
        if (wait > patience) {
            lost(Outcome.TIMEOUT, leaves);
            return false;
        }
        if (start == Double.POSITIVE_INFINITY) {
            lost(Outcome.TIMEOUT, start);
            return false;
        }
        begun = true;
        return true;
    }

    private boolean isFull(double arrival) {
        while (waiting.firstTime() <= arrival) {
            waiting.pop();
        }
        return waiting.size() >= limit;
    }

    private boolean failsWithHost(double down, boolean gracefully) {
        if (down >= outageFrom || gracefully) {
            return false;
        }
        busy = down - start;
        lost(Outcome.SITE_DOWN, down);
        return true;
    }

    /**
     * Like {@link #offer}, as if the site were empty.
     *
     * @param pick uniform in (0, 1): on which of the cores that are up it is served
     */
    double offerAlone(double arrival, double work, double extra, double pick) {
        if (arrival >= outageFrom) {
            passOutages(arrival);
        }
        start = arrival;
        wait = 0;
        waited = false;
        begun = true;
        busy = 0;
        if (!loneCores.find((int) (pick * loneCores.count()), arrival)) {
            return lost(Outcome.SITE_DOWN, arrival);
        }
        finish = start + work;
        double down = loneCores.nextDown();
        if (finish > down && failsWithHost(down, loneCores.endsGracefully())) {
            return LOST;
        }
        busy = Math.min(finish, outageFrom) - start;
        return finish + extra <= outageFrom ? finish + extra : lost(Outcome.SITE_DOWN, outageFrom);
    }

    /** The attempt offered last was served, but the records that it is about can't be read: it ends in an error. */
    double recordsNotFound() {
        lost(Outcome.SITE_DOWN, finish);
        tells = true;
        return LOST;
    }

    private double lost(Outcome why, double when) {
        cause = why;
        lostAt = when;
        tells = false;
        return LOST;
    }

    private void setNextOutage() {
        outageFrom = outage < outages.size() ? outages.from(outage) : Double.POSITIVE_INFINITY;
        certainUntil = Math.min(outageFrom, Double.MAX_VALUE);
    }

    private void passOutages(double arrival) {
        double until = outageFrom;
        while (outage < outages.size() && outages.from(outage) <= arrival) {
            until = outages.until(outage++);
        }
        setNextOutage();
        waiting.clear();
        if (!alone) {
            cores.reset(until);
        }
    }
}
