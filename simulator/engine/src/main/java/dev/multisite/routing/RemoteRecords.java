package dev.multisite.routing;

import java.util.BitSet;

/**
 * What a request pays for records that are not at the site that serves it, in one epoch and with some sites down: the
 * round trip to the nearest site that holds them and works; infinity if there is none.
 */
final class RemoteRecords {

    private final int sites;
    private final double[] share;
    private final double[] before;
    private final double[] after;
    private final double[] moveFrom;
    private final double[] moveSeconds;
    private final double[] throughputShare;
    private final boolean moves;
    private final boolean slows;

    /**
     * @param sources number of sources
     * @param down sites that nothing can be read from
     */
    RemoteRecords(RecordPlaces places, int epoch, int sources, int sites, BitSet down) {
        this.sites = sites;
        share = new double[sources];
        before = new double[sources * sites];
        after = new double[sources * sites];
        moveFrom = new double[sources];
        moveSeconds = new double[sources];
        boolean anyMoves = false;
        for (int source = 0; source < sources; source++) {
            RecordNeed need = places.need(epoch, source);
            share[source] = need.share();
            moveFrom[source] = need.moveFromSeconds();
            moveSeconds[source] = need.moveSeconds();
            BitSet old = working(need.before(), down);
            BitSet now = working(need.after(), down);
            for (int site = 0; need.share() > 0 && site < sites; site++) {
                before[source * sites + site] = need.before().get(site) ? 0 : nearest(places, site, old);
                after[source * sites + site] = need.after().get(site) ? 0 : nearest(places, site, now);
                anyMoves |= before[source * sites + site] != after[source * sites + site];
            }
        }
        moves = anyMoves;
        throughputShare = new double[sites];
        boolean anySlow = false;
        for (int site = 0; site < sites; site++) {
            throughputShare[site] = places.throughputShare(epoch, site);
            anySlow |= throughputShare[site] < 1;
        }
        slows = anySlow;
    }

    private static BitSet working(BitSet holders, BitSet down) {
        holders.andNot(down);
        return holders;
    }

    private static double nearest(RecordPlaces places, int site, BitSet holders) {
        return holders.stream()
                .mapToDouble(holder -> places.roundTripSeconds(site, holder))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** Whether a request of {@code source} may have to wait for records at {@code site}. */
    boolean waits(int source, int site) {
        return share[source] > 0 && (before[source * sites + site] > 0 || after[source * sites + site] > 0);
    }

    /** Whether records on the move leave requests less of a connection. */
    boolean slows() {
        return slows;
    }

    double throughputShare(int site) {
        return throughputShare[site];
    }

    /** Whether what is paid changes with the progress of a move. */
    boolean moves() {
        return moves;
    }

    /** @param which uniform in (0, 1): which record the request is about */
    double seconds(int source, int site, double timeSeconds, double which) {
        if (which >= share[source]) {
            return 0;
        }
        int at = source * sites + site;
        return which < share[source] * moved(source, timeSeconds) ? after[at] : before[at];
    }

    /** The mean over all requests that get their records. */
    double meanSeconds(int source, int site, double timeSeconds) {
        double moved = moved(source, timeSeconds);
        double found = 1 - share[source];
        double sum = 0;
        int at = source * sites + site;
        if (after[at] < Double.POSITIVE_INFINITY) {
            found += share[source] * moved;
            sum += share[source] * moved * after[at];
        }
        if (before[at] < Double.POSITIVE_INFINITY) {
            found += share[source] * (1 - moved);
            sum += share[source] * (1 - moved) * before[at];
        }
        return found > 0 ? sum / found : 0;
    }

    private double moved(int source, double timeSeconds) {
        double elapsed = timeSeconds - moveFrom[source];
        if (elapsed >= moveSeconds[source]) {
            return 1;
        }
        return elapsed <= 0 ? 0 : elapsed / moveSeconds[source];
    }
}
