/**
 * What the user wrote, as immutable records: {@link dev.multisite.scenario.Scenario} and its parts, all names resolved
 * and all defaults filled in.
 *
 * <p>Reading them from YAML is {@code scenario.yaml}'s business. Distributions over durations are in seconds; instants
 * are UTC. May use {@code units}, {@code geo}, {@code catalogue}; knows nothing of the engine, files or charts.
 */
@NullMarked
package dev.multisite.scenario;

import org.jspecify.annotations.NullMarked;
