package dev.multisite.simulation;

import java.util.List;

import dev.multisite.network.NetworkModel;
import dev.multisite.network.PathEstimate;
import dev.multisite.scenario.NetworkSpec;
import dev.multisite.scenario.SiteSpec;
import dev.multisite.units.Durations;
import dev.multisite.world.PathTable;

/** Path tables from the network model of the scenario. */
final class NetworkPaths implements PathTables {

    private final NetworkModel network;
    private final NetworkSpec spec;

    NetworkPaths(NetworkModel network, NetworkSpec spec) {
        this.network = network;
        this.spec = spec;
    }

    /** The path between an endpoint and a site. */
    @FunctionalInterface
    interface Paths {
        PathEstimate path(Endpoint endpoint, SiteSpec site);
    }

    @Override
    public double[][] roundTripSeconds(List<SiteSpec> sites) {
        double[][] seconds = new double[sites.size()][sites.size()];
        for (int from = 0; from < seconds.length; from++) {
            for (int to = 0; to < seconds.length; to++) {
                seconds[from][to] = from == to
                        ? 0
                        : network.sitePath(sites.get(from), sites.get(to)).meanSeconds();
            }
        }
        return seconds;
    }

    @Override
    public PathTable table(List<Endpoint> endpoints, List<SiteSpec> sites) {
        return table(endpoints, sites, this::path, spec);
    }

    PathEstimate path(Endpoint endpoint, SiteSpec site) {
        return network.devicePath(
                endpoint.population().name(),
                endpoint.population().country(),
                endpoint.centre(),
                endpoint.access(),
                site);
    }

    /** Returns the table of {@code paths}, which are asked for row by row. */
    static PathTable table(List<Endpoint> endpoints, List<SiteSpec> sites, Paths paths, NetworkSpec spec) {
        int pairs = endpoints.size() * sites.size();
        double[] floor = new double[pairs];
        double[] median = new double[pairs];
        double[] sigma = new double[pairs];
        double[] loss = new double[pairs];
        double[] bytesPerSecond = new double[pairs];
        int at = 0;
        for (Endpoint endpoint : endpoints) {
            for (SiteSpec site : sites) {
                PathEstimate path = paths.path(endpoint, site);
                floor[at] = path.floorLegSeconds();
                median[at] = path.medianLegSeconds();
                sigma[at] = path.sigma();
                loss[at] = path.loss();
                bytesPerSecond[at++] = path.bytesPerSecond();
            }
        }
        return new PathTable(
                sites.size(),
                floor,
                median,
                sigma,
                loss,
                bytesPerSecond,
                Durations.toSeconds(spec.retransmissionTimeout()));
    }
}
