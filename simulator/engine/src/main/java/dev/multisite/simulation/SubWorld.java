package dev.multisite.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

import dev.multisite.world.DemandGrid;
import dev.multisite.world.Outcome;
import dev.multisite.world.Routing;
import dev.multisite.world.World;
import dev.multisite.world.World.Source;

/**
 * A world with some of its sources only. Sources that never meet at a site where requests wait don't influence each
 * other, so each part may be simulated with the effort it needs.
 */
final class SubWorld {

    private SubWorld() {}

    /** @param kept indices of the sources to keep, at least one */
    static World of(World world, BitSet kept) {
        if (kept.cardinality() == world.sources().size()) {
            return world;
        }
        double[] coverage = new double[world.demand().classes()];
        kept.stream()
                .forEach(s -> coverage[world.sources().get(s).demandClass()] +=
                        world.sources().get(s).share());
        int[] classes = classesWithShare(coverage);
        List<Source> sources = new ArrayList<>();
        kept.stream().forEach(s -> {
            Source source = world.sources().get(s);
            sources.add(new Source(
                    source.name(),
                    source.group(),
                    Arrays.binarySearch(classes, source.demandClass()),
                    source.share() / coverage[source.demandClass()],
                    source.endpoint()));
        });
        return new World(
                world.endSeconds(),
                world.services(),
                world.groups(),
                sources,
                new PartialDemand(world.demand(), classes, coverage),
                world.sites(),
                world.paths(),
                new PartialRouting(world.routing(), kept.stream().toArray()));
    }

    private static int[] classesWithShare(double[] coverage) {
        BitSet covered = new BitSet();
        for (int i = 0; i < coverage.length; i++) {
            covered.set(i, coverage[i] > 0);
        }
        return covered.stream().toArray();
    }

    /** Demand of some classes, each only so far as its sources are kept. */
    private static final class PartialDemand implements DemandGrid {

        private final DemandGrid whole;
        private final int[] classes;
        private final double[] coverage;
        private final double[] rates;

        private PartialDemand(DemandGrid whole, int[] classes, double[] coverage) {
            this.whole = whole;
            this.classes = classes;
            this.coverage = coverage;
            this.rates = new double[whole.classes()];
        }

        @Override
        public int classes() {
            return classes.length;
        }

        @Override
        public int cells() {
            return whole.cells();
        }

        @Override
        public double cellStart(int cell) {
            return whole.cellStart(cell);
        }

        @Override
        public int cellAt(double time) {
            return whole.cellAt(time);
        }

        @Override
        public void rates(int cell, double[] perSecond) {
            whole.rates(cell, rates);
            for (int i = 0; i < classes.length; i++) {
                perSecond[i] = rates[classes[i]] * coverage[classes[i]];
            }
        }

        @Override
        public double totalRate(int cell) {
            whole.rates(cell, rates);
            double sum = 0;
            for (int demandClass : classes) {
                sum += rates[demandClass] * coverage[demandClass];
            }
            return sum;
        }
    }

    /** Routing of some sources. */
    private static final class PartialRouting implements Routing {

        private final Routing whole;
        private final int[] kept;

        private PartialRouting(Routing whole, int[] kept) {
            this.whole = whole;
            this.kept = kept;
        }

        @Override
        public int regimes() {
            return whole.regimes();
        }

        @Override
        public double regimeStart(int regime) {
            return whole.regimeStart(regime);
        }

        @Override
        public int regimeAt(double time) {
            return whole.regimeAt(time);
        }

        @Override
        public Regime regime(int regime) {
            return new PartialRegime(whole.regime(regime), kept);
        }
    }

    private static final class PartialRegime implements Routing.Regime {

        private final Routing.Regime whole;
        private final int[] kept;

        private PartialRegime(Routing.Regime whole, int[] kept) {
            this.whole = whole;
            this.kept = kept;
        }

        @Override
        public int phase() {
            return whole.phase();
        }

        @Override
        public int[] choices(int source) {
            return whole.choices(kept[source]);
        }

        @Override
        public double[] cumulativeShares(int source) {
            return whole.cumulativeShares(kept[source]);
        }

        @Override
        public Outcome emptyCause(int source) {
            return whole.emptyCause(kept[source]);
        }

        @Override
        public boolean pathDown(int endpoint, int site) {
            return whole.pathDown(endpoint, site);
        }

        @Override
        public double extraLegSeconds(int endpoint, int site) {
            return whole.extraLegSeconds(endpoint, site);
        }

        @Override
        public double extraLoss(int endpoint, int site) {
            return whole.extraLoss(endpoint, site);
        }

        @Override
        public double throughputShare(int site) {
            return whole.throughputShare(site);
        }

        @Override
        public boolean pathsDisturbed() {
            return whole.pathsDisturbed();
        }

        @Override
        public double remoteDataSeconds(int source, int site, double timeSeconds, double which) {
            return whole.remoteDataSeconds(kept[source], site, timeSeconds, which);
        }

        @Override
        public double meanRemoteDataSeconds(int source, int site, double timeSeconds) {
            return whole.meanRemoteDataSeconds(kept[source], site, timeSeconds);
        }

        @Override
        public boolean remoteData() {
            return whole.remoteData();
        }
    }
}
