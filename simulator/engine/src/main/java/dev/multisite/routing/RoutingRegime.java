package dev.multisite.routing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import dev.multisite.world.Outcome;
import dev.multisite.world.Routing;

/** What holds in one state: the choices, and what befalls attempts on the way. */
final class RoutingRegime implements Routing.Regime {

    private final int phase;
    private final Choices choices;
    private final int[] populationOfEndpoint;
    private final List<PathCut> cuts;
    private final List<PathDegradation> degradations;
    private final RemoteRecords records;
    private final boolean remoteData;

    /**
     * @param populationOfEndpoint index of the population that sits at each endpoint
     * @param cuts paths that are cut now
     * @param degradations paths that suffer now
     * @param records what requests pay for records elsewhere
     * @param sources number of sources
     */
    RoutingRegime(
            int phase,
            Choices choices,
            int[] populationOfEndpoint,
            List<PathCut> cuts,
            List<PathDegradation> degradations,
            RemoteRecords records,
            int sources) {
        this.phase = phase;
        this.choices = choices;
        this.populationOfEndpoint = populationOfEndpoint;
        this.cuts = cuts;
        this.degradations = degradations;
        this.records = records;
        this.remoteData = remoteData(sources);
    }

    private boolean remoteData(int sources) {
        for (int source = 0; source < sources; source++) {
            for (int site : choices.sites(source)) {
                if (records.waits(source, site)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public int phase() {
        return phase;
    }

    @Override
    public int[] choices(int source) {
        return choices.sites(source);
    }

    @Override
    public double[] cumulativeShares(int source) {
        return choices.cumulativeShares(source);
    }

    @Override
    public Outcome emptyCause(int source) {
        return choices.emptyCause(source);
    }

    @Override
    public boolean pathDown(int endpoint, int site) {
        for (PathCut cut : cuts) {
            if (cut.site() == site && cut.affects(populationOfEndpoint[endpoint])) {
                return true;
            }
        }
        return false;
    }

    @Override
    public double extraLegSeconds(int endpoint, int site) {
        double sum = 0;
        for (PathDegradation degradation : degradations) {
            if (degradation.site() == site && degradation.affects(populationOfEndpoint[endpoint])) {
                sum += degradation.extraLegSeconds();
            }
        }
        return sum;
    }

    @Override
    public double extraLoss(int endpoint, int site) {
        double kept = 1;
        for (PathDegradation degradation : degradations) {
            if (degradation.site() == site && degradation.affects(populationOfEndpoint[endpoint])) {
                kept *= 1 - degradation.loss();
            }
        }
        return 1 - kept;
    }

    @Override
    public double throughputShare(int site) {
        return records.throughputShare(site);
    }

    @Override
    public boolean pathsDisturbed() {
        return !cuts.isEmpty() || !degradations.isEmpty() || records.slows();
    }

    @Override
    public double remoteDataSeconds(int source, int site, double timeSeconds, double which) {
        return records.seconds(source, site, timeSeconds, which);
    }

    @Override
    public double meanRemoteDataSeconds(int source, int site, double timeSeconds) {
        return records.meanSeconds(source, site, timeSeconds);
    }

    @Override
    public boolean remoteData() {
        return remoteData;
    }

    /** Whether what requests pay for records changes within the regime. */
    boolean recordsMove() {
        return remoteData && records.moves();
    }

    static <T> List<T> active(List<T> all, BitSet bits, int firstBit) {
        List<T> active = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (bits.get(firstBit + i)) {
                active.add(all.get(i));
            }
        }
        return List.copyOf(active);
    }
}
