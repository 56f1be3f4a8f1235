/**
 * One replication of one architecture from a scenario to its figures: runs the calendar, builds the {@link
 * dev.multisite.world.World}, lets the request plane simulate all of it or sampled windows, and sums up.
 *
 * <p>Start at {@link dev.multisite.simulation.ReplicationSimulator}. Figures carry the metric names and units of the
 * results files. May use every other package of the engine; knows nothing of files or threads.
 */
@NullMarked
package dev.multisite.simulation;

import org.jspecify.annotations.NullMarked;
