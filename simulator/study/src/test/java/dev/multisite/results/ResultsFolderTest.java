package dev.multisite.results;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.multisite.experiment.Experiment;
import dev.multisite.experiment.ExperimentListener;
import dev.multisite.experiment.ExperimentResult;
import dev.multisite.experiment.Fixtures;
import dev.multisite.experiment.MetricRow;
import dev.multisite.scenario.SimulationSpec.Replications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ResultsFolderTest {
    private static final String FORMULA = "=cmd|' /C calc'!A0";

    @SuppressWarnings("NullAway.Init")
    private static ExperimentResult result;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path results;

    @BeforeAll
    static void simulate() throws InterruptedException {
        result = Experiment.run(
                Fixtures.scenario(new Replications.Fixed(4), FORMULA),
                Fixtures.simulator(),
                2,
                ExperimentListener.NONE);
    }

    private static RunInfo info(String name) {
        return new RunInfo(
                name, "1.0", "run x", "multisite: 1\n", Map.of(), Instant.parse("2026-01-01T00:00:00Z"), 1.5, 2);
    }

    private List<String> entries() throws IOException {
        try (Stream<Path> entries = Files.list(results)) {
            return entries.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatWasWrittenReadsBackTheSame() throws ResultsException {
        Path folder = ResultsWriter.writeBelow(results, info("x"), result, false, ResultsWriter.Finish.NOTHING);
        StoredRun stored = StoredRun.read(folder);
        assertThat(stored.metrics()).hasSameSizeAs(result.metrics());
        for (int i = 0; i < stored.metrics().size(); i++) {
            MetricRow written = result.metrics().get(i);
            MetricRow read = stored.metrics().get(i);
            assertThat(read.architecture()).isEqualTo(written.architecture());
            assertThat(read.slice()).isEqualTo(written.slice());
            assertThat(read.note()).isEqualTo(written.note());
            assertThat(Double.compare(
                            read.estimate().value(), written.estimate().value()))
                    .isZero();
            assertThat(Double.compare(read.estimate().low(), written.estimate().low()))
                    .isZero();
            assertThat(Double.compare(read.estimate().high(), written.estimate().high()))
                    .isZero();
        }
        assertThat(stored.replicationRows()).isEqualTo(result.replicationRows());
        assertThat(stored.seed()).isEqualTo(7);
        assertThat(stored.baseline()).isEqualTo("far");
    }

    @Test
    void namesThatLookLikeFormulasAreNeutralised() throws IOException, ResultsException {
        Path folder = ResultsWriter.writeBelow(results, info("x"), result, false, ResultsWriter.Finish.NOTHING);
        for (ResultsFile file : inEveryFolder()) {
            assertThat(Files.readAllLines(folder.resolve(file.fileName())))
                    .allSatisfy(line -> assertThat(line)
                            .doesNotStartWith("=")
                            .doesNotContain(",=")
                            .doesNotContain("\"="));
        }
        assertThat(Files.readString(folder.resolve("events.csv"))).contains("'=HYPERLINK(1)");
    }

    private static List<ResultsFile> inEveryFolder() {
        return Arrays.stream(ResultsFile.values())
                .filter(ResultsFile::isInEveryFolder)
                .toList();
    }

    @Test
    void aScenarioWithoutRecordsWritesNothingAboutThem() throws IOException, ResultsException {
        Path folder = ResultsWriter.writeBelow(results, info("x"), result, false, ResultsWriter.Finish.NOTHING);
        for (ResultsFile file : ResultsFile.values()) {
            assertThat(Files.exists(folder.resolve(file.fileName())))
                    .as(file.fileName())
                    .isEqualTo(file.isInEveryFolder());
        }
    }

    @Test
    void noCellIsNotANumber() throws IOException, ResultsException {
        Path folder = ResultsWriter.writeBelow(results, info("x"), result, false, ResultsWriter.Finish.NOTHING);
        for (ResultsFile file : inEveryFolder()) {
            assertThat(Files.readString(folder.resolve(file.fileName())))
                    .doesNotContain("NaN")
                    .doesNotContain("Infinity");
        }
        assertThat(Files.readString(folder.resolve("run.json"))).doesNotContain("NaN");
    }

    @Test
    void bytesDoNotDependOnThreads() throws IOException, ResultsException, InterruptedException {
        Path first = ResultsWriter.writeBelow(results, info("x"), result, false, ResultsWriter.Finish.NOTHING);
        ExperimentResult again = Experiment.run(
                Fixtures.scenario(new Replications.Fixed(4), FORMULA),
                Fixtures.simulator(),
                8,
                ExperimentListener.NONE);
        Path second = ResultsWriter.writeBelow(results, info("x"), again, false, ResultsWriter.Finish.NOTHING);
        assertThat(second.getFileName()).hasToString(first.getFileName() + "-2");
        for (ResultsFile file : inEveryFolder()) {
            assertThat(second.resolve(file.fileName())).hasSameBinaryContentAs(first.resolve(file.fileName()));
        }
    }

    @Test
    void runJsonHasWhatChartsAndReportNeed() throws IOException, ResultsException {
        Path folder = ResultsWriter.writeBelow(results, info("x"), result, false, ResultsWriter.Finish.NOTHING);
        JsonNode run = JsonMapper.builder().build().readTree(Files.readString(folder.resolve("run.json")));
        assertThat(run.path("format").asInt()).isEqualTo(1);
        assertThat(run.path("scenario").path("effective").asString()).isEqualTo("multisite: 1\n");
        assertThat(run.path("scenario").path("hash").asString()).hasSize(64);
        assertThat(run.path("sites").path(0).path("latitude").asDouble()).isEqualTo(39.9);
        assertThat(run.path("architectures")
                        .path(0)
                        .path("phases")
                        .path(0)
                        .path("from")
                        .asString())
                .isEqualTo("start");
        assertThat(run.path("architectures")
                        .path(0)
                        .path("phases")
                        .path(0)
                        .path("routes")
                        .path(0)
                        .path("site")
                        .asString())
                .isEqualTo("beijing");
        assertThat(run.path("objectives").path(0).path("met").asString()).isEqualTo("no");
        assertThat(run.path("verdict").size()).isPositive();
        assertThat(run.path("checks").path(0).path("holds").asBoolean()).isTrue();
    }

    @Test
    void hostileNamesStayOneHarmlessFolder() throws IOException, ResultsException {
        ResultsWriter.writeBelow(results, info("../../etc/pass wd\n"), result, false, ResultsWriter.Finish.NOTHING);
        ResultsWriter.writeBelow(results, info(".."), result, false, ResultsWriter.Finish.NOTHING);
        assertThat(entries()).hasSize(2).allMatch(name -> name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*"));
    }

    @Test
    void existingResultsAreKeptUnlessForced() throws IOException, ResultsException {
        Path folder = results.resolve("mine");
        ResultsWriter.write(folder, info("x"), result, false, ResultsWriter.Finish.NOTHING);
        Files.writeString(folder.resolve("note.txt"), "mine");
        assertThatThrownBy(() -> ResultsWriter.write(folder, info("x"), result, false, ResultsWriter.Finish.NOTHING))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("--force");
        assertThat(folder.resolve("note.txt")).exists();
        ResultsWriter.write(folder, info("x"), result, true, ResultsWriter.Finish.NOTHING);
        assertThat(folder.resolve("note.txt")).doesNotExist();
        assertThat(entries()).containsExactly("mine");
    }

    @Test
    void aFolderOfSomethingElseIsNeverReplaced() throws IOException {
        Path folder = Files.createDirectory(results.resolve("photos"));
        Files.writeString(folder.resolve("cat.jpg"), "cat");
        assertThatThrownBy(() -> ResultsWriter.write(folder, info("x"), result, true, ResultsWriter.Finish.NOTHING))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("no results");
        assertThat(folder.resolve("cat.jpg")).exists();
    }

    @Test
    void aFileInTheWayIsReported() throws IOException {
        Path file = Files.writeString(results.resolve("file"), "");
        assertThatThrownBy(() -> ResultsWriter.write(
                        file.resolve("below"), info("x"), result, false, ResultsWriter.Finish.NOTHING))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("not a folder");
        assertThatThrownBy(() -> ResultsWriter.write(file, info("x"), result, true, ResultsWriter.Finish.NOTHING))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("it is a file");
    }

    @Test
    void anInterruptLeavesNothingThatLooksComplete() throws IOException {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> ResultsWriter.write(
                            results.resolve("new"), info("x"), result, false, ResultsWriter.Finish.NOTHING))
                    .isInstanceOf(ResultsException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(entries()).isEmpty();
    }

    @Test
    void anInterruptedReplacementKeepsTheOldResults() throws IOException, ResultsException {
        Path folder = results.resolve("mine");
        ResultsWriter.write(folder, info("old"), result, false, ResultsWriter.Finish.NOTHING);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(
                            () -> ResultsWriter.write(folder, info("new"), result, true, ResultsWriter.Finish.NOTHING))
                    .isInstanceOf(ResultsException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(entries()).containsExactly("mine");
        assertThat(StoredRun.read(folder).scenario()).isEqualTo("old");
    }

    @Test
    void aFullDiskIsNamedLeavesNothingAndKeepsTheOldResults() throws IOException, ResultsException {
        ResultsWriter.Finish full = folder -> {
            throw new FileSystemException(folder.toString(), null, "No space left on device");
        };
        assertThatThrownBy(() -> ResultsWriter.write(results.resolve("new"), info("x"), result, false, full))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("No space left on device");
        assertThat(entries()).isEmpty();
        Path folder = results.resolve("mine");
        ResultsWriter.write(folder, info("old"), result, false, ResultsWriter.Finish.NOTHING);
        assertThatThrownBy(() -> ResultsWriter.write(folder, info("new"), result, true, full))
                .isInstanceOf(ResultsException.class);
        assertThat(entries()).containsExactly("mine");
        assertThat(StoredRun.read(folder).scenario()).isEqualTo("old");
    }

    @Test
    void brokenFoldersAreRefusedWithTheReason() throws IOException, ResultsException {
        assertUnreadable(results.resolve("none"), "no such folder");
        Path folder = results.resolve("x");
        ResultsWriter.write(folder, info("x"), result, false, ResultsWriter.Finish.NOTHING);
        String json = Files.readString(folder.resolve("run.json"));
        Files.writeString(folder.resolve("run.json"), json.substring(0, json.length() / 2));
        assertUnreadable(folder, "run.json is damaged");
        Files.writeString(folder.resolve("run.json"), json.replace("\"format\" : 1", "\"format\" : 9"));
        assertUnreadable(folder, "format version is 9");
        Files.writeString(folder.resolve("run.json"), json);
        String metrics = Files.readString(folder.resolve("metrics.csv"));
        Files.writeString(folder.resolve("metrics.csv"), metrics.substring(0, metrics.length() / 2));
        assertThatThrownBy(() -> StoredRun.read(folder)).isInstanceOf(ResultsException.class);
        Files.writeString(folder.resolve("metrics.csv"), "a,b\r\n1,2\r\n");
        assertUnreadable(folder, "no column 'architecture'");
        Files.write(folder.resolve("metrics.csv"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThatThrownBy(() -> StoredRun.read(folder)).isInstanceOf(ResultsException.class);
        Files.delete(folder.resolve("metrics.csv"));
        assertUnreadable(folder, "no metrics.csv");
        Files.delete(folder.resolve("run.json"));
        assertUnreadable(folder, "no run.json");
    }

    private static void assertUnreadable(Path folder, String reason) {
        assertThatThrownBy(() -> StoredRun.read(folder))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void numbersAreShortestRoundTripWithADecimalPoint() {
        assertThat(Cells.number(0.1)).isEqualTo("0.1");
        assertThat(Cells.number(3)).isEqualTo("3");
        assertThat(Cells.number(-0.25)).isEqualTo("-0.25");
        assertThat(Cells.number(1.0 / 3)).isEqualTo("0.3333333333333333");
        assertThat(Double.parseDouble(Cells.number(1e300))).isEqualTo(1e300);
        assertThat(Cells.number(Double.NaN)).isEmpty();
        assertThat(Cells.number(Double.POSITIVE_INFINITY)).isEmpty();
    }
}
