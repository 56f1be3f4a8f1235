package dev.multisite.calendar;

import java.util.List;

import org.cloudsimplus.core.CloudSimPlus;

/**
 * Follows load, utilisation and power. Between two changes of anything the offered load is averaged over at most an hour,
 * spread evenly over the working hosts, and the hosts' power is linear in it; so the energy is exact for the fluid load.
 */
final class LoadMeter extends PlannedEntity {

    private static final double STEP_SECONDS = 3600;
    private static final double JOULES_PER_KWH = 3.6e6;

    private final double endSeconds;
    private final List<SiteBoard> sites;
    private final OfferedLoad load;
    private final boolean[] up;
    private final double[] cores;
    private final double[] joules;
    private final StepRecorder[] utilisation;
    private double settledSeconds;
    private int phase;

    LoadMeter(CloudSimPlus simulation, double endSeconds, List<SiteBoard> sites, OfferedLoad load) {
        super(simulation, endSeconds);
        this.endSeconds = endSeconds;
        this.sites = sites;
        this.load = load;
        up = new boolean[sites.size()];
        cores = new double[sites.size()];
        joules = new double[sites.size()];
        utilisation = new StepRecorder[sites.size()];
        for (int i = 0; i < utilisation.length; i++) {
            utilisation[i] = new StepRecorder();
        }
    }

    @Override
    protected void startInternal() {
        if (load != OfferedLoad.NONE) {
            plan(STEP_SECONDS, this::tick);
        }
    }

    private void tick(double at) {
        settle(at);
        plan(at + STEP_SECONDS, this::tick);
    }

    void phaseBegins(int index, double at) {
        settle(at);
        phase = Math.max(phase, index);
    }

    int phase() {
        return phase;
    }

    /** Asks for the load of all sites in their present state over an interval. */
    double[] load(double fromSeconds, double untilSeconds) {
        for (int i = 0; i < up.length; i++) {
            up[i] = sites.get(i).takesRequests();
            cores[i] = 0;
        }
        load.offeredCores(fromSeconds, untilSeconds, phase, up, cores);
        return cores;
    }

    /** Accounts for the time up to {@code at}, in which nothing has changed. */
    void settle(double at) {
        double until = Math.min(at, endSeconds);
        if (until <= settledSeconds) {
            return;
        }
        double[] offered = load(settledSeconds, until);
        for (int i = 0; i < offered.length; i++) {
            SiteBoard site = sites.get(i);
            int working =
                    site.takesRequests() ? site.workingHosts() * site.spec().coresPerHost() : 0;
            double used = working == 0 ? 0 : Math.min(1, offered[i] / working);
            utilisation[i].set(settledSeconds, used);
            joules[i] += site.watts(used) * (until - settledSeconds);
        }
        settledSeconds = until;
    }

    /** Returns the energy that the hosts of a site have drawn, cooling excluded. */
    double kilowattHours(int site) {
        return joules[site] / JOULES_PER_KWH;
    }

    StepFunction utilisation(int site) {
        return utilisation[site].steps();
    }
}
