package dev.multisite.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs a what-if file of a small scenario through the whole program. */
class SweepCommandTest {
    private static final String BASE = """
            multisite: 1
            title: A test
            period: {from: 2024-03-04T00:00Z, to: 2024-03-04T00:10Z}
            services:
              sync: {requests: 0.5/s, service-time: {exponential: {mean: 20ms}}}
            populations:
              IN: {devices: 2}
            sites:
              frankfurt: {place: Frankfurt am Main, hosts: 1, cores-per-host: 2}
              mumbai: {place: Mumbai, hosts: 1, cores-per-host: 2}
            architectures:
              far: {phases: [{from: start, route: {to: [frankfurt]}}]}
              near: {phases: [{from: start, route: {to: [mumbai]}}]}
            simulation: {seed: 1, replications: 2, fidelity: every-request, warm-up: 0s}
            """;

    private static final String WHAT_IF = """
            what-if: 1
            base: base.yaml
            vary:
              populations.IN.devices: [2, 4, 8]
            measure: [latency-mean]
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path file;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(folder.resolve("base.yaml"), BASE);
        file = Files.writeString(folder.resolve("devices.yaml"), WHAT_IF);
    }

    @Test
    void aSweepWritesItsFolderAndSaysWhere() {
        Invocation done = Invocation.of("sweep", file, "--out", folder.resolve("out"));

        assertThat(done.err()).isEmpty();
        assertThat(done.exitCode()).isZero();
        List<String> lines = done.out().lines().toList();
        assertThat(lines.get(0)).isEqualTo("3 points (grid), each 2 replications of 2 architectures, seed 1");
        assertThat(lines.get(lines.size() - 1)).isEqualTo("Results: " + folder.resolve("out"));
        assertThat(folder.resolve("out/sweep.csv")).exists();
        assertThat(folder.resolve("out/points.log")).doesNotExist();
    }

    @Test
    void anExistingSweepIsReplacedOnlyWhenAskedFor() {
        Path out = folder.resolve("out");
        Invocation.of("sweep", file, "--out", out);

        Invocation again = Invocation.of("sweep", file, "--out", out);
        assertThat(again.exitCode()).isEqualTo(73);
        assertThat(again.err()).contains("holds results already");
        assertThat(Invocation.of("sweep", file, "--out", out, "--resume").exitCode())
                .isZero();
        assertThat(Invocation.of("sweep", file, "--out", out, "--force").exitCode())
                .isZero();
        assertThat(Invocation.of("sweep", file, "--out", out, "--force", "--resume")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void anEngineThatIsNotThereIsAMessageAndNothingIsWritten() {
        Invocation missing = Invocation.of("sweep", file, "--engine", "spark", "--out", folder.resolve("out"));
        assertThat(missing.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(missing.err())
                .contains("the optional part 'spark'", "./mvnw -pl simulator/spark")
                .hasLineCount(1);
        assertThat(Invocation.of("sweep", file, "--engine", "sparc").err())
                .contains("expected --engine local or spark");
        assertThat(Invocation.of("sweep", file, "--master", "spark://x:1").exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aDryRunListsThePointsAndSimulatesNothing() throws IOException {
        Invocation done = Invocation.of("sweep", file, "--out", folder.resolve("out"), "--dry-run");

        assertThat(done.exitCode()).isZero();
        assertThat(done.out().lines()).hasSize(4).contains("     2  populations.IN.devices=4");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void jsonIsOneDocument() {
        JsonNode plan = JsonMapper.builder()
                .build()
                .readTree(Invocation.of("sweep", file, "--dry-run", "--json").out());
        assertThat(plan.get("plan")).hasSize(3);

        Invocation done = Invocation.of("sweep", file, "--out", folder.resolve("out"), "--json");
        JsonNode root = JsonMapper.builder().build().readTree(done.out());
        assertThat(root.get("points").asInt()).isEqualTo(3);
        assertThat(root.get("failed").asInt()).isZero();
        assertThat(root.get("folder").asString())
                .isEqualTo(folder.resolve("out").toString());
    }

    @Test
    void problemsAreThoseOfTheWhatIfFile() throws IOException {
        Files.writeString(file, WHAT_IF.replace("devices: [2", "devises: [2"));
        Invocation done = Invocation.of("sweep", file);

        assertThat(done.exitCode()).isEqualTo(65);
        assertThat(done.err())
                .contains("devices.yaml:4:28: populations.IN.devises")
                .contains("did you mean 'devices'?");
        assertThat(Invocation.of("sweep", folder.resolve("none.yaml")).exitCode())
                .isEqualTo(66);
        assertThat(Invocation.of("sweep", file, "--threads", 0).exitCode()).isEqualTo(2);
    }

    @Test
    void theExampleRunsAndShowsThatHostsMatterWhereTheyStand() {
        Path out = folder.resolve("example");
        Invocation done = Invocation.of("sweep", Path.of("../../scenarios/what-if/india-hosts.yaml"), "--out", out);

        assertThat(done.err()).isEmpty();
        assertThat(done.exitCode()).isZero();
        assertThat(done.out())
                .contains("6 points (grid)")
                .containsPattern("from-india +sites.india.hosts +█████████████* .* 4 to 1")
                .doesNotContainPattern("from-singapore +sites.india.hosts")
                .doesNotContain("No figure moves");
    }
}
