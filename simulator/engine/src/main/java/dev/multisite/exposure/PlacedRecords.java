package dev.multisite.exposure;

import dev.multisite.scenario.DataSpec;

/**
 * Where the records that a service keeps of some people are at an instant.
 *
 * @param before where those are that have not been copied yet
 * @param after where those are that have been copied
 * @param copied share that has been copied, 1 where nothing moves
 */
public record PlacedRecords(String service, DataSpec.Rule before, DataSpec.Rule after, double copied) {}
