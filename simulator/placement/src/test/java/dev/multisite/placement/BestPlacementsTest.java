package dev.multisite.placement;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.multisite.placement.Placement.Proof;
import dev.multisite.placement.PlacementProblem.Capacity;
import dev.multisite.placement.PlacementProblem.Limit;
import dev.multisite.placement.PlacementSolver.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BestPlacementsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final double NEVER = Double.POSITIVE_INFINITY;

    /** Three customers on a line at 0, 10 and 11, a site at each. */
    private static PlacementProblem.Builder line() {
        return PlacementProblem.of(names("s", 3), names("c", 3))
                .serving(new double[][] {{0, 10, 11}, {10, 0, 1}, {11, 1, 0}});
    }

    private static BestPlacements best(PlacementProblem problem, int count) {
        return BestPlacements.of(problem, count, Optional.empty(), MINUTE);
    }

    @Test
    void theMediansOfALineAreFoundInOrder() {
        BestPlacements found = best(line().between(1, 1).build(), 3);
        assertThat(found.placements()).extracting(Placement::open).containsExactly(List.of(1), List.of(2), List.of(0));
        assertThat(found.placements()).extracting(Placement::cost).containsExactly(11.0, 12.0, 21.0);
        assertThat(found.placements()).allMatch(placement -> placement.proof() == Proof.OPTIMAL);
    }

    @Test
    void openingCostsDecideHowManySitesPay() {
        assertThat(best(line().opening(new double[] {5, 5, 6}).build(), 1)
                        .placements()
                        .get(0)
                        .open())
                .containsExactly(0, 1);
        assertThat(best(line().opening(new double[] {50, 50, 50}).build(), 1)
                        .placements()
                        .get(0)
                        .open())
                .containsExactly(1);
    }

    @Test
    void whoMayNotBeServedFromAfarGetsASiteOfItsOwn() {
        double[][] distances = {{0, NEVER, NEVER}, {10, 0, 1}, {11, 1, 0}};
        BestPlacements found = best(line().serving(distances).between(1, 2).build(), 9);
        assertThat(found.placements()).allMatch(placement -> placement.open().contains(0));
    }

    @Test
    void customersGoToTheNearestSiteEvenWhereAFartherOneCostsLess() {
        PlacementProblem problem = line().serving(new double[][] {{9, 1, 1}, {1, 9, 1}, {1, 1, 9}})
                .nearestBy(new double[][] {{0, 10, 11}, {10, 0, 1}, {11, 1, 0}})
                .between(3, 3)
                .build();
        assertThat(problem.cost(List.of(0, 1, 2))).isEqualTo(27);
    }

    @Test
    void theSurvivorsOfALossMustCarryTheLoad() {
        double[] load = {1, 1, 1};
        double[] tight = {3, 3, 2};
        PlacementProblem any =
                line().within(new Capacity(load, tight, false)).between(2, 2).build();
        PlacementProblem survive =
                line().within(new Capacity(load, tight, true)).between(2, 2).build();
        assertThat(any.cost(List.of(0, 2))).isLessThan(NEVER);
        assertThat(survive.cost(List.of(0, 2))).isEqualTo(NEVER);
        assertThat(survive.cost(List.of(0, 1))).isLessThan(NEVER);
        assertThat(best(
                                line().within(new Capacity(load, tight, true))
                                        .between(1, 1)
                                        .build(),
                                1)
                        .infeasible())
                .isTrue();
    }

    @Test
    void aLimitRulesOutWhatBreaksIt() {
        double[][] onlyTheFirst = {{0, 10, 11}, {0, 0, 0}, {0, 0, 0}};
        Limit limit = new Limit("first customer", onlyTheFirst, new double[3], 5);
        BestPlacements found =
                best(line().between(1, 1).limiting(List.of(limit)).build(), 3);
        assertThat(found.placements()).extracting(Placement::open).containsExactly(List.of(0));
    }

    @Test
    void withoutASolverALargeProblemGetsAnHonestAnswer() {
        PlacementProblem large = random(40, 60, 4);
        BestPlacements found = best(large, 2);
        assertThat(found.placements()).hasSize(1);
        assertThat(found.placements().get(0).proof()).isEqualTo(Proof.HEURISTIC);
        assertThat(found.method()).contains("nothing proven");
    }

    @Test
    void setsThatOnlyTheSolverAllowsArePassedOver() {
        PlacementProblem large = random(40, 60, 4);
        PlacementProblem survive = PlacementProblem.of(large.sites(), large.customers())
                .serving(matrix(large))
                .between(2, 12)
                .within(new Capacity(ones(60, 1), ones(40, 59), true))
                .build();
        List<List<Integer>> answers = new ArrayList<>(List.of(List.of(0, 1), List.of(0, 1, 2)));
        PlacementSolver solver = new Scripted(answers);
        BestPlacements found = BestPlacements.of(survive, 1, Optional.of(solver), MINUTE);
        assertThat(found.placements().get(0).open()).hasSize(3);
    }

    @Test
    void interchangeNeverReturnsWhatBreaksAConstraint() {
        PlacementProblem problem = line().keeping(List.of(2)).between(1, 2).build();
        Placement found = Interchange.solve(problem);
        assertThat(found.open()).contains(2);
        assertThat(found.cost()).isEqualTo(problem.cost(found.open()));
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> line().between(3, 2).build()).hasMessageContaining("cannot open 3 to 2 of 3 sites");
        assertThatThrownBy(() -> line().opening(new double[2]).build()).hasMessageContaining("2 opening costs");
    }

    private record Scripted(List<List<Integer>> answers) implements PlacementSolver {
        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public Answer solve(PlacementProblem problem, List<List<Integer>> excluded, Duration limit) {
            return new Answer(answers.get(excluded.size()), 1, true);
        }
    }

    private static PlacementProblem random(int sites, int customers, int most) {
        SplittableRandom random = new SplittableRandom(7);
        double[][] serve = new double[customers][sites];
        for (double[] row : serve) {
            for (int site = 0; site < sites; site++) {
                row[site] = 1 + random.nextInt(99);
            }
        }
        return PlacementProblem.of(names("s", sites), names("c", customers))
                .serving(serve)
                .between(1, Math.max(most, 12))
                .build();
    }

    private static double[][] matrix(PlacementProblem problem) {
        double[][] matrix =
                new double[problem.customers().size()][problem.sites().size()];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix[i].length; j++) {
                matrix[i][j] = problem.serveCost(i, j);
            }
        }
        return matrix;
    }

    private static double[] ones(int count, double value) {
        return IntStream.range(0, count).mapToDouble(i -> value).toArray();
    }

    private static List<String> names(String kind, int count) {
        return IntStream.range(0, count).mapToObj(i -> kind + i).toList();
    }
}
