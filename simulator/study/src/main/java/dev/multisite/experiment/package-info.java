/**
 * Experiments: every architecture in every replication, on all cores, and what follows from them together: estimates with
 * intervals, paired differences to the baseline, timelines, objectives.
 *
 * <p>Start at {@link dev.multisite.experiment.Experiment}. Uses the engine through {@link
 * dev.multisite.simulation.ReplicationSimulator} alone; knows nothing of files or the command line. Results do not depend
 * on the number of threads: replications are summed up in a fixed order.
 */
@NullMarked
package dev.multisite.experiment;

import org.jspecify.annotations.NullMarked;
