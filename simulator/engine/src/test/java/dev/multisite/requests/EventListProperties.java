package dev.multisite.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

import dev.multisite.scenario.DistributionSpec;
import dev.multisite.world.Intervals;
import dev.multisite.world.Outcome;
import dev.multisite.world.ServiceTraffic;
import dev.multisite.world.SiteCapacity;
import dev.multisite.world.World;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The request plane against the textbook simulator, request by request, on worlds with everything that can go wrong. */
class EventListProperties {

    private static final double SECONDS = 200;

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void everyRequestEndsAsInTheEventListSimulation(@ForAll long seed) throws InterruptedException {
        World world = randomWorld(new SplittableRandom(seed));
        Window window = Window.whole(0, world.endSeconds());
        EventListSimulator expected = new EventListSimulator(world);
        expected.run(window, seed);
        List<Long> keys = new ArrayList<>();
        Slots slots = oneSlotPerRequest(world, window, seed, keys);
        RequestTally tally =
                new RequestTally(slots, world.groups().size(), world.sites().size());
        new RequestPlane(world).simulate(window, seed, tally, RequestPlane.Progress.NONE);
        double unfinished = 0;
        for (int slot = 0; slot < keys.size(); slot++) {
            String result = expected.results.getOrDefault(keys.get(slot), "nothing");
            unfinished += result.equals("nothing") ? 1 : 0;
            compare(tally, slot, result);
        }
        assertThat(tally.unfinished()).isEqualTo(unfinished);
        for (int site = 0; site < world.sites().size(); site++) {
            compareSite(expected, tally, site, window);
        }
    }

    private static void compare(RequestTally tally, int slot, String result) {
        String mine = "nothing";
        for (int group = 0; group < tally.groups(); group++) {
            for (Outcome outcome : Outcome.values()) {
                if (tally.ended(slot, group, outcome) > 0) {
                    mine = outcome.toString();
                    if (outcome == Outcome.SERVED) {
                        mine = "served by " + siteOf(tally, slot) + " in " + tally.latencySeconds(slot, group);
                    }
                }
            }
        }
        assertThat(mine).as("request %d", slot).isEqualTo(result);
    }

    private static int siteOf(RequestTally tally, int slot) {
        int found = -1;
        for (int site = 0; site < tally.sites(); site++) {
            found = tally.site(site).served(slot) > 0 ? site : found;
        }
        return found;
    }

    private static void compareSite(EventListSimulator expected, RequestTally tally, int site, Window window) {
        double waits = 0;
        double completed = 0;
        for (int slot = 0; slot < tally.slots().size(); slot++) {
            waits += tally.site(site).waitSeconds(slot);
            completed += tally.site(site).completed(slot);
        }
        assertThat(completed).isEqualTo(expected.completed[site]);
        assertThat(waits).isCloseTo(expected.waitSeconds[site], within(1e-8 * (1 + waits)));
        assertThat(window.scale()).isEqualTo(1);
    }

    private static Slots oneSlotPerRequest(World world, Window window, long seed, List<Long> keys) {
        Arrivals arrivals = new Arrivals(world, window, seed);
        double[] start = new double[1];
        long[] key = new long[1];
        List<Double> starts = new ArrayList<>();
        while (arrivals.fill(Double.POSITIVE_INFINITY, start, key, new int[1], 0, 1) == 1) {
            starts.add(start[0]);
            keys.add(key[0]);
        }
        if (starts.isEmpty()) {
            return Slots.single();
        }
        return new Slots(starts.stream().mapToDouble(Double::doubleValue).toArray(), new int[starts.size()]);
    }

    static World randomWorld(SplittableRandom random) {
        WorldBuilder builder = new WorldBuilder();
        builder.endSeconds = SECONDS;
        int sources = 1 + random.nextInt(3);
        int sites = 1 + random.nextInt(3);
        int cells = 1 + random.nextInt(3);
        builder.cellStarts = new double[cells];
        builder.rates = new double[cells][sources];
        for (int cell = 0; cell < cells; cell++) {
            builder.cellStarts[cell] = SECONDS * cell / cells;
            for (int source = 0; source < sources; source++) {
                builder.rates[cell][source] = random.nextDouble() * 2;
            }
        }
        builder.services = List.of(randomService(random), randomService(random));
        builder.serviceOfSource = new int[sources];
        for (int source = 0; source < sources; source++) {
            builder.serviceOfSource[source] = random.nextInt(2);
        }
        for (int site = 0; site < sites; site++) {
            builder.site(randomSite(random));
        }
        builder.bytesPerSecond = random.nextBoolean() ? Double.POSITIVE_INFINITY : 20000;
        builder.floor = randomMatrix(random, sources, sites, 0.1);
        builder.median = randomMatrix(random, sources, sites, 0.3);
        builder.sigma = randomMatrix(random, sources, sites, 1);
        builder.loss = random.nextBoolean() ? new double[0][] : randomMatrix(random, sources, sites, 0.3);
        int regimes = 1 + random.nextInt(4);
        for (int regime = 0; regime < regimes; regime++) {
            builder.regimes.add(randomRegime(random, SECONDS * regime / regimes, sources, sites));
        }
        return builder.build();
    }

