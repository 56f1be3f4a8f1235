package dev.multisite.requests;

import java.util.Arrays;
import java.util.List;

import dev.multisite.scenario.DistributionSpec;
import dev.multisite.world.Intervals;
import dev.multisite.world.ServiceTraffic;
import dev.multisite.world.SiteCapacity;

/**
 * The reference work: twelve countries with a day curve, three sites of 12, 10 and 3 cores, lognormal delays and service
 * times; 10^7 requests a day. Long simulations of it by eight other programs agree on a mean response of 0.17236 s.
 */
final class WorkW {

    private static final double[] SHARE = {.40, .02, .05, .20, .08, .04, .03, .03, .05, .03, .04, .03};
    private static final double[] ZONE = {8, 8, 8, 5.5, 7, 7, 8, 8, 3, 3, -3, -6};
    private static final int[] SITE = {0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2};
    private static final double[] LEG_MILLIS = {15, 25, 30, 40, 10, 15, 5, 22, 95, 90, 85, 30};
    private static final int[] CORES = {12, 10, 3};
    private static final double DAY = 86400;

    private WorkW() {}

    /** Returns {@code days} compressed days of {@code requests} requests each; cores and rates times {@code factor}. */
    static WorldBuilder world(double requests, double factor) {
        WorldBuilder builder = new WorldBuilder();
        double rate = factor * 1e7 / DAY;
        double end = requests / rate;
        double period = Math.min(DAY, end);
        int cells = (int) Math.round(288 * end / period);
        builder.endSeconds = end;
        builder.cellStarts = new double[cells];
        builder.rates = new double[cells][SHARE.length];
        double width = end / cells;
        for (int cell = 0; cell < cells; cell++) {
            builder.cellStarts[cell] = cell * width;
            for (int country = 0; country < SHARE.length; country++) {
                double phase = (cell + 0.5) * width / period - (20 - ZONE[country]) / 24;
                builder.rates[cell][country] =
                        rate * SHARE[country] * (1 + 0.6 * StrictMath.cos(2 * StrictMath.PI * phase));
            }
        }
        builder.services = List.of(work(Double.POSITIVE_INFINITY, 0));
        builder.serviceOfSource = new int[SHARE.length];
        for (int cores : CORES) {
            builder.site(WorldBuilder.site((int) (cores * factor), Long.MAX_VALUE));
        }
        paths(builder);
        builder.regimes.add(new TestRouting.TestRegime(0, choices()));
        return builder;
    }

    static ServiceTraffic work(double timeout, int retries) {
        DistributionSpec lognormal = new DistributionSpec.Lognormal(StrictMath.log(0.1) - 0.5, 1);
        return WorldBuilder.service(lognormal, timeout, retries, 0);
    }

    /**
     * Outages after every 2 h, a timeout of 2 s, up to two retries at the other sites, queues of at most a second; one request in
     * five sets up a connection, one round trip in two hundred loses a packet, answers of 20 kB.
     */
    static WorldBuilder withFailures(double requests, double factor, double downSeconds) {
        WorldBuilder builder = world(requests, factor);
        ServiceTraffic plain = work(2, 2);
        builder.services = List.of(new ServiceTraffic(
                plain.name(),
                0.8,
                plain.serviceSeconds(),
                plain.timeoutSeconds(),
                plain.connectTimeoutSeconds(),
                plain.patienceSeconds(),
                plain.maxRetries(),
                plain.backoffSeconds(),
                1,
                1000,
                20_000));
        builder.bytesPerSecond = 1e7;
        builder.loss = new double[SITE.length][CORES.length];
        for (double[] row : builder.loss) {
            Arrays.fill(row, 0.005);
        }
        for (int site = 0; site < CORES.length; site++) {
            int count = (int) (builder.endSeconds / (7200 + downSeconds));
            double[] from = new double[count];
            double[] until = new double[count];
            for (int i = 0; i < count; i++) {
                from[i] = i * (7200 + downSeconds) + 2000 + site * 1700;
                until[i] = from[i] + downSeconds;
            }
            SiteCapacity whole = builder.sites.get(site);
            int cores = whole.hosts().get(0).cores();
            builder.sites.set(site, WorldBuilder.site(cores, 10L * cores, new Intervals(from, until), false));
        }
        return builder;
    }

    private static int[][] choices() {
        int[][] choices = new int[SITE.length][];
        for (int country = 0; country < SITE.length; country++) {
            int first = SITE[country];
            choices[country] = new int[] {first, (first + 1) % 3, (first + 2) % 3};
        }
        return choices;
    }

    private static void paths(WorldBuilder builder) {
        builder.floor = new double[SITE.length][3];
        builder.loss = new double[SITE.length][3];
        builder.median = new double[SITE.length][3];
        builder.sigma = new double[SITE.length][3];
        for (int country = 0; country < SITE.length; country++) {
            for (int site = 0; site < 3; site++) {
                builder.median[country][site] = LEG_MILLIS[country] / 1000 + (site == SITE[country] ? 0 : 0.05);
                builder.sigma[country][site] = 0.25;
            }
        }
    }
}
