package dev.multisite.mip;

import java.time.Duration;
import java.util.List;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPSolver;

import dev.multisite.placement.PlacementProblem;
import dev.multisite.placement.PlacementSolver;

/** Proves optima by mixed-integer programming with OR-Tools. */
public final class OrToolsSolver implements PlacementSolver {

    private String name = "mixed-integer programming";

    @Override
    public String name() {
        return name;
    }

    @Override
    public Answer solve(PlacementProblem problem, List<List<Integer>> excluded, Duration limit) {
        Loader.loadNativeLibraries();
        MPSolver solver = MPSolver.createSolver("SCIP");
        name = "mixed-integer programming (SCIP)";
        if (solver == null) {
            solver = MPSolver.createSolver("HIGHS");
            name = "mixed-integer programming (HiGHS)";
        }
        if (solver == null) {
            throw new IllegalStateException("OR-Tools offers neither SCIP nor HiGHS on this machine");
        }
        try {
            return new PlacementModel(solver, problem, excluded).solve(limit);
        } finally {
            solver.delete();
        }
    }
}
