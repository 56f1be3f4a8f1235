package dev.multisite.mip;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import dev.multisite.placement.BestPlacements;
import dev.multisite.placement.Enumeration;
import dev.multisite.placement.PlacementProblem;
import dev.multisite.placement.PlacementProblem.Capacity;
import dev.multisite.placement.PlacementProblem.Limit;
import dev.multisite.placement.PlacementSolver;
import dev.multisite.placement.PlacementSolver.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The exact solver against plain enumeration on problems small enough for it. */
class OrToolsSolverProperties {

    private static final PlacementSolver SOLVER = PlacementSolver.find().orElseThrow();
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Property(tries = 60)
    void theExactSolverFindsWhatEnumerationFinds(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @IntRange(min = 2, max = 7) int sites,
            @ForAll @IntRange(min = 1, max = 9) int customers,
            @ForAll boolean withLimits) {
        PlacementProblem problem = random(seed, sites, customers, withLimits);
        double best = enumerate(problem, List.of());
        Answer found = SOLVER.solve(problem, List.of(), LIMIT);
        if (best == Double.POSITIVE_INFINITY) {
            assertThat(found.open()).isEmpty();
            assertThat(found.bound()).isInfinite();
            return;
        }
        assertThat(problem.cost(found.open())).isCloseTo(best, within(1e-6 * best));
        assertThat(found.optimal()).isTrue();
        assertThat(found.bound()).isCloseTo(best, within(1e-6 * best));
    }

    @Property(tries = 20)
    void theNextBestDiffersAndIsNotCheaper(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        PlacementProblem problem = random(seed, 6, 8, false);
        Answer first = SOLVER.solve(problem, List.of(), LIMIT);
        if (first.open().isEmpty()) {
            return;
        }
        List<List<Integer>> excluded = List.of(first.open());
        Answer second = SOLVER.solve(problem, excluded, LIMIT);
        double best = enumerate(problem, excluded);
        assertThat(second.open().isEmpty()).isEqualTo(best == Double.POSITIVE_INFINITY);
        if (!second.open().isEmpty()) {
            assertThat(second.open()).isNotEqualTo(first.open());
            assertThat(problem.cost(second.open())).isCloseTo(best, within(1e-6 * best));
        }
    }

    @Property(tries = 5)
    void largeProblemsReachTheSolver(@ForAll @LongRange(min = 0, max = 1_000) long seed) {
        PlacementProblem problem = large(seed);
        assertThat(Enumeration.suits(problem)).isFalse();
        BestPlacements found = BestPlacements.of(problem, 2, Optional.of(SOLVER), LIMIT);
        assertThat(found.placements()).hasSize(2);
        assertThat(found.placements().get(0).cost())
                .isLessThanOrEqualTo(found.placements().get(1).cost() + 1e-6);
        assertThat(found.method()).contains("mixed-integer");
    }

    private static PlacementProblem large(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] serve = new double[25][26];
        for (double[] row : serve) {
            for (int site = 0; site < row.length; site++) {
                row[site] = 1 + random.nextDouble() * 99;
            }
        }
        return PlacementProblem.of(names("site", 26), names("customer", 25))
                .serving(serve)
                .opening(random.doubles(26, 0, 50).toArray())
                .build();
    }

    private static PlacementProblem random(long seed, int sites, int customers, boolean withLimits) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] distance = new double[customers][sites];
        double[][] serve = new double[customers][sites];
        for (int i = 0; i < customers; i++) {
            for (int j = 0; j < sites; j++) {
                distance[i][j] = random.nextInt(10) == 0 ? Double.POSITIVE_INFINITY : 1 + random.nextInt(9);
                serve[i][j] = 1 + random.nextDouble() * 99;
            }
        }
        int fewest = 1 + random.nextInt(sites);
        int most = fewest + random.nextInt(sites - fewest + 1);
        Capacity capacity = new Capacity(
                random.doubles(customers, 0, 3).toArray(),
                random.doubles(sites, 1, 15).toArray(),
                false);
        Limit limit = new Limit("limit", serve, new double[sites], 60.0 * customers);
        return PlacementProblem.of(names("site", sites), names("customer", customers))
                .serving(serve)
                .nearestBy(distance)
                .opening(random.doubles(sites, 0, 50).toArray())
                .between(fewest, most)
                .keeping(random.nextInt(4) == 0 ? List.of(random.nextInt(sites)) : List.of())
                .within(withLimits ? capacity : Capacity.UNLIMITED)
                .limiting(withLimits ? List.of(limit) : List.of())
                .build();
    }

    private static double enumerate(PlacementProblem problem, List<List<Integer>> excluded) {
        List<Double> best = new ArrayList<>(List.of(Double.POSITIVE_INFINITY));
        Enumeration.forEach(problem, open -> {
            if (!excluded.contains(open)) {
                best.set(0, Math.min(best.get(0), problem.cost(open)));
            }
        });
        return best.get(0);
    }

    private static List<String> names(String kind, int count) {
        return IntStream.range(0, count).mapToObj(i -> kind + i).toList();
    }
}
