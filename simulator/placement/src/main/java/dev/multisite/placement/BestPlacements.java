package dev.multisite.placement;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

import dev.multisite.placement.Placement.Proof;
import dev.multisite.placement.PlacementSolver.Answer;

/**
 * The cheapest placements of a problem, best first: by trying every choice where there are few, else by the solver, else by
 * interchange, which proves nothing.
 *
 * @param placements the best first; empty if none was found
 * @param method how they were found, for people
 * @param infeasible whether it is proven that no placement keeps every constraint
 */
public record BestPlacements(List<Placement> placements, String method, boolean infeasible) {

    public BestPlacements {
        placements = List.copyOf(placements);
    }

    /**
     * Finds the {@code count} cheapest placements.
     *
     * @param limit time for all of them; what is proven until then counts
     */
    public static BestPlacements of(
            PlacementProblem problem, int count, Optional<PlacementSolver> solver, Duration limit) {
        if (Enumeration.suits(problem)) {
            return enumerated(problem, count);
        }
        if (solver.isEmpty()) {
            return heuristic(problem, "without the optional part 'mip'");
        }
        try {
            return new Search(problem, solver.get(), limit).best(count);
        } catch (LinkageError e) {
            return heuristic(problem, "the library of the solver does not load on this machine");
        }
    }

    private static BestPlacements enumerated(PlacementProblem problem, int count) {
        Comparator<Placement> order = Comparator.comparingDouble(Placement::cost);
        PriorityQueue<Placement> best = new PriorityQueue<>(order.reversed());
        Enumeration.forEach(problem, open -> {
            double cost = problem.cost(open);
            boolean wanted = cost < Double.POSITIVE_INFINITY
                    && (best.size() < count || cost < best.element().cost());
            if (wanted) {
                best.add(Placement.of(problem, open, cost, Proof.OPTIMAL));
            }
            if (best.size() > count) {
                best.remove();
            }
        });
        List<Placement> sorted = best.stream().sorted(order).toList();
        String method = "all %,.0f choices tried".formatted(Enumeration.sets(problem));
        return new BestPlacements(sorted, method, sorted.isEmpty());
    }

    private static BestPlacements heuristic(PlacementProblem problem, String why) {
        Placement found = Interchange.solve(problem);
        boolean served = found.cost() < Double.POSITIVE_INFINITY;
        return new BestPlacements(
                served ? List.of(found) : List.of(), "vertex interchange, nothing proven: " + why, false);
    }

    /** Asks the solver again and again, excluding what it has found. */
    private static final class Search {

        private final PlacementProblem problem;
        private final PlacementSolver solver;
        private final long endNanos;
        private final List<List<Integer>> excluded = new ArrayList<>();
        private final List<Placement> found = new ArrayList<>();
        private boolean infeasible;

        Search(PlacementProblem problem, PlacementSolver solver, Duration limit) {
            this.problem = problem;
            this.solver = solver;
            this.endNanos = System.nanoTime() + limit.toNanos();
        }

        BestPlacements best(int count) {
            while (found.size() < count && next()) {
                excluded.add(found.get(found.size() - 1).open());
            }
            return new BestPlacements(found, solver.name(), infeasible);
        }

        /** Finds the next best; sets that only the solver's simpler constraints allow are passed over. */
        private boolean next() {
            while (true) {
                Duration left = Duration.ofNanos(endNanos - System.nanoTime());
                if (left.toMillis() < 1) {
                    return found.isEmpty() && fallBack(Double.NEGATIVE_INFINITY);
                }
                Answer answer = solver.solve(problem, excluded, left);
                if (answer.open().isEmpty()) {
                    infeasible = found.isEmpty() && answer.bound() == Double.POSITIVE_INFINITY;
                    return found.isEmpty() && !infeasible && fallBack(answer.bound());
                }
                Proof proof = answer.optimal() ? Proof.OPTIMAL : Proof.GAP_OPEN;
                Placement placement = Placement.of(problem, answer.open(), answer.bound(), proof);
                if (placement.cost() < Double.POSITIVE_INFINITY) {
                    found.add(placement);
                    return true;
                }
                excluded.add(placement.open());
            }
        }

        /** The time ran out before the solver had a set. */
        private boolean fallBack(double bound) {
            Placement placement = Interchange.solve(problem);
            if (placement.cost() < Double.POSITIVE_INFINITY) {
                found.add(placement.known(bound, bound > Double.NEGATIVE_INFINITY ? Proof.GAP_OPEN : Proof.HEURISTIC));
                return true;
            }
            return false;
        }
    }
}
