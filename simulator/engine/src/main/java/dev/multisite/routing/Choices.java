package dev.multisite.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.multisite.world.Outcome;

/** The choices of every source in one state of phase, belief and blocks. Sources that choose alike share arrays. */
final class Choices {

    private static final int[] NO_SITES = new int[0];
    private static final double[] NO_SHARES = new double[0];

    private static final class Kept {

        private static final Kept NOTHING = new Kept(NO_SITES, NO_SHARES);

        private final int[] sites;
        private final double[] cumulativeShares;

        private Kept(int[] sites, double[] cumulativeShares) {
            this.sites = sites;
            this.cumulativeShares = cumulativeShares;
        }
    }

    private final Kept[] bySource;
    private final Outcome[] emptyCause;

    /**
     * @param orders per source, the sites that are open in the order of the policy
     * @param bits the state's flags
     */
    Choices(
            List<RoutedSource> sources,
            List<CandidateOrder> orders,
            RoutingTimeline timeline,
            Flags flags,
            BitSet bits) {
        bySource = new Kept[sources.size()];
        emptyCause = new Outcome[sources.size()];
        Map<List<Object>, Kept> shared = new HashMap<>();
        for (int i = 0; i < bySource.length; i++) {
            int population = sources.get(i).population();
            CandidateOrder order = orders.get(i);
            BitSet out = leftOut(timeline, flags, bits, population);
            bySource[i] = bits.get(flags.blocked(population))
                    ? Kept.NOTHING
                    : shared.computeIfAbsent(List.of(order, out), key -> keep(order, out));
            emptyCause[i] = cause(order, flags, bits, population);
        }
    }

    private static BitSet leftOut(RoutingTimeline timeline, Flags flags, BitSet bits, int population) {
        BitSet out = new BitSet();
        for (int site = 0; site < flags.sites(); site++) {
            out.set(site, bits.get(flags.avoided(site)));
        }
        for (int cut = bits.nextSetBit(flags.cutBelieved(0));
                cut >= 0 && cut < flags.choiceBits();
                cut = bits.nextSetBit(cut + 1)) {
            PathCut path = timeline.cuts().get(cut - flags.cutBelieved(0));
            if (path.affects(population)) {
                out.set(path.site());
            }
        }
        return out;
    }

    private static Outcome cause(CandidateOrder order, Flags flags, BitSet bits, int population) {
        if (bits.get(flags.blocked(population)) || order.forbidden()) {
            return Outcome.NOT_PERMITTED;
        }
        for (int i = 0; i < order.size(); i++) {
            if (!bits.get(flags.avoided(order.site(i)))) {
                return Outcome.NETWORK;
            }
        }
        return Outcome.SITE_DOWN;
    }

    private static Kept keep(CandidateOrder order, BitSet out) {
        List<Integer> positions = new ArrayList<>();
        double total = 0;
        for (int i = 0; i < order.size(); i++) {
            if (!out.get(order.site(i))) {
                positions.add(i);
                total += order.weighted() ? order.weight(i) : 0;
            }
        }
        int[] sites = positions.stream().mapToInt(order::site).toArray();
        if (!(total > 0)) {
            return new Kept(sites, NO_SHARES);
        }
        double[] shares = new double[sites.length];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += order.weight(positions.get(i));
            shares[i] = sum / total;
        }
        Arrays.fill(shares, lastWithWeight(order, positions), shares.length, 1);
        return new Kept(sites, shares);
    }

    private static int lastWithWeight(CandidateOrder order, List<Integer> positions) {
        int last = positions.size() - 1;
        while (order.weight(positions.get(last)) == 0) {
            last--;
        }
        return last;
    }

    int[] sites(int source) {
        return bySource[source].sites;
    }

    double[] cumulativeShares(int source) {
        return bySource[source].cumulativeShares;
    }

    Outcome emptyCause(int source) {
        return emptyCause[source];
    }
}
