/**
 * The coarse events of one replication, run on the CloudSim Plus kernel before the first request: outages and repairs of
 * sites, hosts, paths and shared risks, openings, phases, maintenance, autoscaling, power.
 *
 * <p>Start at {@link dev.multisite.calendar.Calendar}. What a site can do at an instant is what its CloudSim Plus
 * datacenter, hosts and virtual machines say; the result is plain intervals for the request plane. Times are simulation
 * seconds. The only package that may import CloudSim Plus.
 */
@NullMarked
package dev.multisite.calendar;

import org.jspecify.annotations.NullMarked;
