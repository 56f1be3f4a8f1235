package dev.multisite.optimize;

import java.util.List;

/**
 * What the deterministic model answers.
 *
 * @param best the best placements, best first; empty if none was found
 * @param infeasible whether it is proven that no placement keeps every constraint
 * @param method how they were found, for people
 * @param seconds wall time
 * @param front placements that no other beats in cost, latency, failures and exposure, cheapest first
 * @param frontComplete whether the front is complete; else it holds the best for some weights between the figures
 */
public record Solution(
        List<Candidate> best,
        boolean infeasible,
        String method,
        double seconds,
        List<Candidate> front,
        boolean frontComplete) {
    public Solution {
        best = List.copyOf(best);
        front = List.copyOf(front);
    }
}
