/**
 * What the request plane needs to know about one replication of one architecture, as plain arrays: who asks when, which
 * site is tried first, how far it is, and when it works. Everything in here is decided before the first request is
 * simulated, so results cannot depend on ticks or threads.
 *
 * <p>Start at {@link dev.multisite.world.World}. Times are simulation seconds since the start of the period; intervals
 * are half-open [from, until). Knows nothing of CloudSim Plus, files or charts.
 */
@NullMarked
package dev.multisite.world;

import org.jspecify.annotations.NullMarked;
