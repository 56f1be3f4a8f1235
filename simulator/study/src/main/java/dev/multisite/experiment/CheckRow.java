package dev.multisite.experiment;

/**
 * A closed form beside the simulated figure, both averaged over the replications.
 *
 * @param holds whether they agree within the tolerance of one replication
 */
public record CheckRow(
        String architecture, String name, double expected, double simulated, String unit, boolean holds) {}
