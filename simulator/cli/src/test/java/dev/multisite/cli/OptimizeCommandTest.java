package dev.multisite.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class OptimizeCommandTest {
    private static final Path FILE = Path.of("../../scenarios/where-to-build.yaml");

    @TempDir
    Path folder;

    private static JsonNode json(Object... arguments) {
        Invocation done = Invocation.of(arguments);
        assertThat(done.err()).isEmpty();
        return JsonMapper.builder().build().readTree(done.out());
    }

    private static List<String> sites(JsonNode placement) {
        return placement.get("sites").valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void theBestPlacementIsProvenAndKeepsWhatIsThere() {
        JsonNode found = json("optimize", FILE, "--confirm", 0, "--json");
        assertThat(found.get("status").asString()).isEqualTo("optimal");
        assertThat(sites(found.get("best").get(0))).containsExactly("beijing", "jakarta");
        assertThat(found.get("best").get(0).get("gap").asDouble()).isZero();
        assertThat(found.get("front-complete").asBoolean()).isTrue();
    }

    @Test
    void onTheFrontNobodyBeatsAnyone() {
        JsonNode front = json("optimize", FILE, "--confirm", 0, "--json").get("pareto-front");
        assertThat(front.size()).isGreaterThan(5);
        for (JsonNode a : front) {
            for (JsonNode b : front) {
                boolean beats = true;
                for (String metric : List.of("latency-mean", "cost", "failure-rate")) {
                    beats &= a.get("model").get(metric).asDouble()
                            < b.get("model").get(metric).asDouble();
                }
                assertThat(beats).isFalse();
            }
        }
    }

    @Test
    void moreMoneyBuysShorterRoundTrips() {
        double poor = latency("cost <= 300 kUSD");
        double rich = latency("cost <= 600 kUSD");
        assertThat(rich).isLessThan(poor);
    }

    private static double latency(String limit) {
        JsonNode found = json(
                "optimize",
                FILE,
                "--confirm",
                0,
                "--json",
                "--minimise",
                "latency-mean",
                "--subject-to",
                limit,
                "--set",
                "optimize.latency-price=0 USD");
        return found.get("best").get(0).get("model").get("latency-mean").asDouble();
    }

    @Test
    void whoMayNotBeServedFromASiteIsNot() throws IOException {
        Path out = folder.resolve("out");
        Invocation done = confirmed(out, "--set", "optimize.keep=[beijing, oregon]", "--sites", "3");
        assertThat(done.err()).isEmpty();
        assertThat(done.exitCode()).isZero();
        assertThat(Files.readAllLines(out.resolve("assignment.csv")))
                .noneMatch(line -> line.contains(",RU,") && line.contains(",oregon,"))
                .anyMatch(line -> line.contains(",US,") && line.contains(",oregon,"));
        assertThat(out.resolve("placements.csv")).content().startsWith("placement,sites,rank,pareto,");
        assertThat(out.resolve("placements.yaml")).content().contains("for: [");
        assertThat(out.resolve("metrics.csv")).content().contains("beijing+");
        assertThat(out.resolve("charts/placements.svg")).exists();
        assertThat(done.out()).contains("Proven optimal: gap 0 %").contains("(today)");
    }

    /** Two days suffice to see that the files are there. */
    private static Invocation confirmed(Path out, Object... more) {
        List<Object> arguments = new java.util.ArrayList<>(List.of(
                "optimize",
                FILE,
                "--out",
                out,
                "--confirm",
                2,
                "--set",
                "period.to=2016-01-03",
                "--set",
                "simulation.windows=20",
                "--set",
                "simulation.replications=5"));
        arguments.addAll(List.of(more));
        return Invocation.of(arguments.toArray());
    }

    @Test
    void contradictingConstraintsAreSaidToBeSo() {
        Invocation done = Invocation.of("optimize", FILE, "--confirm", 0, "--subject-to", "cost <= 1 USD");
        assertThat(done.exitCode()).isEqualTo(65);
        assertThat(done.err()).contains("no choice of sites keeps every constraint (proven)");
    }

    @Test
    void anUnmetObjectiveEndsWith99() {
        Invocation done = confirmed(
                folder.resolve("missed"), "--fail-on-objectives", "--set", "objectives.0.at-most=1ms", "--quiet");
        assertThat(done.exitCode()).isEqualTo(99);
        assertThat(done.out().lines()).contains("beijing");
    }

    @Test
    void whatIsWrongInTheQuestionIsNamed() {
        assertThat(Invocation.of("optimize", FILE, "--candidate", "atlantis").err())
                .contains("no site \"atlantis\"; known: beijing");
        assertThat(Invocation.of("optimize", FILE, "--minimise", "beauty").err())
                .contains("latency-mean");
        assertThat(Invocation.of("optimize", FILE, "--sites", "9").err()).contains("optimize.sites");
        assertThat(Invocation.of("optimize", FILE, "--subject-to", "latency-p95 <= 3ms")
                        .err())
                .contains("no figure that the model of optimize knows \"latency-p95\"");
        assertThat(Invocation.of("optimize", FILE, "--subject-to", "cost(IN) <= 3 USD")
                        .err())
                .contains("cost is not divided among populations");
        assertThat(Invocation.of("optimize", FILE, "--confirm", 99).exitCode()).isEqualTo(2);
    }
}
