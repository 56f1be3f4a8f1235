package dev.multisite.regulation.exposure;

import java.util.List;

import dev.multisite.regulation.facts.CaseFacts;

/**
 * A stretch of time in which every record is in one of a few situations, and the shares of the situations change linearly.
 *
 * @param fromSeconds when it begins
 * @param toSeconds when it ends
 * @param parts the situations; their shares add up to 1 at both ends
 */
public record Stretch(double fromSeconds, double toSeconds, List<Part> parts) {

    public Stretch {
        parts = List.copyOf(parts);
        if (!(fromSeconds < toSeconds)) {
            throw new IllegalArgumentException("a stretch must end after it begins");
        }
    }

    /**
     * A situation.
     *
     * @param facts what is known about records in it
     * @param shareAtStart share of the cohort's records at the start of the stretch
     * @param shareAtEnd share at its end
     */
    public record Part(CaseFacts facts, double shareAtStart, double shareAtEnd) {}
}
