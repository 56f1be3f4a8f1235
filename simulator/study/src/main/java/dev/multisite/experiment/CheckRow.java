package dev.multisite.experiment;

/**
 * A closed form beside the simulated figure, both averaged over the replications.
 *
 * @param tolerance largest difference that is allowed between these averages
 * @param falseAlarm probability that a sound run is flagged, 0 where nothing is random
 * @param holds whether they agree within the tolerance
 */
public record CheckRow(
        String architecture,
        String name,
        double expected,
        double simulated,
        double tolerance,
        double falseAlarm,
        String unit,
        boolean holds) {}
