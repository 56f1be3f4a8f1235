package dev.multisite.placement;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Finds the optimum of large problems and proves it. An optional part of the program: found by {@link ServiceLoader} where
 * its library is there.
 */
public interface PlacementSolver {

    /** Returns the solver, or nothing if its library is not there. */
    static Optional<PlacementSolver> find() {
        return ServiceLoader.load(PlacementSolver.class).findFirst();
    }

    /** Returns its name, for people. */
    String name();

    /**
     * Returns the cheapest set of sites that is none of {@code excluded}, as far as it knows the constraints.
     *
     * <p>It may leave out what is not linear: that the load fits when a site is lost. So an answer may break that
     * constraint, and the true optimum costs at least {@code bound}.
     *
     * @param limit time after which the best set found so far is returned
     */
    Answer solve(PlacementProblem problem, List<List<Integer>> excluded, Duration limit);

    /**
     * What a solver found.
     *
     * @param open the set, ascending; empty if there is none, or none was found in time
     * @param bound no set that is not excluded costs less; infinity: proven that there is none
     * @param optimal whether the set is proven to be the cheapest
     */
    record Answer(List<Integer> open, double bound, boolean optimal) {
        public Answer {
            open = List.copyOf(open);
        }
    }
}
