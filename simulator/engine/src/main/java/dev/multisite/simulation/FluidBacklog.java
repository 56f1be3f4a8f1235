package dev.multisite.simulation;

import java.util.ArrayList;
import java.util.List;

import dev.multisite.simulation.LoadSweep.Stretch;

/**
 * Follows the backlog of every site as a fluid and finds when a queue remembers its past for too long to be sampled:
 * while it is overloaded, until the backlog is worked off, and close to saturation. Devices whose attempts wait beyond
 * their timeout come back and add to the load, so a backlog may sustain itself until demand falls. Chance may raise such a
 * backlog before the mean load does; where that is not unlikely, it is taken to have happened.
 */
final class FluidBacklog {

    /** The longest warm-up a sampled window is given; a queue that remembers longer is simulated through. */
    static final double LONGEST_WARM_UP_SECONDS = 300;

    /** Three time constants: what is left of the start is below 5 %. */
    static final double TIME_CONSTANTS = 3;

    private static final double STEP_SECONDS = 30;
    private static final double HOUR = 3600;

    /** Chance per hour that a queue fills up by itself and stays full by its retries, beyond which it counts as full. */
    private static final double TIPPINGS_PER_HOUR = 1e-3;

    private final ArchitectureModel model;
    private final SiteLoads loads;
    private final double retriedTimeout;
    private final double[] backlog;
    private final List<Zone> hot = new ArrayList<>();
    private double hotSince = Double.NaN;

    FluidBacklog(ArchitectureModel model) {
        this.model = model;
        this.loads = new SiteLoads(model);
        this.retriedTimeout = new ReactionTimes(model).shortestRetriedTimeout();
        this.backlog = new double[model.sites().size()];
    }

    /** Returns the stretches of the period in which some site is hot. */
    List<Zone> hotStretches(LoadSweep sweep) {
        sweep.walk(this::visit);
        close(model.endSeconds());
        return List.copyOf(hot);
    }

    private void visit(Stretch stretch) {
        loads.load(stretch);
        boolean saturated = false;
        double drained = stretch.from();
        for (int site = 0; site < backlog.length; site++) {
            double cores = stretch.workingCores(site);
            if (cores == 0 || forgetsAnyLoad(site, cores)) {
                backlog[site] = 0;
                continue;
            }
            if (mayTip(site, cores)) {
                backlog[site] = Math.max(backlog[site], tippedBacklog(site, cores));
            }
            saturated |= TIME_CONSTANTS * loads.relaxationSeconds(site, cores) > LONGEST_WARM_UP_SECONDS;
            drained = Math.max(drained, advance(stretch, site, cores));
        }
        if (saturated || drained > stretch.from()) {
            hotSince = Double.isNaN(hotSince) ? stretch.from() : hotSince;
        }
        if (!saturated && drained < stretch.until()) {
            close(drained);
        }
    }

    /**
     * Returns whether the queue is so short that it forgets within the longest warm-up even when overloaded. Where a full
     * queue waits longer than devices do, their retries may hold it full, and it has two states to remember.
     */
    private boolean forgetsAnyLoad(int site, double cores) {
        double limit = model.sites().get(site).queueLimit();
        return loads.rate(site) > 0
                && limit * loads.meanService(site) / cores < retriedTimeout
                && TIME_CONSTANTS * Waiting.limitedSeconds(cores, loads.rate(site), loads.squaredCv(site), limit)
                        <= LONGEST_WARM_UP_SECONDS;
    }

    /**
     * Returns whether retries would keep a long queue long, and chance may make it so long: P(W > t) is about
     * C exp(-2 (c - a) t / (s (1 + cv^2))) in heavy traffic, tried once per time constant. Half the timeout is taken, for the
     * other half goes to service and the way.
     */
    private boolean mayTip(int site, double cores) {
        double offered = loads.offeredCores(site);
        if (retriedTimeout == Double.POSITIVE_INFINITY || offered >= cores || loads.amplifiedCores(site) < cores) {
            return false;
        }
        double decay = 2 * (cores - offered) / (loads.meanService(site) * (1 + loads.squaredCv(site)));
        double longWait = Waiting.probabilityBound(cores, offered) * StrictMath.exp(-decay * retriedTimeout / 2);
        return longWait * HOUR > TIPPINGS_PER_HOUR * loads.relaxationSeconds(site, cores);
    }

    /** A backlog that devices don't wait for, as far as the queue can hold it. */
    private double tippedBacklog(int site, double cores) {
        double limit = model.sites().get(site).queueLimit() * loads.meanService(site);
        return Math.min(limit, 1.01 * cores * retriedTimeout);
    }

    /** Returns when the backlog is worked off, the end of the stretch if it is not. */
    private double advance(Stretch stretch, int site, double cores) {
        double time = stretch.from();
        double offered = loads.offeredCores(site);
        while (time < stretch.until() && (backlog[site] > 0 || offered > cores)) {
            boolean impatient = backlog[site] / cores > retriedTimeout;
            double growth = (impatient ? loads.amplifiedCores(site) : offered) - cores;
            double step = Math.min(STEP_SECONDS, stretch.until() - time);
            if (growth < 0 && backlog[site] + growth * step <= 0) {
                time += backlog[site] / -growth;
                backlog[site] = 0;
            } else {
                time += step;
                double limit = model.sites().get(site).queueLimit() * loads.meanService(site);
                backlog[site] = Math.min(limit, backlog[site] + growth * step);
            }
        }
        return time;
    }

    private void close(double time) {
        if (!Double.isNaN(hotSince) && time > hotSince) {
            hot.add(new Zone(hotSince, time, false));
        }
        hotSince = Double.NaN;
    }
}
