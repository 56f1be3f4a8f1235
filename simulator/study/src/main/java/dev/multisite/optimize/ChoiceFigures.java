package dev.multisite.optimize;

import dev.multisite.scenario.OptimizeSpec.Aim;

/**
 * What the deterministic model says about a set of sites.
 *
 * @param latencyMillis mean round trip, weighted by requests
 * @param costUsd cost over the period
 * @param failureRate share of requests whose first try meets a site that is down
 */
public record ChoiceFigures(double latencyMillis, double costUsd, double failureRate) {

    public double of(Aim aim) {
        return switch (aim) {
            case LATENCY -> latencyMillis;
            case COST -> costUsd;
            case FAILURES -> failureRate;
        };
    }

    /** Returns whether this is no worse in any figure and better in one. */
    public boolean beats(ChoiceFigures other) {
        boolean noWorse =
                latencyMillis <= other.latencyMillis && costUsd <= other.costUsd && failureRate <= other.failureRate;
        return noWorse
                && (latencyMillis < other.latencyMillis || costUsd < other.costUsd || failureRate < other.failureRate);
    }
}
