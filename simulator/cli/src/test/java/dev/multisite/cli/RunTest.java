package dev.multisite.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.multisite.results.ResultsFile;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs a small scenario through the whole program. */
class RunTest {
    private static final String SCENARIO = """
            multisite: 1
            title: A test
            period: {from: 2024-03-04T00:00Z, to: 2024-03-04T00:20Z}
            services:
              sync: {requests: 1/s, service-time: {exponential: {mean: 20ms}}}
            populations:
              IN: {devices: 2}
              DE: {devices: 2}
            sites:
              frankfurt: {place: Frankfurt am Main, hosts: 1, cores-per-host: 2}
              mumbai: {place: Mumbai, hosts: 1, cores-per-host: 2}
            architectures:
              far: {phases: [{from: start, route: {to: [frankfurt]}}]}
              near: {phases: [{from: start, route: {policy: lowest-latency, to: [frankfurt, mumbai]}}]}
            objectives:
              - {metric: latency-p95, for: IN, at-most: 1ms}
            simulation: {seed: 1, replications: 4, fidelity: every-request, bins: hour}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path file;

    @BeforeEach
    void writeScenario() throws IOException {
        file = Files.writeString(folder.resolve("small.yaml"), SCENARIO);
    }

    private Invocation run(String out, Object... options) {
        Object[] arguments = Stream.concat(Stream.of("run", file, "--out", folder.resolve(out)), Stream.of(options))
                .toArray();
        return Invocation.of(arguments);
    }

    @Test
    void theVerdictComesFirstAndTheFolderLast() {
        Invocation done = run("a");
        assertThat(done.err()).isEmpty();
        assertThat(done.exitCode()).isZero();
        assertThat(done.out().lines().toList()).satisfies(lines -> {
            assertThat(lines.get(1)).startsWith("near lowers p95 latency for India by ");
            assertThat(lines.get(lines.size() - 1)).startsWith("Results: ");
            assertThat(lines.subList(0, lines.size() - 1))
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        });
        assertThat(done.out()).doesNotContain("\u001b");
    }

    @Test
    void theSameBytesWhateverTheThreads() {
        run("one", "--threads", 1);
        for (int threads : new int[] {2, 8}) {
            run("many" + threads, "--threads", threads);
            for (ResultsFile csv : ResultsFile.values()) {
                if (!csv.isInEveryFolder()) {
                    continue;
                }
                assertThat(folder.resolve("many" + threads).resolve(csv.fileName()))
                        .hasSameBinaryContentAs(folder.resolve("one").resolve(csv.fileName()));
            }
        }
    }

    @Test
    void jsonIsOneDocumentAndNothingElse() {
        Invocation done = run("a", "--json");
        JsonNode runs = JsonMapper.builder().build().readTree(done.out()).path("runs");
        assertThat(runs.size()).isEqualTo(1);
        assertThat(runs.path(0).path("verdict").size()).isPositive();
        assertThat(runs.path(0).path("metrics").size()).isGreaterThan(20);
        assertThat(done.err()).isEmpty();
    }

    @Test
    void aMissedObjectiveHasItsOwnExitCodeIfAskedFor() {
        assertThat(run("a", "--fail-on-objectives").exitCode()).isEqualTo(99);
        assertThat(run("b", "--fail-on-objectives", "--set", "objectives=[]").exitCode())
                .isZero();
    }

    @Test
    void optionsReplaceWhatTheScenarioSays() throws IOException {
        Invocation done = run("a", "--seed", 5, "--replications", 2, "--architecture", "near", "--quiet");
        assertThat(done.out().strip()).isEqualTo(folder.resolve("a").toString());
        JsonNode run = JsonMapper.builder().build().readTree(Files.readString(folder.resolve("a/run.json")));
        assertThat(run.path("seed").asInt()).isEqualTo(5);
        assertThat(run.path("replications").asInt()).isEqualTo(2);
        assertThat(run.path("overrides").path("simulation.seed").asString()).isEqualTo("5");
        assertThat(run.path("architectures").size()).isEqualTo(1);
    }

    @Test
    void existingResultsAreKeptUnlessForced() {
        run("a");
        Invocation again = run("a");
        assertThat(again.exitCode()).isEqualTo(73);
        assertThat(again.err()).contains("--force");
        assertThat(run("a", "--force").exitCode()).isZero();
    }

    @Test
    void runsThatShareTheirSeedAreComparedInPairs() {
        run("a", "--quiet");
        run("b", "--quiet", "--set", "sites.frankfurt.cores-per-host=8");
        Invocation done = Invocation.of("compare", folder.resolve("a"), folder.resolve("b"));
        assertThat(done.exitCode()).as(done.err()).isZero();
        assertThat(done.out()).contains("b:near lowers p95 latency");
        assertThat(done.out())
                .contains("Inputs that differ:")
                .containsPattern("b  sites\\.frankfurt\\.cores-per-host: \\S+ -> 8");
        JsonNode document = JsonMapper.builder()
                .build()
                .readTree(Invocation.of("compare", folder.resolve("a"), folder.resolve("b"), "--json")
                        .out());
        assertThat(document.path("inputs").path(0).path("after").asString()).isEqualTo("8");
        JsonNode rows = document.path("comparison");
        assertThat(rows.path(0).path("paired").asBoolean()).isTrue();
        assertThat(rows.path(0).path("baseline").asString()).isEqualTo("a:far");
    }

    @Test
    void aReportIsDrawnAgainFromTheFolder() {
        run("a", "--quiet");
        assertThat(Invocation.of("report", folder.resolve("a")).exitCode()).isZero();
    }

    @Test
    void anInterruptLeavesNothingBehind() throws InterruptedException, IOException {
        AtomicReference<Invocation> done = new AtomicReference<>();
        Thread runner = new Thread(() -> done.set(run("a", "--replications", 5000)));
        runner.start();
        Thread.sleep(1500);
        runner.interrupt();
        runner.join(20_000);
        Invocation invocation = Objects.requireNonNull(done.get());
        assertThat(invocation.exitCode()).as(invocation.err()).isEqualTo(75);
        assertThat(invocation.err()).contains("interrupted").doesNotContain("\tat ");
        try (Stream<Path> entries = Files.list(folder)) {
            assertThat(entries.toList()).isEqualTo(List.of(file));
        }
    }

    @Test
    void saysWhichAssumptionsTheAnswerHangsOn() throws IOException {
        assertThat(run("hangs", "--no-report").exitCode()).isZero();
        JsonNode run = JsonMapper.builder().build().readTree(Files.readString(folder.resolve("hangs/run.json")));
        assertThat(run.path("assumption-study").path("question").asString())
                .isEqualTo("p95 latency for India, near against far");
        JsonNode first = run.path("assumptions").path(0);
        assertThat(first.path("effect").asString())
                .contains(", near lowers p95 latency for India by ", "as it is, by ")
                .doesNotContain("hardly anything");
        assertThat(first.path("effect-size-ms").asDouble()).isPositive();
        assertThat(run.path("verdict").path(1).path("text").asString()).contains("hangs most on an assumption");
    }
}
