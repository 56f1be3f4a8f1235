package dev.multisite.verdict;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import dev.multisite.experiment.ExperimentResult;
import dev.multisite.experiment.ObjectiveRow;
import dev.multisite.scenario.Scenario;

/**
 * What a scenario asks: what its last architecture, which is the plan that the others lead up to, changes against the
 * baseline for the first population that the objectives name.
 *
 * @param population empty: all
 * @param metric what the objective limits; p95 latency where none names a population
 */
record Question(String plan, String population, String metric) {
    static final String LATENCY = "latency-p95";

    static Optional<Question> of(ExperimentResult result) {
        return of(result, metric -> true);
    }

    /** @param wanted which metrics of objectives count */
    static Optional<Question> of(ExperimentResult result, Predicate<String> wanted) {
        Scenario scenario = result.scenario();
        List<String> names = List.copyOf(scenario.architectures().keySet());
        String plan = names.get(names.size() - 1);
        if (names.size() < 2) {
            return Optional.empty();
        }
        if (plan.equals(scenario.baseline())) {
            plan = names.get(names.size() - 2);
        }
        Optional<ObjectiveRow> asked = result.objectives().stream()
                .filter(row ->
                        !row.population().isEmpty() && row.objective().service().isEmpty())
                .filter(row -> wanted.test(row.objective().metric()))
                .findFirst();
        String architecture = plan;
        return Optional.of(asked.map(row -> new Question(
                        architecture, row.population(), row.objective().metric()))
                .orElseGet(() -> new Question(architecture, "", LATENCY)));
    }
}
