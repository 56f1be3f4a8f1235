package dev.multisite.optimize;

import dev.multisite.scenario.OptimizeSpec.Aim;

/**
 * What the deterministic model says about a set of sites.
 *
 * @param latencyMillis mean round trip, weighted by requests
 * @param costUsd cost over the period
 * @param failureRate share of requests whose first try meets a site that is down
 * @param exposureRecordYears record-years in breach of a law over the period
 */
public record ChoiceFigures(double latencyMillis, double costUsd, double failureRate, double exposureRecordYears) {

    public double of(Aim aim) {
        return switch (aim) {
            case LATENCY -> latencyMillis;
            case COST -> costUsd;
            case FAILURES -> failureRate;
            case EXPOSURE -> exposureRecordYears;
        };
    }

    /** Returns whether this is no worse in any figure and better in one. */
    public boolean beats(ChoiceFigures other) {
        boolean better = false;
        for (Aim aim : Aim.values()) {
            if (of(aim) > other.of(aim)) {
                return false;
            }
            better |= of(aim) < other.of(aim);
        }
        return better;
    }
}
