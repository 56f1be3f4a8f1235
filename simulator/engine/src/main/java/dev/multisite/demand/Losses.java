package dev.multisite.demand;

import java.util.List;

/** How many of the devices of one day are still there on another: churn, trust, blocks and advisories. */
record Losses(List<Stretch> stretches) {

    Losses {
        stretches = List.copyOf(stretches);
    }

    /**
     * A stretch of time with one hazard.
     *
     * @param fromSeconds when it begins
     * @param keptAtStart share of the devices that what happens at its start leaves
     * @param churnPerSecond churn hazard while trust is full
     * @param trust trust at its start
     */
    record Stretch(double fromSeconds, double keptAtStart, double churnPerSecond, Trust trust) {

        private double hazardUntil(double timeSeconds) {
            return churnPerSecond * trust.churnSeconds(timeSeconds - fromSeconds);
        }
    }

    /** Returns the share of the devices of {@code fromSeconds}, after what happens then, that is left at {@code untilSeconds}. */
    double kept(double fromSeconds, double untilSeconds) {
        double hazard = 0;
        double kept = 1;
        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            double end = i + 1 < stretches.size() ? stretches.get(i + 1).fromSeconds() : Double.POSITIVE_INFINITY;
            double from = Math.max(fromSeconds, stretch.fromSeconds());
            double until = Math.min(untilSeconds, end);
            if (from < until) {
                hazard += stretch.hazardUntil(until) - stretch.hazardUntil(from);
            }
            boolean within = stretch.fromSeconds() > fromSeconds && stretch.fromSeconds() <= untilSeconds;
            kept *= within ? stretch.keptAtStart() : 1;
        }
        return kept * StrictMath.exp(-hazard);
    }
}
