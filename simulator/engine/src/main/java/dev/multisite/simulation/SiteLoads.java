package dev.multisite.simulation;

import java.util.Arrays;

import dev.multisite.simulation.LoadSweep.Stretch;
import dev.multisite.world.ServiceTraffic;

/**
 * The load that requests bring to each site during one stretch, as a fluid: first attempts, and those attempts that go on
 * to the next site because the first does not answer.
 */
final class SiteLoads {

    private final ArchitectureModel model;
    private final double[] rate;
    private final double[] work;
    private final double[] squares;
    private final double[] amplification;
    private final double[] reached;
    private final int[] retries;

    SiteLoads(ArchitectureModel model) {
        this.model = model;
        int sites = model.sites().size();
        rate = new double[sites];
        work = new double[sites];
        squares = new double[sites];
        amplification = new double[sites];
        reached = new double[sites];
        retries = model.services().stream().mapToInt(ServiceTraffic::maxRetries).toArray();
    }

    void load(Stretch stretch) {
        Arrays.fill(rate, 0);
        Arrays.fill(work, 0);
        Arrays.fill(squares, 0);
        Arrays.fill(amplification, 0);
        Arrays.fill(reached, 0);
        FlowTable flows = stretch.flows();
        for (int flow = 0; flow < flows.flows(); flow++) {
            double requests = stretch.rate(flows.demandClass(flow));
            add(flows, flow, requests * flows.reachedShare(flow));
            reached[flows.site(flow)] += requests * flows.reachedShare(flow) * flows.coreSeconds(flow);
            add(flows, flow, retries[flows.service(flow)] > 0 ? requests * flows.spilledShare(flow) : 0);
        }
    }

    private void add(FlowTable flows, int flow, double requests) {
        if (requests > 0) {
            int site = flows.site(flow);
            int service = flows.service(flow);
            double mean = flows.coreSeconds(flow);
            rate[site] += requests;
            work[site] += requests * mean;
            squares[site] += requests * mean * mean * (1 + model.moments().squaredCv(service));
            amplification[site] += requests * mean * (1 + Math.min(100, retries[service]));
        }
    }

    /** Returns the attempts per second that reach {@code site}. */
    double rate(int site) {
        return rate[site];
    }

    /** Returns the cores that they keep busy. */
    double offeredCores(int site) {
        return work[site];
    }

    /** Returns the cores that first attempts alone keep busy. */
    double reachedCores(int site) {
        return reached[site];
    }

    /** Returns the cores they would keep busy if each failed and were repeated as often as its service allows. */
    double amplifiedCores(int site) {
        return amplification[site];
    }

    double meanService(int site) {
        return rate[site] > 0 ? work[site] / rate[site] : 0;
    }

    double squaredCv(int site) {
        double mean = meanService(site);
        return mean > 0 ? Math.max(0, squares[site] / rate[site] / (mean * mean) - 1) : 0;
    }

    /** Returns how long {@code site} remembers its past with so many cores, seconds; infinity if it is overloaded. */
    double relaxationSeconds(int site, double cores) {
        return cores > 0
                ? Waiting.relaxationSeconds(
                        cores,
                        rate[site],
                        meanService(site),
                        squaredCv(site),
                        model.sites().get(site).queueLimit())
                : 0;
    }
}
