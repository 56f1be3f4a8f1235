package dev.multisite.requests;

import java.util.Arrays;

import dev.multisite.random.FastExp;
import dev.multisite.random.FastSampler;
import dev.multisite.random.StandardTables;
import dev.multisite.statistics.LatencyHistogram;
import dev.multisite.world.World;

/**
 * What the reference work costs when a loop is written for it alone: arrivals generated in the order in which they reach
 * their site, as a Poisson stream delayed independently is one again; no retries, no failures, no tallies but a histogram
 * per country. The rate at the arrival is used for the rate at the start, so it is a limit of speed, not a simulation.
 */
final class LimitLoop {

    private static final int[] SITE = {0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2};
    private static final int[] CORES = {12, 10, 3};

    private final World world;
    private final FastSampler work;
    private final double[] median = new double[SITE.length];
    private final double[] rates = new double[SITE.length];

    LimitLoop(World world) {
        this.world = world;
        work = FastSampler.of(world.services().get(0).serviceSeconds());
        Arrays.setAll(median, country -> world.paths().medianLegSeconds(country, SITE[country]));
    }

    Contestant.Run run(long seed) {
        ServerTree[] sites = new ServerTree[CORES.length];
        for (int site = 0; site < sites.length; site++) {
            sites[site] = new ServerTree(CORES[site]);
            sites[site].setRange(0, 2 * world.endSeconds());
            for (int core = 0; core < CORES[site]; core++) {
                sites[site].set(core, 0);
            }
            sites[site].rebuild();
        }
        LatencyHistogram[] latencies = new LatencyHistogram[SITE.length];
        Arrays.setAll(latencies, country -> new LatencyHistogram());
        long index = 0;
        for (int cell = 0; cell < world.demand().cells(); cell++) {
            index = runCell(cell, seed, index, sites, latencies);
        }
        double sum = Arrays.stream(latencies)
                .mapToDouble(histogram -> histogram.totalWeight() * histogram.meanSeconds())
                .sum();
        double requests = Arrays.stream(latencies)
                .mapToDouble(LatencyHistogram::totalWeight)
                .sum();
        return new Contestant.Run((long) requests, sum / requests);
    }

    private long runCell(int cell, long seed, long first, ServerTree[] sites, LatencyHistogram[] latencies) {
        world.demand().rates(cell, rates);
        double total = Arrays.stream(rates).sum();
        AliasTable countries = new AliasTable(rates.length);
        countries.build(rates, total);
        double end = world.demand().cellStart(cell + 1);
        double time = world.demand().cellStart(cell);
        long index = first;
        while (true) {
            long key = Draws.requestKey(seed, index++);
            time += StandardTables.EXPONENTIAL.sample(key) / total;
            if (time >= end) {
                return index;
            }
            int country = countries.index(Draws.bits(key, Draws.SOURCE));
            ServerTree site = sites[SITE[country]];
            double start = Math.max(time, site.free(site.first()));
            double finish = start + work.sample(Draws.bits(key, Draws.SERVICE));
            site.replaceFirst(finish);
            double legs = leg(key, Draws.OUT, country) + leg(key, Draws.BACK, country);
            latencies[country].record(finish - time + legs);
        }
    }

    private double leg(long key, long purpose, int country) {
        return median[country] * FastExp.exp(0.25 * StandardTables.NORMAL.sample(Draws.bits(key, purpose)));
    }
}
