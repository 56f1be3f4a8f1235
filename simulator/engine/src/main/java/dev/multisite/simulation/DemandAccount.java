package dev.multisite.simulation;

import java.util.Arrays;

import dev.multisite.simulation.LoadSweep.Stretch;
import dev.multisite.world.ServiceTraffic;

/**
 * What follows from the calendar without simulating a request: expected requests, how many of them find their site at
 * work, the load they bring and the traffic they cause. Follows first attempts only.
 */
final class DemandAccount {

    private final Replication replication;
    private final double[] monthStarts;
    private final int groups;
    private final int sites;
    private final int[] groupOfClass;
    private final double[] responseBytes;
    private final double[] expected;
    private final double[] reached;
    private final double[] coreSeconds;
    private final double[][] egressBytes;

    private DemandAccount(Replication replication, double[] monthStarts) {
        this.replication = replication;
        this.monthStarts = monthStarts;
        this.groups = replication.world().groups().size();
        this.sites = replication.world().sites().size();
        this.groupOfClass = replication.model().who().groupOfClass().stream()
                .mapToInt(Integer::intValue)
                .toArray();
        this.responseBytes = replication.model().services().stream()
                .mapToDouble(ServiceTraffic::responseBytes)
                .toArray();
        int slots = replication.slots().slots().size();
        this.expected = new double[slots * groups];
        this.reached = new double[slots * groups];
        this.coreSeconds = new double[slots * sites];
        this.egressBytes = new double[sites][monthStarts.length];
    }

    /** @param monthStarts where the months of the traffic bill start */
    static DemandAccount of(Replication replication, double[] monthStarts) {
        DemandAccount account = new DemandAccount(replication, monthStarts);
        new LoadSweep(replication, account.boundaries()).walk(account::add);
        return account;
    }

    private double[] boundaries() {
        int slots = replication.slots().slots().size();
        double[] result = Arrays.copyOf(monthStarts, monthStarts.length + slots);
        for (int slot = 0; slot < slots; slot++) {
            result[monthStarts.length + slot] = replication.slots().slots().start(slot);
        }
        return result;
    }

    private void add(Stretch stretch) {
        int slot = replication.slots().slots().at(stretch.from());
        int month = monthAt(stretch.from());
        for (int demandClass = 0; demandClass < groupOfClass.length; demandClass++) {
            expected[slot * groups + groupOfClass[demandClass]] += stretch.rate(demandClass) * stretch.seconds();
        }
        FlowTable flows = stretch.flows();
        for (int flow = 0; flow < flows.flows(); flow++) {
            double requests = stretch.rate(flows.demandClass(flow)) * flows.reachedShare(flow) * stretch.seconds();
            int site = flows.site(flow);
            reached[slot * groups + flows.group(flow)] += requests;
            coreSeconds[slot * sites + site] += requests * flows.coreSeconds(flow);
            egressBytes[site][month] += requests * responseBytes[flows.service(flow)];
        }
    }

    private int monthAt(double time) {
        int at = Arrays.binarySearch(monthStarts, time);
        return at >= 0 ? at : -at - 2;
    }

    /** Returns the expected requests of {@code group} that start in {@code slot}. */
    double expected(int slot, int group) {
        return expected[slot * groups + group];
    }

    /** Returns how many of them find that the site they try first works and can be reached. */
    double reached(int slot, int group) {
        return reached[slot * groups + group];
    }

    /** Returns the work that first attempts bring to {@code site} in {@code slot}, core-seconds. */
    double coreSeconds(int slot, int site) {
        return coreSeconds[slot * sites + site];
    }

    /** Returns the bytes that {@code site} answers with per month of the bill. */
    double[] egressBytes(int site) {
        return egressBytes[site].clone();
    }
}
