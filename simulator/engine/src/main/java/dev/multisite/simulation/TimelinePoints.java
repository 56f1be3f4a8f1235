package dev.multisite.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.multisite.requests.RequestTally;
import dev.multisite.scenario.SiteSpec;
import dev.multisite.simulation.ReplicationResult.TimelinePoint;

/**
 * Figures per timeline bin. Requests, devices, availability and (where requests are sampled) utilisation follow from the
 * calendar; latency and failures from what was simulated.
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
        BinTotals[] totals = new BinTotals[populations.size()];
        Arrays.setAll(totals, i -> new BinTotals());
        BinTotals all = new BinTotals();
        for (int group = 0; group < measurement.tally().groups(); group++) {
            BinTotals total = totals[replication.model().who().populationOfGroup(group)];
            total.add(measurement.bins().get(bin), group);
            all.addKnown(measurement.bins().get(bin), group);
            for (int slot = firstSlot; slot < endSlot; slot++) {
                total.expected += account.expected(slot, group);
                total.reached += account.reached(slot, group);
            }
        }
        double devices = 0;
        for (int i = 0; i < totals.length; i++) {
            all.expected += totals[i].expected;
            all.reached += totals[i].reached;
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

    private void addTotals(int bin, String population, BinTotals totals) {
        add(bin, population, "", "requests", measurement.sampled() ? totals.expected : totals.started);
        add(bin, population, "", "latency-mean", totals.latencySeconds / totals.served * MILLIS);
        add(bin, population, "", "failure-rate", totals.failed / totals.started);
        add(bin, population, "", "availability", totals.reached / totals.expected);
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

    /** What adds up over groups. */
    private static final class BinTotals {
        private double expected;
        private double reached;
        private double started;
        private double served;
        private double failed;
        private double latencySeconds;

        private void add(GroupCounts counts, int group) {
            started += counts.started(group);
            served += counts.served(group);
            failed += counts.failed(group);
            latencySeconds += counts.latencySeconds(group);
        }

        /** A group of which not one request was simulated hardly counts among all. */
        private void addKnown(GroupCounts counts, int group) {
            if (!Double.isNaN(counts.started(group))) {
                add(counts, group);
            }
        }
    }
}
