package dev.multisite.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.multisite.requests.RequestTally;
import dev.multisite.scenario.SiteSpec;
import dev.multisite.simulation.ReplicationResult.TimelinePoint;

/**
 * Figures per timeline bin. Requests, devices, availability and (where requests are sampled) utilisation follow from the
 * calendar; latency and failures are there for bins in which requests were simulated.
 */
final class TimelinePoints {

    private static final double MILLIS = 1000;

    private final Replication replication;
    private final Measurement measurement;
    private final DemandAccount account;
    private final List<TimelinePoint> points = new ArrayList<>();

    TimelinePoints(Replication replication, Measurement measurement, DemandAccount account) {
        this.replication = replication;
        this.measurement = measurement;
        this.account = account;
    }

    List<TimelinePoint> all() {
        SlotPlan slots = replication.slots();
        int slot = 0;
        for (int bin = 0; bin < slots.bins(); bin++) {
            int first = slot;
            while (slot < slots.slots().size() && slots.binOf(slot) == bin) {
                slot++;
            }
            addBin(bin, first, slot);
        }
        return points;
    }

    private void addBin(int bin, int firstSlot, int endSlot) {
        List<String> populations = replication.model().who().populations();
        Totals[] totals = new Totals[populations.size()];
        Arrays.setAll(totals, i -> new Totals());
        for (int slot = firstSlot; slot < endSlot; slot++) {
            for (int group = 0; group < measurement.tally().groups(); group++) {
                totals[replication.model().who().populationOfGroup(group)].add(
                        measurement.tally(), account, slot, group);
            }
        }
        Totals all = new Totals();
        double devices = 0;
        for (int i = 0; i < totals.length; i++) {
            all.add(totals[i]);
            devices += addDevices(bin, populations.get(i));
            addTotals(bin, populations.get(i), totals[i]);
        }
        add(bin, "", "", "devices", devices);
        addTotals(bin, "", all);
        addSites(bin, firstSlot, endSlot);
    }

    private double addDevices(int bin, String population) {
        SlotPlan slots = replication.slots();
        double mean = replication.model().demand().meanDevices(population, slots.binStart(bin), slots.binEnd(bin));
        add(bin, population, "", "devices", mean);
        return mean;
    }

    private void addTotals(int bin, String population, Totals totals) {
        add(bin, population, "", "requests", measurement.sampled() ? totals.expected() : totals.started());
        add(bin, population, "", "latency-mean", totals.meanLatencySeconds() * MILLIS);
        add(bin, population, "", "failure-rate", totals.failureRate());
        add(bin, population, "", "availability", totals.availability());
    }

    private void addSites(int bin, int firstSlot, int endSlot) {
        SlotPlan slots = replication.slots();
        RequestTally tally = measurement.tally();
        for (int site = 0; site < replication.model().sites().size(); site++) {
            SiteSpec spec = replication.model().sites().get(site);
            double busy = 0;
            for (int slot = firstSlot; slot < endSlot; slot++) {
                busy += measurement.sampled()
                        ? account.coreSeconds(slot, site)
                        : tally.site(site).busyCoreSeconds(slot);
            }
            double cores = replication
                            .calendar()
                            .sites()
                            .get(site)
                            .hostsWorking()
                            .integral(slots.binStart(bin), slots.binEnd(bin))
                    * spec.coresPerHost();
            add(bin, "", spec.name(), "utilisation", Math.min(1, busy / cores));
        }
    }

    private void add(int bin, String population, String site, String metric, double value) {
        if (!Double.isNaN(value)) {
            points.add(new TimelinePoint(replication.slots().binStart(bin), population, site, metric, value));
        }
    }
}
