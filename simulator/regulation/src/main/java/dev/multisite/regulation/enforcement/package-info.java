/**
 * What being in breach costs: complaints, investigations, orders, fines, blocks and appeals, replayed many thousand times on
 * a stored exposure trajectory.
 *
 * <p>Start at {@link dev.multisite.regulation.enforcement.EnforcementReplay}. Times are years (365.25 days) since the start of the period,
 * money is US dollars. Knows nothing of requests and sites: the expensive simulation runs once, this many times.
 */
@NullMarked
package dev.multisite.regulation.enforcement;

import org.jspecify.annotations.NullMarked;
