package dev.multisite.experiment;

import dev.multisite.simulation.Slice;

/**
 * One figure of one replication.
 *
 * @param replication number from 0
 * @param value NaN where the replication has nothing to say
 */
public record ReplicationRow(
        String architecture, int replication, Slice slice, String metric, String unit, double value) {}
