package dev.multisite.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.multisite.scenario.yaml.ScenarioTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is typed ends with its documented exit code and one message per problem, and no stack trace. */
class BadInputTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("scenario.yaml"), text);
    }

    private String starterWith(String old, String replacement) throws IOException {
        String starter = ScenarioTemplate.yaml();
        assertThat(starter).contains(old);
        return starter.replace(old, replacement);
    }

    private static void assertProblem(Invocation done, int exitCode, String... parts) {
        assertThat(done.exitCode()).as(done.err()).isEqualTo(exitCode);
        assertThat(done.err()).isNotEmpty().doesNotContain("\tat ").doesNotContain("Exception");
        for (String part : parts) {
            assertThat(done.err()).contains(part);
        }
        assertThat(done.out()).isEmpty();
    }

    @Test
    void theStarterIsValid() throws IOException {
        Invocation done = Invocation.of("validate", write(ScenarioTemplate.yaml()));
        assertThat(done.err()).isEmpty();
        assertThat(done.exitCode()).isZero();
    }

    @Test
    void aMisspeltKeyIsNamedWithPlaceAndNearestName() throws IOException {
        Path file = write(starterWith("replications: 10", "replicatons: 10"));
        for (String command : new String[] {"validate", "run"}) {
            assertProblem(Invocation.of(command, file), 65, "scenario.yaml:", "replicatons", "replications");
        }
    }

    @Test
    void everyProblemOfAFileIsReportedAtOnce() throws IOException {
        String text = starterWith("replications: 10", "replicatons: 10").replace("hosts: 2", "hosts: -2");
        Invocation done = Invocation.of("validate", write(text));
        assertProblem(done, 65, "replicatons", "hosts");
        assertThat(done.err().lines().filter(line -> line.startsWith("multisite: ")))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aMissingFileAndADirectoryAreNoInput() {
        assertProblem(Invocation.of("run", folder.resolve("none.yaml")), 66, "none.yaml");
        assertProblem(Invocation.of("run", folder), 66, "directory");
        assertProblem(Invocation.of("validate", folder), 66, "directory");
    }

    @Test
    void filesOfOtherKindsNameTheirCommand() throws IOException {
        Path whatIf = write("what-if: 1\nbase: x.yaml\n");
        assertProblem(Invocation.of("run", whatIf), 65, "what-if file", "multisite sweep");
        assertProblem(Invocation.of("validate", write("verdict-cases: 1\ncases: []\n")), 65, "multisite verdict");
    }

    @Test
    void anEmptyFileAndBytesThatAreNoTextAreInvalid() throws IOException {
        assertProblem(Invocation.of("run", write("")), 65);
        Path file = Files.write(folder.resolve("latin.yaml"), "title: Zürich".getBytes(StandardCharsets.ISO_8859_1));
        assertProblem(Invocation.of("run", file), 65, "UTF-8");
    }

    @Test
    void explodingAliasesAreRefusedQuickly() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [".formatted(i, i))
                    .append("*a%d,".formatted(i - 1).repeat(10))
                    .append("]\n");
        }
        assertProblem(Invocation.of("validate", write(bomb.toString())), 65);
    }

    @Test
    void anUnwritablePlaceIsReportedBeforeAnythingIsSimulated() throws IOException {
        Path file = write(ScenarioTemplate.yaml());
        assertProblem(Invocation.of("run", file, "--out", file.resolve("below")), 73, "not a folder");
        Path other = Files.createDirectory(folder.resolve("photos"));
        Files.writeString(other.resolve("cat.jpg"), "");
        assertProblem(Invocation.of("run", file, "--out", other, "--force"), 73, "no results");
        assertThat(other.resolve("cat.jpg")).exists();
    }

    @Test
    void wrongUsageIsTwo() throws IOException {
        Path file = write(ScenarioTemplate.yaml());
        assertProblem(Invocation.of(), 2, "command is missing");
        assertProblem(Invocation.of("runn", file), 2, "runn");
        assertProblem(Invocation.of("run"), 2, "FILE");
        assertProblem(Invocation.of("run", file, "--replicatons", "3"), 2, "--replications");
        assertProblem(Invocation.of("run", file, "--threads", "0"), 2, "at least 1");
        assertProblem(Invocation.of("run", file, "--threads", "many"), 2, "--threads");
        assertProblem(Invocation.of("run", file, "--set", "sites.frankfurt.hosts"), 2, "path=value");
        assertProblem(Invocation.of("run", file, "--architecture", "x"), 2, "one-site, two-sites");
    }

    @Test
    void overridesAreCheckedLikeTheFile() throws IOException {
        Path file = write(ScenarioTemplate.yaml());
        assertProblem(Invocation.of("run", file, "--set", "sites.frankfurt.hots=3"), 65, "--set", "hosts");
        assertProblem(Invocation.of("run", file, "--replications", "0"), 65, "--replications");
        assertProblem(Invocation.of("run", file, "--fidelity", "high"), 65, "--fidelity", "sampled");
    }

    @Test
    void unknownPlacesNameTheNearest() {
        assertProblem(Invocation.of("latency", "Dehli", "beijing"), 2, "Dehli", "Delhi");
        assertProblem(Invocation.of("latency", "Delhi", "beijing", "--access", "pigeon"), 2, "cellular-3g");
    }

    @Test
    void foldersWithoutResultsCannotBeComparedOrDrawn() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Invocation done = Invocation.of("compare", empty, folder.resolve("none"));
        assertProblem(done, 66, "no run.json", "no such folder");
        assertProblem(Invocation.of("report", empty), 66, "no run.json");
    }

    @Test
    void initNeverOverwrites() throws IOException {
        Path file = write("mine");
        assertProblem(Invocation.of("init", file), 73, "exists already");
        assertThat(Files.readString(file)).isEqualTo("mine");
    }

    @Test
    void explainKnowsOnlyWhatTheScenarioHas() throws IOException {
        Path file = write(ScenarioTemplate.yaml());
        assertProblem(Invocation.of("explain", file, "--from", "XX", "--to", "mumbai"), 2, "DE, IN");
        assertProblem(
                Invocation.of("explain", file, "--from", "IN", "--to", "mumbai", "--on", "2030-01-01"), 2, "period");
        assertProblem(Invocation.of("explain", file, "--from", "IN", "--to", "mumbai", "--on", "soon"), 2, "soon");
    }

    @Test
    void aMistypedOptionIsNamedBeforeAMissingFile() {
        Invocation mistyped = Invocation.of("run", "--hlep");
        assertThat(mistyped.exitCode()).isEqualTo(2);
        assertThat(mistyped.err()).contains("--hlep", "--help").doesNotContain("FILE");
        assertThat(Invocation.of("run", "--quiet").err()).contains("FILE");
    }
}
