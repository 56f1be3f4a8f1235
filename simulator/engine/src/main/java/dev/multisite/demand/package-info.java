/**
 * Who asks how often: installed bases that grow, churn and suffer events, and the arrival rates that follow from them
 * over days, weeks and daylight-saving changes.
 *
 * <p>Start at {@link dev.multisite.demand.DemandModel}. Demand is the same in every replication and every architecture;
 * only the arrival instants drawn from it are random. Times are simulation seconds. May use the scenario model and
 * {@code world}; knows nothing of sites or of CloudSim Plus.
 */
@NullMarked
package dev.multisite.demand;

import org.jspecify.annotations.NullMarked;
