package dev.multisite.mip;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import org.jspecify.annotations.Nullable;

import dev.multisite.placement.PlacementProblem;
import dev.multisite.placement.PlacementProblem.Capacity;
import dev.multisite.placement.PlacementProblem.Limit;
import dev.multisite.placement.PlacementSolver.Answer;

/**
 * The variables and constraints of one problem: y[j] whether site j is open, x[i][j] the share of customer i that it serves.
 *
 * <p>The strong formulation, x[i][j] at most y[j] for every pair, has nearly integral relaxations. Shares x may stay
 * continuous: once y is integral, the cheapest of the allowed sites takes all. Where that need not be the nearest one, a row
 * per pair says that nobody passes an open site by: the sum of x[i][k] over the sites k not farther than j is at least y[j]
 * (Rojeski and ReVelle 1970).
 */
final class PlacementModel {

    private static final double GAP = 1e-10;

    private final MPSolver solver;
    private final PlacementProblem problem;
    private final MPVariable[] opened;
    private final @Nullable MPVariable[][] share;

    PlacementModel(MPSolver solver, PlacementProblem problem, List<List<Integer>> excluded) {
        this.solver = solver;
        this.problem = problem;
        this.opened = new MPVariable[problem.sites().size()];
        this.share = new MPVariable[problem.customers().size()][opened.length];
        MPObjective objective = solver.objective();
        objective.setMinimization();
        for (int site = 0; site < opened.length; site++) {
            boolean kept = problem.kept().contains(site);
            opened[site] = solver.makeIntVar(kept ? 1 : 0, 1, "open" + site);
            objective.setCoefficient(opened[site], problem.openCost(site));
        }
        for (int customer = 0; customer < share.length; customer++) {
            serve(customer, objective);
        }
        limitTheNumberOfSites();
        problem.limits().forEach(this::limit);
        demandCapacity();
        excluded.forEach(this::exclude);
    }

    private void serve(int customer, MPObjective objective) {
        MPConstraint servedOnce = solver.makeConstraint(1, 1, "served" + customer);
        for (int site = 0; site < opened.length; site++) {
            if (!problem.mayServe(customer, site)) {
                continue;
            }
            String name = customer + "by" + site;
            MPVariable part = solver.makeNumVar(0, 1, "share" + name);
            share[customer][site] = part;
            objective.setCoefficient(part, problem.serveCost(customer, site));
            servedOnce.setCoefficient(part, 1);
            MPConstraint onlyIfOpen = solver.makeConstraint(Double.NEGATIVE_INFINITY, 0, "if" + name);
            onlyIfOpen.setCoefficient(part, 1);
            onlyIfOpen.setCoefficient(opened[site], -1);
        }
        List<Integer> byDistance = byDistance(customer);
        if (mayPassBy(customer, byDistance)) {
            passNobodyBy(customer, byDistance);
        }
    }

    private List<Integer> byDistance(int customer) {
        return IntStream.range(0, opened.length)
                .filter(site -> problem.mayServe(customer, site))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer site) -> problem.distance(customer, site))
                        .thenComparing(site -> site))
                .toList();
    }

    /** Returns whether anything could make a farther site better for the sum. */
    private boolean mayPassBy(int customer, List<Integer> byDistance) {
        boolean tempted = problem.capacity().binds() || !problem.limits().isEmpty();
        for (int i = 1; i < byDistance.size() && !tempted; i++) {
            tempted =
                    problem.serveCost(customer, byDistance.get(i)) < problem.serveCost(customer, byDistance.get(i - 1));
        }
        return tempted;
    }

    private void passNobodyBy(int customer, List<Integer> byDistance) {
        for (int last = 0; last < byDistance.size(); last++) {
            MPConstraint row = solver.makeConstraint(0, Double.POSITIVE_INFINITY, "near" + customer + "at" + last);
            for (int i = 0; i <= last; i++) {
                row.setCoefficient(share(customer, byDistance.get(i)), 1);
            }
            row.setCoefficient(opened[byDistance.get(last)], -1);
        }
    }

    private MPVariable share(int customer, int site) {
        MPVariable variable = share[customer][site];
        if (variable == null) {
            throw new IllegalStateException("site " + site + " may not serve customer " + customer);
        }
        return variable;
    }

    private void limitTheNumberOfSites() {
        MPConstraint number = solver.makeConstraint(problem.fewest(), problem.most(), "number");
        for (MPVariable variable : opened) {
            number.setCoefficient(variable, 1);
        }
    }

    private void limit(Limit limit) {
        MPConstraint row = solver.makeConstraint(Double.NEGATIVE_INFINITY, limit.atMost());
        for (int site = 0; site < opened.length; site++) {
            row.setCoefficient(opened[site], limit.open(site));
            for (int customer = 0; customer < share.length; customer++) {
                if (problem.mayServe(customer, site)) {
                    row.setCoefficient(share(customer, site), limit.serve(customer, site));
                }
            }
        }
    }

    /** Each site carries its customers; the survivors of a loss together carry all, which is a part of what is asked. */
    private void demandCapacity() {
        Capacity capacity = problem.capacity();
        if (!capacity.binds()) {
            return;
        }
        for (int site = 0; site < opened.length; site++) {
            MPConstraint row = solver.makeConstraint(Double.NEGATIVE_INFINITY, 0, "load" + site);
            row.setCoefficient(opened[site], -capacity.limit(site));
            for (int customer = 0; customer < share.length; customer++) {
                if (problem.mayServe(customer, site)) {
                    row.setCoefficient(share(customer, site), capacity.load(customer));
                }
            }
        }
        for (int lost = 0; capacity.survivesAnyOne() && lost < opened.length; lost++) {
            double total = capacity.totalLoad();
            MPConstraint enough = solver.makeConstraint(total, Double.POSITIVE_INFINITY, "without" + lost);
            for (int site = 0; site < opened.length; site++) {
                enough.setCoefficient(opened[site], site == lost ? 0 : Math.min(total, capacity.limit(site)));
            }
        }
    }

    private void exclude(List<Integer> set) {
        MPConstraint differs = solver.makeConstraint(1 - set.size(), Double.POSITIVE_INFINITY);
        for (int site = 0; site < opened.length; site++) {
            differs.setCoefficient(opened[site], set.contains(site) ? -1 : 1);
        }
    }

    Answer solve(Duration limit) {
        solver.setTimeLimit(Math.max(1, limit.toMillis()));
        MPSolverParameters parameters = new MPSolverParameters();
        parameters.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, GAP);
        MPSolver.ResultStatus status = solver.solve(parameters);
        if (status == MPSolver.ResultStatus.INFEASIBLE) {
            return new Answer(List.of(), Double.POSITIVE_INFINITY, true);
        }
        if (status != MPSolver.ResultStatus.OPTIMAL && status != MPSolver.ResultStatus.FEASIBLE) {
            return new Answer(List.of(), Double.NEGATIVE_INFINITY, false);
        }
        List<Integer> open = new ArrayList<>();
        for (int site = 0; site < opened.length; site++) {
            if (opened[site].solutionValue() > 0.5) {
                open.add(site);
            }
        }
        return new Answer(open, solver.objective().bestBound(), status == MPSolver.ResultStatus.OPTIMAL);
    }
}