    private static TestRouting.TestRegime randomRegime(SplittableRandom random, double start, int sources, int sites) {
        int[][] choices = new int[sources][];
        boolean weighted = random.nextInt(4) == 0;
        for (int source = 0; source < sources; source++) {
            int size = weighted ? sites : random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(sites);
            choices[source] = new int[size];
            int first = random.nextInt(sites);
            for (int i = 0; i < size; i++) {
                choices[source][i] = (first + i) % sites;
            }
        }
        TestRouting.TestRegime regime = new TestRouting.TestRegime(start, choices);
        if (weighted) {
            regime.shares = new double[sites];
            for (int site = 0; site < sites; site++) {
                regime.shares[site] = (site + 1.0) / sites;
            }
        }
        regime.pathDownTo = random.nextInt(4) == 0 ? random.nextInt(sites) : -1;
        regime.extraLeg = random.nextInt(3) == 0 ? 0.2 : 0;
        regime.extraLoss = random.nextInt(3) == 0 ? 0.1 : 0;
        regime.throughputShare = random.nextInt(3) == 0 ? 0.3 : 1;
        regime.remote = random.nextInt(3) == 0 ? random.nextInt(3) == 0 ? Double.POSITIVE_INFINITY : 0.4 : 0;
        regime.remoteShare = random.nextInt(2) == 0 ? 1 : 0.5;
        return regime;
    }

    private static double[][] randomMatrix(SplittableRandom random, int rows, int columns, double max) {
        double[][] matrix = new double[rows][columns];
        for (double[] row : matrix) {
            for (int i = 0; i < columns; i++) {
                row[i] = random.nextDouble() * max;
            }
        }
        return matrix;
    }

    private static ServiceTraffic randomService(SplittableRandom random) {
        DistributionSpec none = new DistributionSpec.Constant(Double.POSITIVE_INFINITY);
        return new ServiceTraffic(
                "s",
                random.nextBoolean() ? 1 : random.nextDouble(),
                DistributionSpec.Lognormal.ofMeanAndCv(0.2 + random.nextDouble(), 1.2),
                random.nextInt(3) == 0 ? Double.POSITIVE_INFINITY : 0.5 + 4 * random.nextDouble(),
                1 + 4 * random.nextDouble(),
                random.nextBoolean() ? none : new DistributionSpec.Exponential(2),
                random.nextInt(5) == 0 ? Integer.MAX_VALUE : random.nextInt(4),
                new DistributionSpec.Exponential(0.3),
                random.nextBoolean() ? 1 : 2,
                1000,
                random.nextBoolean() ? 2000 : 60000);
    }

    private static SiteCapacity randomSite(SplittableRandom random) {
        List<SiteCapacity.HostSpan> hosts = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i <= count; i++) {
            Intervals up = random.nextBoolean()
                    ? new Intervals(new double[] {0}, new double[] {Double.POSITIVE_INFINITY})
                    : randomIntervals(random, 30, 8);
            List<Boolean> graceful = new ArrayList<>();
            for (int k = 0; k < up.size(); k++) {
                graceful.add(random.nextBoolean());
            }
            hosts.add(new SiteCapacity.HostSpan(random.nextInt(3), up, graceful));
        }
        Intervals outages = random.nextBoolean() ? Intervals.NONE : randomIntervals(random, 10, 60);
        List<Boolean> refuses = new ArrayList<>();
        for (int k = 0; k < outages.size(); k++) {
            refuses.add(random.nextBoolean());
        }
        Intervals closures = random.nextInt(3) > 0 ? Intervals.NONE : randomIntervals(random, 5, 60);
        long limit = random.nextBoolean() ? Long.MAX_VALUE : random.nextInt(6);
        double speed = random.nextBoolean() ? 1 : 0.5 + random.nextDouble();
        return new SiteCapacity("site", speed, limit, outages, refuses, closures, hosts);
    }

    private static Intervals randomIntervals(SplittableRandom random, double meanLength, double meanGap) {
        List<Double> from = new ArrayList<>();
        List<Double> until = new ArrayList<>();
        double at = random.nextDouble() * meanGap;
        while (at < SECONDS) {
            double end = at + 2 * meanLength * random.nextDouble() + 1e-3;
            from.add(at);
            until.add(end);
            at = end + 2 * meanGap * random.nextDouble() + 1e-3;
        }
        return new Intervals(
                from.stream().mapToDouble(Double::doubleValue).toArray(),
                until.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
