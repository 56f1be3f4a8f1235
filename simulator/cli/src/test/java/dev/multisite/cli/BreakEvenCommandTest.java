package dev.multisite.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Searches in an M/M/c queue without a network, whose mean wait is known from Erlang's formula. */
class BreakEvenCommandTest {
    private static final String SCENARIO = """
            multisite: 1
            period: {from: 2024-01-01T00:00Z, to: 2024-01-01T02:00Z}
            services:
              query: {requests: 20/s, service-time: {exponential: {mean: 100ms}}, connection-reuse: 100%}
            populations:
              clients: {place: Frankfurt am Main, devices: 1}
            sites:
              server: {place: Frankfurt am Main, hosts: 1, cores-per-host: 10}
            network: {model: none}
            architectures:
              only: {phases: [{from: start, route: {to: [server]}}]}
            simulation: {seed: 1, replications: 5, fidelity: every-request, warm-up: 5min}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path file;

    @BeforeEach
    void writeScenario() throws IOException {
        file = Files.writeString(folder.resolve("queue.yaml"), SCENARIO);
    }

    /** Offered load 2: Erlang C gives mean waits of 44.4 ms on 3 cores, 8.7 ms on 4 and 2.0 ms on 5. */
    @Test
    void theFewestCoresThatKeepAWaitAreThoseOfErlang() {
        Invocation done = Invocation.of(
                "sweep",
                file,
                "--find",
                "sites.server.cores-per-host=3..12",
                "--so-that",
                "wait-mean <= 5ms",
                "--json");

        assertThat(done.err()).isEmpty();
        assertThat(done.exitCode()).isZero();
        JsonNode answer = JsonMapper.builder().build().readTree(done.out());
        assertThat(answer.get("turn").asString()).isEqualTo("from");
        assertThat(answer.get("value").asDouble()).isEqualTo(5);
        assertThat(answer.get("certain").asDouble()).isEqualTo(5);
        assertThat(answer.get("excluded").asDouble()).isEqualTo(4);
        assertThat(answer.get("monotone").asBoolean()).isTrue();
    }

    @Test
    void theAnswerIsASentenceWithTheValuesTried() {
        Invocation done = Invocation.of(
                "sweep", file, "--find", "sites.server.cores-per-host=4..6", "--so-that", "wait-mean <= 1s");
        assertThat(done.out()).startsWith("- wait-mean <= 1s (only) holds everywhere from 4 to 6.");
        assertThat(done.out().lines().filter(line -> line.matches("[46] +\\S+  \\[.*")))
                .hasSize(2);
    }

    @Test
    void wrongQuestionsAreExplained() {
        String path = "sites.server.cores-per-host=4..6";
        assertThat(Invocation.of("sweep", file, "--find", path).exitCode()).isEqualTo(2);
        assertThat(Invocation.of("sweep", file, "--find", "x", "--so-that", "cost <= 1 USD")
                        .err())
                .contains("expected path=low..high");
        assertThat(Invocation.of("sweep", file, "--find", path, "--so-that", "wait <= 1s")
                        .err())
                .contains("no metric \"wait\"");
        assertThat(Invocation.of("sweep", file, "--find", path, "--so-that", "cost(IN) <= 1 USD")
                        .err())
                .contains("the scenario has clients");
        Invocation unknown = Invocation.of(
                "sweep", file, "--find", "sites.server.cors-per-host=4..6", "--so-that", "wait-mean <= 1s");
        assertThat(unknown.exitCode()).isEqualTo(65);
        assertThat(unknown.err()).contains("did you mean 'cores-per-host'?");
    }
}
