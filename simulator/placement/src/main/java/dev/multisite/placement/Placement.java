package dev.multisite.placement;

import java.util.List;

/**
 * An answer to a placement problem.
 *
 * @param open indices of the open sites, ascending
 * @param servedBy per customer the site that serves it
 * @param cost total cost
 * @param bound no placement costs less; equals {@code cost} up to the gap where optimality is proven
 * @param proof what is known about it
 */
public record Placement(List<Integer> open, List<Integer> servedBy, double cost, double bound, Proof proof) {

    /** What is known about a placement. */
    public enum Proof {
        /** No other placement is cheaper by more than the solver's tolerance. */
        OPTIMAL,
        /** The time ran out: the gap between cost and bound is open. */
        GAP_OPEN,
        /** Found by a heuristic; the bound says nothing. */
        HEURISTIC
    }

    public Placement {
        open = List.copyOf(open);
        servedBy = List.copyOf(servedBy);
    }

    /** Returns how far the placement may be from the optimum, relative to its cost. */
    public double gap() {
        return proof == Proof.OPTIMAL ? 0 : (cost - bound) / Math.abs(cost);
    }
}
