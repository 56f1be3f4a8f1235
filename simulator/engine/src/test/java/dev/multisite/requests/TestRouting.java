package dev.multisite.requests;

import java.util.List;

import dev.multisite.world.Outcome;
import dev.multisite.world.Routing;

/** Regimes given one by one. */
final class TestRouting implements Routing {

    private final List<TestRegime> regimes;
    private final double end;

    TestRouting(List<TestRegime> regimes, double end) {
        this.regimes = List.copyOf(regimes);
        this.end = end;
    }

    @Override
    public int regimes() {
        return regimes.size();
    }

    @Override
    public double regimeStart(int regime) {
        return regime < regimes.size() ? regimes.get(regime).start : end;
    }

    @Override
    public int regimeAt(double time) {
        int at = 0;
        while (at + 1 < regimes.size() && regimes.get(at + 1).start <= time) {
            at++;
        }
        return at;
    }

    @Override
    public Regime regime(int regime) {
        return regimes.get(regime);
    }

    /** A regime with the same path state for everyone. */
    static final class TestRegime implements Regime {
        final double start;
        final int[][] choices;
        double[] shares = {};
        int pathDownTo = -1;
        double extraLeg;
        double extraLoss;
        double throughputShare = 1;
        double remote;
        double remoteShare = 1;

        TestRegime(double start, int[][] choices) {
            this.start = start;
            this.choices = choices;
        }

        @Override
        public int phase() {
            return 0;
        }

        @Override
        public int[] choices(int source) {
            return choices[source];
        }

        @Override
        public double[] cumulativeShares(int source) {
            return shares;
        }

        @Override
        public Outcome emptyCause(int source) {
            return Outcome.NOT_PERMITTED;
        }

        @Override
        public boolean pathDown(int endpoint, int site) {
            return site == pathDownTo;
        }

        @Override
        public double extraLegSeconds(int endpoint, int site) {
            return extraLeg;
        }

        @Override
        public double extraLoss(int endpoint, int site) {
            return extraLoss;
        }

        @Override
        public double throughputShare(int site) {
            return throughputShare;
        }

        @Override
        public boolean pathsDisturbed() {
            return pathDownTo >= 0 || extraLeg > 0 || extraLoss > 0 || throughputShare < 1;
        }

        @Override
        public double remoteDataSeconds(int source, int site, double timeSeconds, double which) {
            return which < remoteShare ? remote : 0;
        }

        @Override
        public double meanRemoteDataSeconds(int source, int site, double timeSeconds) {
            return remoteShare * remote;
        }

        @Override
        public boolean remoteData() {
            return remote > 0;
        }
    }
}
