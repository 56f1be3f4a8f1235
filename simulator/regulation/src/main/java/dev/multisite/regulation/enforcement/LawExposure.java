package dev.multisite.regulation.enforcement;

import java.util.List;

import dev.multisite.regulation.law.EnforcementTerms;

/**
 * How much is in breach of a law over time, and what that can cost: everything a replay needs to know of a law.
 *
 * @param law id of the law
 * @param terms how it is enforced
 * @param segments in order of time without gaps; the first begins at 0
 * @param unknownSize whether fines follow the size distribution of European fines because the turnover is not known
 */
public record LawExposure(String law, EnforcementTerms terms, List<Segment> segments, boolean unknownSize) {

    public LawExposure {
        segments = List.copyOf(segments);
        if (segments.isEmpty() || segments.get(0).startYears() != 0) {
            throw new IllegalArgumentException("the exposure to " + law + " must begin at 0");
        }
    }

    /**
     * A stretch of time in which nothing changes.
     *
     * @param startYears when it begins
     * @param breachRecords records that are certainly in breach
     * @param uncertainRecords records that are in breach if the strict reading holds
     * @param pUncertain probability of the strict reading
     * @param capUsd highest first fine
     * @param capRepeatUsd highest repeated fine
     * @param blockPossible whether the law allows to block the service
     * @param devices devices that a block would hit
     * @param newDevicesPerYear devices that would not be sold while no new users may be taken
     */
    public record Segment(
            double startYears,
            double breachRecords,
            double uncertainRecords,
            double pUncertain,
            double capUsd,
            double capRepeatUsd,
            boolean blockPossible,
            double devices,
            double newDevicesPerYear) {

        /** A stretch of time in which nothing is sold. */
        public Segment(
                double startYears,
                double breachRecords,
                double uncertainRecords,
                double pUncertain,
                double capUsd,
                double capRepeatUsd,
                boolean blockPossible,
                double devices) {
            this(
                    startYears,
                    breachRecords,
                    uncertainRecords,
                    pUncertain,
                    capUsd,
                    capRepeatUsd,
                    blockPossible,
                    devices,
                    0);
        }
    }
}
