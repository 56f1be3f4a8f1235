package dev.multisite.regulation.exposure;

import dev.multisite.regulation.evaluate.Finding;

/**
 * What a law says about a part of a cohort during a piece of time in which nothing changes but numbers.
 *
 * @param fromSeconds start
 * @param toSeconds end
 * @param recordYears integral of the records over the piece
 * @param recordsAtEnd records just before the end
 */
public record VerdictPiece(
        String country,
        String dataClass,
        Finding finding,
        double fromSeconds,
        double toSeconds,
        double recordYears,
        double recordsAtEnd) {}
