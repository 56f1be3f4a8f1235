package dev.multisite.world;

/**
 * Which sites a source tries and what its paths are like, as a sequence of regimes: stretches of time in which nothing
 * changes that a device can see or feel on the way (phase, belief about sites and paths, state of paths, blocks).
 */
public interface Routing {

    /** Returns the number of regimes. */
    int regimes();

    /** Returns where regime {@code regime} starts; {@code regimeStart(0)} is 0, {@code regimeStart(regimes())} the end. */
    double regimeStart(int regime);

    /** Returns the regime that holds {@code time}; times after the end belong to the last regime. */
    int regimeAt(double time);

    /** Returns the regime's choices and path states; may compute them on demand and keep them. */
    Regime regime(int regime);

    /** What holds during one regime. */
    interface Regime {

        /** Index of the phase, from 0. */
        int phase();

        /**
         * Returns the sites that {@code source} tries in this order, those believed to work only. Empty: the request
         * fails at once, for the reason {@link #emptyCause} gives. The array belongs to the regime: don't write to it.
         */
        int[] choices(int source);

        /**
         * Returns cumulative shares parallel to {@code choices(source)} if the first choice is drawn at random (policy
         * {@code weighted}); an empty array if it is always the first. After a failed attempt the next in the cyclic
         * order of the choices follows.
         */
        double[] cumulativeShares(int source);

        /** Why {@code source} has no choice. */
        Outcome emptyCause(int source);

        /** Whether the path from {@code endpoint} to {@code site} is cut: an attempt on it hangs. */
        boolean pathDown(int endpoint, int site);

        /** Time added to each leg of the path by a degraded cable, seconds. */
        double extraLegSeconds(int endpoint, int site);

        /** Loss added to the path. */
        double extraLoss(int endpoint, int site);

        /** Share of the throughput of all paths to {@code site} that is left to requests, above 0 to 1. */
        double throughputShare(int site);

        /** Whether any path is cut, degraded or slowed down; lets the request plane skip the four questions above. */
        boolean pathsDisturbed();

        /**
         * Seconds added at the serving site because the records lie at another one (inter-site round trip), 0 where they
         * are at hand, infinity if no site that holds them works.
         *
         * @param timeSeconds when the attempt reaches the site: while records move, more and more are at their new place
         * @param which uniform in (0, 1): which records the request is about; the same for all its attempts
         */
        double remoteDataSeconds(int source, int site, double timeSeconds, double which);

        /** Returns the mean of {@link #remoteDataSeconds} over all requests that get their records. */
        double meanRemoteDataSeconds(int source, int site, double timeSeconds);

        /** Whether {@link #remoteDataSeconds} is above 0 for anyone. */
        boolean remoteData();
    }
}
