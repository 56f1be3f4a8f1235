package dev.multisite.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Tries every choice of sites, where there are few enough. */
public final class Enumeration {

    private static final double MOST_WORK = 2e8;

    private Enumeration() {}

    /** Returns whether every choice can be tried within a second or so. */
    public static boolean suits(PlacementProblem problem) {
        double work = sets(problem) * problem.customers().size() * problem.most();
        return work <= MOST_WORK;
    }

    /** Returns the number of choices. */
    public static double sets(PlacementProblem problem) {
        int free = problem.sites().size() - problem.kept().size();
        double sum = 0;
        for (int size = Math.max(0, problem.fewest() - problem.kept().size());
                size <= problem.most() - problem.kept().size();
                size++) {
            sum += choose(free, size);
        }
        return sum;
    }

    private static double choose(int n, int k) {
        double result = 1;
        for (int i = 1; i <= k; i++) {
            result = result * (n - k + i) / i;
        }
        return result;
    }

    /** Passes every choice of sites with as many as the problem asks for, each ascending, whatever it costs. */
    public static void forEach(PlacementProblem problem, Consumer<List<Integer>> consumer) {
        extend(problem, 0, new ArrayList<>(), consumer);
    }

    private static void extend(
            PlacementProblem problem, int next, List<Integer> open, Consumer<List<Integer>> consumer) {
        int sites = problem.sites().size();
        if (next == sites) {
            if (open.size() >= problem.fewest()) {
                consumer.accept(open);
            }
            return;
        }
        boolean enoughLeft = open.size() + sites - next - 1 >= problem.fewest();
        if (enoughLeft && !problem.kept().contains(next)) {
            extend(problem, next + 1, open, consumer);
        }
        if (open.size() < problem.most()) {
            open.add(next);
            extend(problem, next + 1, open, consumer);
            open.remove(open.size() - 1);
        }
    }
}
