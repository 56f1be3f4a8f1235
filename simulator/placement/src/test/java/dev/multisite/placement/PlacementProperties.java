package dev.multisite.placement;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import dev.multisite.placement.PlacementProblem.SpareCapacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The exact solver against plain enumeration on problems small enough for it. */
class PlacementProperties {

    private static final MixedIntegerSolver SOLVER = new MixedIntegerSolver(Duration.ofSeconds(20));

    @Property(tries = 60)
    void theExactSolverFindsWhatEnumerationFinds(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @IntRange(min = 2, max = 7) int sites,
            @ForAll @IntRange(min = 1, max = 9) int customers,
            @ForAll boolean survivesAnyOne) {
        PlacementProblem problem = random(seed, sites, customers, survivesAnyOne);
        double best = enumerate(problem, List.of());
        List<Placement> found = SOLVER.solve(problem, List.of());
        if (best == Double.POSITIVE_INFINITY) {
            assertThat(found).isEmpty();
            return;
        }
        assertThat(found).hasSize(1);
        assertThat(found.get(0).cost()).isCloseTo(best, within(1e-6 * best));
        assertThat(found.get(0).proof()).isEqualTo(Placement.Proof.OPTIMAL);
        assertThat(Interchange.solve(problem).cost()).isGreaterThanOrEqualTo(best - 1e-6 * best);
    }

    @Property(tries = 20)
    void theNextBestDiffersAndIsNotCheaper(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        PlacementProblem problem = random(seed, 6, 8, false);
        List<Placement> first = SOLVER.solve(problem, List.of());
        if (first.isEmpty()) {
            return;
        }
        List<List<Integer>> excluded = List.of(first.get(0).open());
        List<Placement> second = SOLVER.solve(problem, excluded);
        double best = enumerate(problem, excluded);
        assertThat(second.isEmpty()).isEqualTo(best == Double.POSITIVE_INFINITY);
        if (!second.isEmpty()) {
            assertThat(second.get(0).open()).isNotEqualTo(first.get(0).open());
            assertThat(second.get(0).cost()).isCloseTo(best, within(1e-6 * best));
        }
    }

    private static PlacementProblem random(long seed, int sites, int customers, boolean survivesAnyOne) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] serve = new double[customers][sites];
        for (double[] row : serve) {
            for (int site = 0; site < sites; site++) {
                row[site] = random.nextInt(10) == 0 ? Double.POSITIVE_INFINITY : 1 + random.nextDouble() * 99;
            }
        }
        double[] open = random.doubles(sites, 0, 50).toArray();
        List<Double> capacities = random.doubles(sites, 1, 10).boxed().toList();
        int fewest = 1 + random.nextInt(sites);
        int most = fewest + random.nextInt(sites - fewest + 1);
        SpareCapacity spare = new SpareCapacity(random.nextDouble() * 15, capacities, survivesAnyOne);
        return new PlacementProblem(
                names("site", sites), names("customer", customers), serve, open, fewest, most, spare);
    }

    private static double enumerate(PlacementProblem problem, List<List<Integer>> excluded) {
        double best = Double.POSITIVE_INFINITY;
        for (int mask = 1; mask < 1 << problem.sites().size(); mask++) {
            List<Integer> open = new ArrayList<>();
            for (int site = 0; site < problem.sites().size(); site++) {
                if ((mask >> site & 1) == 1) {
                    open.add(site);
                }
            }
            if (open.size() >= problem.fewest() && open.size() <= problem.most() && !excluded.contains(open)) {
                best = Math.min(best, problem.cost(open));
            }
        }
        return best;
    }

    private static List<String> names(String kind, int count) {
        return IntStream.range(0, count).mapToObj(i -> kind + i).toList();
    }
}
