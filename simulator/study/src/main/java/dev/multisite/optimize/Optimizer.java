package dev.multisite.optimize;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.multisite.optimize.SiteChoice.Weights;
import dev.multisite.placement.BestPlacements;
import dev.multisite.placement.Enumeration;
import dev.multisite.placement.Placement;
import dev.multisite.placement.PlacementProblem;
import dev.multisite.placement.PlacementSolver;

/** Finds the best placements of a scenario and the Pareto front of cost, latency, failures and exposure. */
public final class Optimizer {

    private static final double[] SHARES = {0.02, 0.1, 0.3, 0.6, 0.9};

    private final SiteChoice choice;
    private final Optional<PlacementSolver> solver;
    private final Duration limit;

    /**
     * @param solver for problems too large to try every choice; without one those get a heuristic answer
     * @param limit time for the best placements, and again for the front
     */
    public Optimizer(SiteChoice choice, Optional<PlacementSolver> solver, Duration limit) {
        this.choice = choice;
        this.solver = solver;
        this.limit = limit;
    }

    /** Returns the {@code count} best placements and the front. */
    public Solution solve(int count) {
        long begin = System.nanoTime();
        Weights weights = Weights.of(choice.scenario().optimize());
        List<PlacementProblem> problems = choice.problems(weights);
        Set<String> methods = new LinkedHashSet<>();
        boolean infeasible = true;
        List<Candidate> best = new ArrayList<>();
        for (PlacementProblem problem : problems) {
            BestPlacements found = BestPlacements.of(problem, count, solver, limit.dividedBy(problems.size()));
            infeasible &= found.infeasible();
            methods.add(found.method());
            found.placements().forEach(placement -> best.add(candidate(placement)));
        }
        best.sort(Comparator.comparingDouble(Candidate::objective));
        double seconds = (System.nanoTime() - begin) * 1e-9;
        boolean complete = problems.stream().allMatch(Enumeration::suits);
        List<Candidate> front = new ArrayList<>();
        if (!best.isEmpty()) {
            if (complete) {
                problems.forEach(problem -> everyChoice(problem, front));
            } else {
                best.forEach(candidate -> join(front, candidate));
                weighted(best.get(0), front);
            }
        }
        front.sort(Comparator.comparingDouble(
                        (Candidate candidate) -> candidate.figures().costUsd())
                .thenComparing(candidate -> candidate.figures().latencyMillis()));
        return new Solution(
                best.subList(0, Math.min(count, best.size())),
                infeasible,
                String.join("; ", methods),
                seconds,
                front,
                complete);
    }

    private Candidate candidate(Placement placement) {
        return new Candidate(
                placement.open(),
                choice.names(placement.open()),
                choice.figures(placement.open()),
                placement.cost(),
                placement.proof(),
                placement.bound());
    }

    private void everyChoice(PlacementProblem problem, List<Candidate> front) {
        Enumeration.forEach(problem, open -> {
            double cost = problem.cost(open);
            if (cost < Double.POSITIVE_INFINITY) {
                ChoiceFigures figures = choice.figures(open);
                if (front.stream().noneMatch(other -> isCovered(figures, other))) {
                    join(front, new Candidate(open, choice.names(open), figures, cost, Placement.Proof.OPTIMAL, cost));
                }
            }
        });
    }

    private static boolean isCovered(ChoiceFigures figures, Candidate by) {
        return by.figures().beats(figures) || by.figures().equals(figures);
    }

    private static void join(List<Candidate> front, Candidate fresh) {
        if (front.stream().noneMatch(other -> isCovered(fresh.figures(), other))) {
            front.removeIf(other -> fresh.figures().beats(other.figures()));
            front.add(fresh);
        }
    }

    /** Adds the best for weights between the figures; each is a point of the front if it is proven optimal. */
    private void weighted(Candidate best, List<Candidate> front) {
        if (!choice.hasTradeOffs()) {
            return;
        }
        List<Weights> corners = List.of(
                new Weights(1, 0, 0, 0),
                new Weights(0, 1, 0, 0),
                new Weights(1e-9, 1e-12, 1, 0),
                new Weights(1e-9, 1e-12, 0, 1));
        Duration each = limit.dividedBy(corners.size() + SHARES.length);
        List<Candidate> extremes = new ArrayList<>(List.of(best));
        corners.forEach(corner -> extremes.addAll(best(corner, each)));
        double latencyRange = range(extremes, candidate -> candidate.figures().latencyMillis());
        double costRange = range(extremes, candidate -> candidate.figures().costUsd());
        extremes.forEach(candidate -> join(front, candidate));
        if (latencyRange > 0 && costRange > 0) {
            for (double share : SHARES) {
                best(new Weights((1 - share) / latencyRange, share / costRange, 0, 0), each)
                        .forEach(candidate -> join(front, candidate));
            }
        }
    }

    private List<Candidate> best(Weights weights, Duration each) {
        List<Candidate> found = new ArrayList<>();
        for (PlacementProblem problem : choice.problems(weights)) {
            BestPlacements.of(problem, 1, solver, each).placements().forEach(p -> found.add(candidate(p)));
        }
        return found;
    }

    private static double range(List<Candidate> candidates, java.util.function.ToDoubleFunction<Candidate> figure) {
        return candidates.stream().mapToDouble(figure).max().orElse(0)
                - candidates.stream().mapToDouble(figure).min().orElse(0);
    }
}
