package dev.multisite.simulation;

import java.util.List;

import dev.multisite.requests.RequestTally;

/**
 * What the request plane measured in one replication, each request counting for those it stands for.
 *
 * @param tally counts by weight
 * @param measureFromSeconds where measuring starts; the time before is a warm-up
 * @param sampled whether requests stand for others
 * @param busyCoreSeconds per site, estimate of the time that cores worked since {@code measureFromSeconds}
 * @param simulatedRequests requests that were simulated and measured one by one
 * @param bins what devices saw in each timeline bin
 */
record Measurement(
        RequestTally tally,
        double measureFromSeconds,
        boolean sampled,
        List<Double> busyCoreSeconds,
        double simulatedRequests,
        List<GroupCounts> bins) {

    Measurement {
        busyCoreSeconds = List.copyOf(busyCoreSeconds);
        bins = List.copyOf(bins);
    }
}
