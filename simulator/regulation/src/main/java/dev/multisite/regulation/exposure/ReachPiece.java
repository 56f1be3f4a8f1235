package dev.multisite.regulation.exposure;

import java.util.List;

import dev.multisite.regulation.evaluate.Reach;

/**
 * Which states reach a part of a cohort during a piece of time.
 *
 * @param reaches states with some reach, the subject's own among them
 * @param recordYears integral of the records over the piece
 */
public record ReachPiece(
        String country,
        String dataClass,
        List<Reach> reaches,
        double fromSeconds,
        double toSeconds,
        double recordYears) {

    public ReachPiece {
        reaches = List.copyOf(reaches);
    }

    /** Returns whether any state but the subject's own gets readable data; what is not known counts as reached. */
    public boolean foreignClear() {
        return reaches.stream().anyMatch(reach -> reach.foreign() && reach.form() != Reach.Form.CIPHERTEXT);
    }
}
