package dev.multisite.scenario.yaml;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ScenarioDifferenceTest {
    @Test
    void differencesAreNamedByTheirPaths() {
        String first =
                "# rtt.csv: sha-256 aa\nsites:\n  india:\n    hosts: 10 # default\n  oregon:\n    hosts: 2\nto: [a, b]\n";
        String second = "# rtt.csv: sha-256 bb\nsites:\n  india:\n    hosts: 40\nto: [a, b, c]\n";
        assertThat(ScenarioDifference.of(first, second))
                .containsExactly(
                        new ScenarioDifference("(file) rtt.csv", "sha-256 aa", "sha-256 bb"),
                        new ScenarioDifference("sites.india.hosts", "10", "40"),
                        new ScenarioDifference("sites.oregon.hosts", "2", ""),
                        new ScenarioDifference("to (elements)", "2", "3"),
                        new ScenarioDifference("to.2", "", "c"));
    }

    @Test
    void equalScenariosDoNotDiffer() {
        assertThat(ScenarioDifference.of("a: 1 # default\n", "a: 1\n")).isEmpty();
    }
}
