package dev.multisite.scenario.yaml;

import java.util.List;

import dev.multisite.scenario.Scenario;

/** What reading a scenario gives: the scenario, or everything that is wrong with it. */
public sealed interface ScenarioResult {

    /**
     * A scenario without problems.
     *
     * @param effectiveText the whole document as YAML with every default filled in and marked
     * @param sha256 hash of {@code effectiveText} in UTF-8, in hexadecimal; equal for equal input
     */
    record Valid(Scenario scenario, String effectiveText, String sha256) implements ScenarioResult {}

    /**
     * A document with problems.
     *
     * @param problems all of them in order of their position, at least one
     */
    record Invalid(List<Problem> problems) implements ScenarioResult {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
