package dev.multisite.calendar;

/**
 * The load that routing would bring to each site, as a fluid: what the autoscaler decides on and what power is drawn for.
 * Must be deterministic and callable from the thread that runs the calendar.
 */
@FunctionalInterface
public interface OfferedLoad {

    /** No load at all. */
    OfferedLoad NONE = (from, until, phase, siteUp, cores) -> {};

    /**
     * Writes the mean offered load of every site from {@code fromSeconds} until {@code untilSeconds}, in busy cores of
     * that site (arrival rate times service time over core speed).
     *
     * @param phase index of the phase that holds
     * @param siteUp whether a site takes requests, in the order of {@link Calendar#sitesOf}; constant over the interval
     * @param cores receives the load, in the same order; all 0 when called
     */
    void offeredCores(double fromSeconds, double untilSeconds, int phase, boolean[] siteUp, double[] cores);
}
