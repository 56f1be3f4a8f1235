package dev.multisite.exposure;

import java.util.List;

import dev.multisite.scenario.DataSpec;

/**
 * Where a record is and how it is protected.
 *
 * @param old rule of the place that it comes from and is not deleted at yet; the same as {@code now} where it is at one
 *     place only
 * @param now rule of the place where it is kept
 * @param mitigations what protects it
 */
record Situation(DataSpec.Rule old, DataSpec.Rule now, List<DataSpec.Mitigation> mitigations) {

    Situation {
        mitigations = List.copyOf(mitigations);
    }

    /** Whether the record is at both places. */
    boolean moving() {
        return !old.equals(now);
    }
}
