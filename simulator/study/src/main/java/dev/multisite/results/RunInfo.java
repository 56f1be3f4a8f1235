package dev.multisite.results;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a results folder says about the run beside its figures.
 *
 * @param name the scenario's short name, from its file
 * @param command what the user typed; empty if unknown
 * @param effectiveScenario the scenario with every default, as a scenario file
 * @param overrides settings of the command line, in order of their paths
 * @param started when the run began
 * @param wallSeconds how long the simulation took
 */
public record RunInfo(
        String name,
        String programVersion,
        String command,
        String effectiveScenario,
        Map<String, String> overrides,
        Instant started,
        double wallSeconds,
        int threads) {
    public RunInfo {
        overrides = Collections.unmodifiableMap(new TreeMap<>(overrides));
    }
}
