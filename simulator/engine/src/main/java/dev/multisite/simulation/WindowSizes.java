package dev.multisite.simulation;

/**
 * How much is simulated. Chosen so that a replication of some ten billion requests takes about a second; the intervals
 * come from the differences between replications and so include what is lost by sampling.
 */
final class WindowSizes {

    /** Periods with no more expected requests than this are simulated whole. */
    static final double WHOLE_PERIOD_REQUESTS = 3e6;

    /** Measured requests per window in which requests don't meet. */
    static final double ALONE_REQUESTS = 1500;

    /** Measured requests per window in which they do. */
    static final double MEETING_REQUESTS = 2000;

    static final double LONGEST_WINDOW_SECONDS = 60;

    /** Requests simulated in ordinary time per replication. */
    static final double ORDINARY_BUDGET = 8e5;

    static final int MOST_WINDOWS = 400;
    static final int FEWEST_WINDOWS = 60;

    /** Until the last measured request has ended, on top of warm-up and measured time. */
    static final double DRAIN_SECONDS = 2;

    /** Requests per zone in which requests don't meet. */
    static final double ALONE_ZONE_REQUESTS = 8_000;

    /** Requests per zone beyond which a zone is scaled down. */
    static final double MEETING_ZONE_REQUESTS = 1e5;

    /**
     * Cores, or busy cores if the load is higher, that an overloaded site keeps when a zone is scaled down. Outages simulated
     * with a smallest site of 9 cores had a failure rate 0.6 % above that with 150.
     */
    static final double FEWEST_SCALED_CORES = 15;

    /** Idle cores that any other site keeps, so that the mean wait there stays below a mean service time. */
    static final double FEWEST_IDLE_CORES = 2;

    /** Requests simulated in zones per replication beyond which only some of the expensive zones are simulated. */
    static final double ZONES_BUDGET = 1e6;

    static final int FEWEST_EXPENSIVE_ZONES = 2;

    /** Waiting less probable than this is neglected. */
    static final double NEGLIGIBLE_WAITING = 1e-6;

    /** The load may be this much higher than first attempts bring before a site counts as one where nobody waits. */
    static final double LOAD_MARGIN = 1.1;

    private WindowSizes() {}
}
