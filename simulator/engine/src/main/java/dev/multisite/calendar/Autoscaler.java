package dev.multisite.calendar;

import java.util.Arrays;
import java.util.List;

import org.cloudsimplus.core.CloudSimPlus;

import dev.multisite.scenario.SiteSpec.Hosts;
import dev.multisite.units.Durations;

/**
 * Keeps the utilisation of scaled sites near its target. Every quarter of an hour it compares the offered load with the
 * hosts that work or are on their way. More hosts arrive after the delay. Hosts that were surplus at every look of the last
 * hour leave and finish the work they have begun. While a site is down or closed its hosts are left alone.
 */
final class Autoscaler extends PlannedEntity {

    private static final double LOOK_SECONDS = 900;
    private static final int LOOKS_PER_HOUR = 4;

    private final double endSeconds;
    private final List<SiteBoard> sites;
    private final LoadMeter meter;
    private final EventLog events;
    private final int[] onTheirWay;
    private final int[] cancelled;
    private final int[][] wantedLately;
    private int looks;

    Autoscaler(CloudSimPlus simulation, double endSeconds, List<SiteBoard> sites, LoadMeter meter, EventLog events) {
        super(simulation, endSeconds);
        this.endSeconds = endSeconds;
        this.sites = sites;
        this.meter = meter;
        this.events = events;
        onTheirWay = new int[sites.size()];
        cancelled = new int[sites.size()];
        wantedLately = new int[sites.size()][LOOKS_PER_HOUR];
    }

    @Override
    protected void startInternal() {
        if (sites.stream().anyMatch(site -> site.spec().hosts() instanceof Hosts.Autoscale)) {
            plan(0, this::look);
        }
    }

    private void look(double at) {
        double[] load = meter.load(at, Math.min(endSeconds, at + LOOK_SECONDS)).clone();
        for (int i = 0; i < load.length; i++) {
            SiteBoard site = sites.get(i);
            if (site.spec().hosts() instanceof Hosts.Autoscale scale && site.takesRequests()) {
                int wanted = wanted(scale, load[i] / site.spec().coresPerHost());
                wantedLately[i][looks % LOOKS_PER_HOUR] = wanted;
                adjust(i, scale, wanted, at);
            }
        }
        looks++;
        plan(at + LOOK_SECONDS, this::look);
    }

    private static int wanted(Hosts.Autoscale scale, double busyHosts) {
        double needed = Math.ceil(busyHosts / scale.targetUtilisation());
        return (int) Math.max(scale.min(), Math.min(scale.max(), needed));
    }

    private void adjust(int index, Hosts.Autoscale scale, int wanted, double at) {
        SiteBoard site = sites.get(index);
        int coming = site.workingHosts() + onTheirWay[index];
        if (at == 0 && wanted > coming) {
            site.launch(at, wanted - coming);
        } else if (wanted > coming) {
            order(index, scale, Math.min(wanted - coming, scale.max() - site.presentHosts() - onTheirWay[index]), at);
        } else {
            shed(index, coming - Arrays.stream(wantedLately[index]).max().orElse(wanted), at);
        }
    }

    private void shed(int index, int surplus, double at) {
        if (surplus <= 0) {
            return;
        }
        SiteBoard site = sites.get(index);
        int unordered = Math.min(onTheirWay[index], surplus);
        onTheirWay[index] -= unordered;
        cancelled[index] += unordered;
        if (surplus > unordered) {
            site.retire(at, surplus - unordered);
            events.add(at, "scale-in", site.spec().name(), site.presentHosts() + " hosts");
        }
    }

    private void order(int index, Hosts.Autoscale scale, int count, double at) {
        if (count <= 0) {
            return;
        }
        onTheirWay[index] += count;
        plan(at + Durations.toSeconds(scale.delay()), arrival -> arrive(index, count, arrival));
    }

    private void arrive(int index, int ordered, double at) {
        int dropped = Math.min(ordered, cancelled[index]);
        cancelled[index] -= dropped;
        int count = ordered - dropped;
        if (count > 0) {
            onTheirWay[index] -= count;
            SiteBoard site = sites.get(index);
            site.launch(at, count);
            events.add(at, "scale-out", site.spec().name(), site.presentHosts() + " hosts");
        }
    }
}
