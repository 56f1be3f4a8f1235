package dev.multisite.placement;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;

import dev.multisite.placement.PlacementProblem.SpareCapacity;

/**
 * Proves the optimum by mixed-integer programming with OR-Tools.
 *
 * <p>The strong formulation, x[i][j] at most y[j] for every pair, has nearly integral relaxations; shares x may stay
 * continuous, because without a capacity per site every customer goes to its cheapest open site anyway.
 */
public final class MixedIntegerSolver {

    private final Duration limit;

    /** @param limit time after which the best placement found so far is returned with its gap */
    public MixedIntegerSolver(Duration limit) {
        this.limit = limit;
    }

    /**
     * Returns the cheapest placement whose set of open sites is none of {@code excluded}; an empty list if there is none.
     * Ask again with the answer excluded for the next best.
     */
    public List<Placement> solve(PlacementProblem problem, List<List<Integer>> excluded) {
        Loader.loadNativeLibraries();
        MPSolver solver = MPSolver.createSolver("SCIP");
        if (solver == null) {
            solver = MPSolver.createSolver("HIGHS");
        }
        if (solver == null) {
            throw new IllegalStateException("OR-Tools offers neither SCIP nor HiGHS on this machine");
        }
        return new Model(solver, problem, excluded).solve(limit);
    }

    /** The variables and constraints of one problem. */
    private static final class Model {

        private final MPSolver solver;
        private final PlacementProblem problem;
        private final MPVariable[] opened;

        Model(MPSolver solver, PlacementProblem problem, List<List<Integer>> excluded) {
            this.solver = solver;
            this.problem = problem;
            this.opened = new MPVariable[problem.sites().size()];
            MPObjective objective = solver.objective();
            objective.setMinimization();
            for (int site = 0; site < opened.length; site++) {
                opened[site] = solver.makeBoolVar("open" + site);
                objective.setCoefficient(opened[site], problem.openCost(site));
            }
            serveEveryCustomer(objective);
            limitTheNumberOfSites();
            demandCapacity();
            excluded.forEach(this::exclude);
        }

        private void serveEveryCustomer(MPObjective objective) {
            for (int customer = 0; customer < problem.customers().size(); customer++) {
                MPConstraint servedOnce = solver.makeConstraint(1, 1, "served" + customer);
                for (int site = 0; site < opened.length; site++) {
                    double cost = problem.serveCost(customer, site);
                    if (cost == Double.POSITIVE_INFINITY) {
                        continue;
                    }
                    String name = customer + "by" + site;
                    MPVariable share = solver.makeNumVar(0, 1, "share" + name);
                    objective.setCoefficient(share, cost);
                    servedOnce.setCoefficient(share, 1);
                    MPConstraint onlyIfOpen = solver.makeConstraint(Double.NEGATIVE_INFINITY, 0, "if" + name);
                    onlyIfOpen.setCoefficient(share, 1);
                    onlyIfOpen.setCoefficient(opened[site], -1);
                }
            }
        }

        private void limitTheNumberOfSites() {
            MPConstraint number = solver.makeConstraint(problem.fewest(), problem.most(), "number");
            for (MPVariable variable : opened) {
                number.setCoefficient(variable, 1);
            }
        }

        private void demandCapacity() {
            SpareCapacity spare = problem.spare();
            if (spare.load() <= 0) {
                return;
            }
            int scenarios = spare.survivesAnyOne() ? opened.length : 1;
            for (int lost = 0; lost < scenarios; lost++) {
                MPConstraint enough = solver.makeConstraint(spare.load(), Double.POSITIVE_INFINITY, "capacity" + lost);
                for (int site = 0; site < opened.length; site++) {
                    boolean counts = !spare.survivesAnyOne() || site != lost;
                    enough.setCoefficient(
                            opened[site], counts ? spare.capacities().get(site) : 0);
                }
            }
        }

        private void exclude(List<Integer> set) {
            MPConstraint differs = solver.makeConstraint(1 - set.size(), Double.POSITIVE_INFINITY);
            for (int site = 0; site < opened.length; site++) {
                differs.setCoefficient(opened[site], set.contains(site) ? -1 : 1);
            }
        }

        List<Placement> solve(Duration limit) {
            solver.setTimeLimit(limit.toMillis());
            MPSolver.ResultStatus status = solver.solve();
            if (status != MPSolver.ResultStatus.OPTIMAL && status != MPSolver.ResultStatus.FEASIBLE) {
                return List.of();
            }
            List<Integer> open = new ArrayList<>();
            for (int site = 0; site < opened.length; site++) {
                if (opened[site].solutionValue() > 0.5) {
                    open.add(site);
                }
            }
            // The cost is summed up again from the input, so that it carries no tolerance of the solver.
            Placement placement = Interchange.placement(problem, open, problem.cost(open));
            boolean proven = status == MPSolver.ResultStatus.OPTIMAL;
            return List.of(new Placement(
                    placement.open(),
                    placement.servedBy(),
                    placement.cost(),
                    proven ? placement.cost() : solver.objective().bestBound(),
                    proven ? Placement.Proof.OPTIMAL : Placement.Proof.GAP_OPEN));
        }
    }
}
