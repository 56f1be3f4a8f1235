package dev.multisite.simulation;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.multisite.demand.DemandModel;
import dev.multisite.random.RandomStreams;

/**
 * Where the sampled windows of ordinary time lie and what they stand for.
 *
 * <p>Candidates are spread over the whole period: one at random in each of equal shares of the expected requests, the
 * same for every architecture. Those that fall into a zone are dropped; those that fall into the same stratum share its
 * requests evenly (post-stratification). Strata too small to be met that way get windows of their own, so that no state
 * that occurs is left to chance.
 */
final class WindowPlan {

    /** A stratum that expects fewer candidates than this gets windows of its own. */
    private static final double FEWEST_CANDIDATES = 4;

    private static final int OWN_WINDOWS = 3;

    /**
     * Where a window starts.
     *
     * @param represented expected requests that it stands for
     * @param key key of its random stream
     */
    record Start(double time, Stratum stratum, Piece piece, double represented, long key) {}

    private record Candidate(double time, Piece piece, long key) {}

    private final Replication replication;
    private final Strata strata;
    private final double totalRequests;
    private final TreeMap<Double, Piece> pieces = new TreeMap<>();
    private final IdentityHashMap<Piece, Stratum> stratumOf = new IdentityHashMap<>();

    WindowPlan(Replication replication, Strata strata) {
        this.replication = replication;
        this.strata = strata;
        this.totalRequests = replication
                .model()
                .demand()
                .expectedRequestsUntil(replication.model().endSeconds());
        for (Stratum stratum : strata.all()) {
            for (Piece piece : stratum.pieces()) {
                pieces.put(piece.from(), piece);
                stratumOf.put(piece, stratum);
            }
        }
    }

    /** @param windows number of candidates */
    List<Start> starts(int windows) {
        IdentityHashMap<Stratum, List<Candidate>> candidates = candidates(windows);
        List<Start> starts = new ArrayList<>();
        List<Stratum> all = strata.all();
        for (int i = 0; i < all.size(); i++) {
            Stratum stratum = all.get(i);
            List<Candidate> met = candidates.getOrDefault(stratum, List.of());
            boolean large = stratum.requests() / totalRequests * windows >= FEWEST_CANDIDATES;
            List<Candidate> chosen = large && met.size() >= 2 ? met : own(stratum, i);
            for (Candidate candidate : chosen) {
                double represented = stratum.requests() / chosen.size();
                starts.add(new Start(candidate.time(), stratum, candidate.piece(), represented, candidate.key()));
            }
        }
        return starts;
    }

    private IdentityHashMap<Stratum, List<Candidate>> candidates(int windows) {
        DemandModel demand = replication.model().demand();
        IdentityHashMap<Stratum, List<Candidate>> byStratum = new IdentityHashMap<>();
        for (int i = 0; i < windows; i++) {
            double share = (i + uniform(replication.streams().key("window-times", "", i))) / windows;
            double time = demand.timeOfExpectedRequests(share * totalRequests);
            Map.Entry<Double, Piece> entry = pieces.floorEntry(time);
            if (entry != null && time < entry.getValue().until()) {
                Piece piece = entry.getValue();
                byStratum
                        .computeIfAbsent(stratumOf.get(piece), fresh -> new ArrayList<>())
                        .add(new Candidate(time, piece, replication.streams().key("windows", "", i)));
            }
        }
        return byStratum;
    }

    /** Returns windows at random in equal shares of the stratum's requests. */
    private List<Candidate> own(Stratum stratum, int number) {
        DemandModel demand = replication.model().demand();
        String name = "stratum " + number;
        List<Candidate> result = new ArrayList<>();
        for (int i = 0; i < OWN_WINDOWS; i++) {
            double share = (i + uniform(replication.streams().key("window-times", name, i))) / OWN_WINDOWS;
            double left = share * stratum.requests();
            int at = 0;
            while (at + 1 < stratum.pieces().size()
                    && left > stratum.pieces().get(at).requests()) {
                left -= stratum.pieces().get(at++).requests();
            }
            Piece piece = stratum.pieces().get(at);
            double time = demand.timeOfExpectedRequests(demand.expectedRequestsUntil(piece.from()) + left);
            double inside = Math.max(piece.from(), Math.min(time, Math.nextDown(piece.until())));
            result.add(new Candidate(inside, piece, replication.streams().key("windows", name, i)));
        }
        return result;
    }

    /** Returns a number strictly between 0 and 1 that follows from {@code key}. */
    static double uniform(long key) {
        return ((RandomStreams.mix(key) >>> 11) + 0.5) * 0x1p-53;
    }
}
