package dev.multisite.whatif;

import java.nio.file.Path;
import java.util.List;

/**
 * A sweep that is complete.
 *
 * @param failed points that could not be simulated; {@code sweep-failures.csv} says why
 * @param sensitivity which axis moves which figure; empty if the sweep was complete before
 */
public record SweepOutcome(Path folder, int points, int failed, List<SensitivityRow> sensitivity) {
    public SweepOutcome {
        sensitivity = List.copyOf(sensitivity);
    }

    /** Returns the axes with which no figure moved at all. */
    public List<String> idleAxes() {
        List<String> idle =
                sensitivity.stream().map(SensitivityRow::axis).distinct().toList();
        return idle.stream()
                .filter(axis -> sensitivity.stream()
                        .filter(row -> row.axis().equals(axis) && row.kind() == SensitivityRow.Kind.EFFECT)
                        .allMatch(row -> row.value().value() == 0))
                .toList();
    }
}
