package dev.multisite.exposure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.multisite.regulation.enforcement.LawExposure;
import dev.multisite.regulation.exposure.Exposure;

/**
 * Exposure of one architecture in one replication.
 *
 * @param byPopulation verdicts and reach by population, in the scenario's order
 * @param track the course over time
 * @param trajectories what enforcement is replayed on; empty where nothing can be fined, or nobody asked
 * @param movements records that cross borders, by bins that end where a bin of the timeline or a phase does
 * @param migrationEndSeconds when the last old copy of the last migration is deleted; NaN if nothing moves
 */
public record ArchitectureExposure(
        Map<String, Exposure> byPopulation,
        ExposureTrack track,
        List<LawExposure> trajectories,
        MovementAccount movements,
        double migrationEndSeconds) {

    public ArchitectureExposure {
        byPopulation = Collections.unmodifiableMap(new LinkedHashMap<>(byPopulation));
        trajectories = List.copyOf(trajectories);
    }
}
