package dev.multisite.whatif;

import java.nio.file.Path;

/**
 * A sweep that is complete.
 *
 * @param failed points that could not be simulated; {@code sweep-failures.csv} says why
 */
public record SweepOutcome(Path folder, int points, int failed) {}
