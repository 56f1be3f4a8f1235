package dev.multisite.placement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An answer to a placement problem.
 *
 * @param open indices of the open sites, ascending
 * @param servedBy per customer the site that serves it
 * @param cost total cost
 * @param bound no placement (but those excluded from the question) costs less
 * @param proof what is known about it
 */
public record Placement(List<Integer> open, List<Integer> servedBy, double cost, double bound, Proof proof) {

    /** What is known about a placement. */
    public enum Proof {
        /** No other placement is cheaper by more than a relative 1e-9. */
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

    /** Returns the placement that opens {@code open}, with its cost summed up from the problem. */
    static Placement of(PlacementProblem problem, List<Integer> open, double bound, Proof proof) {
        List<Integer> sorted = new ArrayList<>(open);
        Collections.sort(sorted);
        List<Integer> servedBy = new ArrayList<>();
        for (int customer = 0; customer < problem.customers().size(); customer++) {
            servedBy.add(problem.nearest(customer, sorted));
        }
        double cost = problem.cost(sorted);
        return new Placement(sorted, servedBy, cost, proof == Proof.OPTIMAL ? cost : bound, proof);
    }

    /** Returns the same placement with other knowledge about it. */
    Placement known(double lower, Proof knowledge) {
        return new Placement(open, servedBy, cost, knowledge == Proof.OPTIMAL ? cost : lower, knowledge);
    }

    /** Returns how far the placement may be from the optimum, relative to its cost; infinity where nothing is known. */
    public double gap() {
        return proof == Proof.OPTIMAL ? 0 : Math.max(0, (cost - bound) / Math.abs(cost));
    }
}
