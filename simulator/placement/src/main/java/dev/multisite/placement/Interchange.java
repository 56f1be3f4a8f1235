package dev.multisite.placement;

import java.util.ArrayList;
import java.util.List;

/**
 * Vertex interchange (Teitz and Bart 1968) after a greedy start: opens, closes or swaps one site at a time while that
 * lowers the cost. Deterministic. Finds the optimum of most practical problems, but proves nothing.
 */
public final class Interchange {

    private Interchange() {}

    /** Returns a good placement; its cost is infinite if none was found that serves every customer. */
    public static Placement solve(PlacementProblem problem) {
        List<Integer> open = greedy(problem);
        double cost = problem.cost(open);
        for (boolean improved = true; improved; ) {
            improved = false;
            for (List<Integer> neighbour : neighbours(problem, open)) {
                double other = problem.cost(neighbour);
                if (other < cost - 1e-9 * Math.abs(cost)) {
                    cost = other;
                    open = neighbour;
                    improved = true;
                    break;
                }
            }
        }
        return Placement.of(problem, open, Double.NEGATIVE_INFINITY, Placement.Proof.HEURISTIC);
    }

    private static List<Integer> greedy(PlacementProblem problem) {
        List<Integer> open = new ArrayList<>(problem.kept());
        double cost = open.isEmpty() ? Double.POSITIVE_INFINITY : penalised(problem, open);
        while (open.size() < problem.most()) {
            int best = -1;
            double bestCost = Double.POSITIVE_INFINITY;
            for (int site = 0; site < problem.sites().size(); site++) {
                if (!open.contains(site)) {
                    double withIt = penalised(problem, with(open, site));
                    if (best < 0 || withIt < bestCost) {
                        best = site;
                        bestCost = withIt;
                    }
                }
            }
            if (open.size() >= problem.fewest() && bestCost >= cost) {
                break;
            }
            open = with(open, best);
            cost = bestCost;
        }
        return open;
    }

    /** The cost, with a large finite price for customers that nobody may serve yet, so that the greedy start can climb. */
    private static double penalised(PlacementProblem problem, List<Integer> open) {
        double cost = problem.cost(open);
        if (cost < Double.POSITIVE_INFINITY) {
            return cost;
        }
        int unserved = 0;
        for (int customer = 0; customer < problem.customers().size(); customer++) {
            unserved += problem.nearest(customer, open) < 0 ? 1 : 0;
        }
        return 1e100 * (1 + unserved) - 1e90 * open.size();
    }

    private static List<List<Integer>> neighbours(PlacementProblem problem, List<Integer> open) {
        List<List<Integer>> result = new ArrayList<>();
        for (int site = 0; site < problem.sites().size(); site++) {
            if (open.contains(site)) {
                if (open.size() > problem.fewest() && !problem.kept().contains(site)) {
                    result.add(without(open, site));
                }
                continue;
            }
            if (open.size() < problem.most()) {
                result.add(with(open, site));
            }
            for (int leaving : open) {
                if (!problem.kept().contains(leaving)) {
                    result.add(with(without(open, leaving), site));
                }
            }
        }
        return result;
    }

    private static List<Integer> with(List<Integer> open, int site) {
        List<Integer> result = new ArrayList<>(open);
        result.add(site);
        return result;
    }

    private static List<Integer> without(List<Integer> open, int site) {
        List<Integer> result = new ArrayList<>(open);
        result.remove((Object) site);
        return result;
    }
}
