package dev.multisite.requests;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.multisite.scenario.DistributionSpec;
import dev.multisite.world.DemandGrid;
import dev.multisite.world.Intervals;
import dev.multisite.world.PathTable;
import dev.multisite.world.ServiceTraffic;
import dev.multisite.world.SiteCapacity;
import dev.multisite.world.World;

/** Hand-built worlds for tests: by default one source, no network, sites that never fail, one cell, one regime. */
final class WorldBuilder {

    double endSeconds = 1000;
    double[] cellStarts = {0};
    /** Rates by cell and source. */
    double[][] rates = {{1}};

    List<ServiceTraffic> services = new ArrayList<>(List.of(service(new DistributionSpec.Exponential(1))));
    int[] serviceOfSource = {0};
    List<SiteCapacity> sites = new ArrayList<>();
    List<TestRouting.TestRegime> regimes = new ArrayList<>();
    double[][] floor = {};
    double[][] median = {};
    double[][] sigma = {};
    double[][] loss = {};
    double bytesPerSecond = Double.POSITIVE_INFINITY;

    static ServiceTraffic service(DistributionSpec work) {
        return service(work, Double.POSITIVE_INFINITY, 0, 0);
    }

    static ServiceTraffic service(DistributionSpec work, double timeout, int retries, double backoff) {
        DistributionSpec forEver = new DistributionSpec.Constant(Double.POSITIVE_INFINITY);
        DistributionSpec pause = new DistributionSpec.Constant(backoff);
        return new ServiceTraffic("s", 1, work, timeout, 5, forEver, retries, pause, 1, 0, 0);
    }

    static ServiceTraffic patient(DistributionSpec work, DistributionSpec patience) {
        DistributionSpec none = new DistributionSpec.Constant(0);
        return new ServiceTraffic("s", 1, work, Double.POSITIVE_INFINITY, 5, patience, 0, none, 1, 0, 0);
    }

    static SiteCapacity site(int cores, long limit) {
        return site(cores, limit, Intervals.NONE, false);
    }

    static SiteCapacity site(int cores, long limit, Intervals outages, boolean refuses) {
        return new SiteCapacity(
                "site",
                1,
                limit,
                outages,
                new ArrayList<>(java.util.Collections.nCopies(outages.size(), refuses)),
                Intervals.NONE,
                List.of(alwaysUp(cores)));
    }

    static SiteCapacity.HostSpan alwaysUp(int cores) {
        return new SiteCapacity.HostSpan(
                cores, new Intervals(new double[] {0}, new double[] {Double.POSITIVE_INFINITY}), List.of(false));
    }

    WorldBuilder site(SiteCapacity site) {
        sites.add(site);
        return this;
    }

    WorldBuilder steady(double rate, double seconds) {
        rates = new double[][] {{rate}};
        endSeconds = seconds;
        return this;
    }

    World build() {
        int sources = rates[0].length;
        List<World.Group> groups = new ArrayList<>();
        List<World.Source> from = new ArrayList<>();
        for (int i = 0; i < sources; i++) {
            groups.add(new World.Group("p" + i, "XX", serviceOfSource[i]));
            from.add(new World.Source("source" + i, i, i, 1, i));
        }
        if (regimes.isEmpty()) {
            int[] all = new int[sites.size()];
            Arrays.setAll(all, i -> i);
            int[][] choices = new int[sources][];
            Arrays.fill(choices, all);
            regimes.add(new TestRouting.TestRegime(0, choices));
        }
        return new World(
                endSeconds,
                services,
                groups,
                from,
                new Steps(),
                sites,
                paths(sources),
                new TestRouting(regimes, endSeconds));
    }

    private PathTable paths(int sources) {
        int size = sources * sites.size();
        double[] speed = new double[size];
        Arrays.fill(speed, bytesPerSecond);
        return new PathTable(
                sites.size(), flat(floor, size), flat(median, size), flat(sigma, size), flat(loss, size), speed, 1);
    }

    private static double[] flat(double[][] bySource, int size) {
        return bySource.length == 0
                ? new double[size]
                : Arrays.stream(bySource).flatMapToDouble(Arrays::stream).toArray();
    }

    private final class Steps implements DemandGrid {
        @Override
        public int classes() {
            return rates[0].length;
        }

        @Override
        public int cells() {
            return cellStarts.length;
        }

        @Override
        public double cellStart(int cell) {
            return cell < cellStarts.length ? cellStarts[cell] : endSeconds;
        }

        @Override
        public int cellAt(double time) {
            int at = Arrays.binarySearch(cellStarts, time);
            return at >= 0 ? at : -at - 2;
        }

        @Override
        public void rates(int cell, double[] perSecond) {
            System.arraycopy(rates[cell], 0, perSecond, 0, perSecond.length);
        }

        @Override
        public double totalRate(int cell) {
            return Arrays.stream(rates[cell]).sum();
        }
    }
}
