package dev.multisite.whatif;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.multisite.experiment.ExperimentListener;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.yaml.WhatIfResult;
import dev.multisite.simulation.ReplicationSimulator;
import dev.multisite.whatif.Sweep.Existing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SweepTest {

    @TempDir
    private Path folder;

    private SweepOutcome run(String whatIf, String out, Existing existing, int threads) throws Exception {
        return run(whatIf, out, existing, threads, TinySweep.SIMULATORS);
    }

    private SweepOutcome run(
            String whatIf,
            String out,
            Existing existing,
            int threads,
            Function<Scenario, ReplicationSimulator> simulators)
            throws Exception {
        return new Sweep(TinySweep.read(folder, whatIf), "1")
                .run(folder.resolve(out), existing, simulators, threads, SweepListener.NONE);
    }

    private TreeMap<String, String> bytes(String out) throws IOException {
        TreeMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.resolve(out))) {
            for (Path file : files.toList()) {
                contents.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        }
        return contents;
    }

    @Test
    void theNumberOfThreadsDoesNotChangeAByte() throws Exception {
        run(TinySweep.GRID, "one", Existing.KEEP, 1);
        run(TinySweep.GRID, "four", Existing.KEEP, 4);

        assertThat(bytes("one").keySet())
                .isEqualTo(Set.of(
                        "sweep.json", "sweep.csv", "sweep-comparison.csv", "sweep-failures.csv", "sensitivity.csv"));
        assertThat(bytes("four")).isEqualTo(bytes("one"));
    }

    @Test
    void theTableIsTidyAndInTheOrderOfThePoints() throws Exception {
        run(TinySweep.GRID, "out", Existing.KEEP, 2);

        List<String> lines = Files.readAllLines(folder.resolve("out/sweep.csv"));
        assertThat(lines.get(0))
                .isEqualTo(
                        "point,sites.one.cores-per-host,services.query.requests,architecture,country,site,metric,unit,"
                                + "mean,ci-low,ci-high,replications,note");
        assertThat(lines.get(1)).startsWith("1,3,15/s,small,,,latency-mean,ms,");
        assertThat(lines).anyMatch(line -> line.startsWith("6,5,20/s,large,,two,utilisation,fraction,0."));
        List<Integer> order = lines.stream()
                .skip(1)
                .map(line -> Integer.parseInt(line.substring(0, line.indexOf(','))))
                .toList();
        assertThat(order).isSorted();
        assertThat(new TreeSet<>(order)).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(Files.readAllLines(folder.resolve("out/sweep-comparison.csv")))
                .anyMatch(line -> line.startsWith("2,3,20/s,large,small,,wait-mean,ms,-"));
    }

    @Test
    void pointsShareTheirRandomNumbers() throws Exception {
        run(TinySweep.GRID, "out", Existing.KEEP, 2);

        // The second architecture does not use the site whose cores are varied, so nothing about it may differ.
        List<String> untouched = Files.readAllLines(folder.resolve("out/sweep.csv")).stream()
                .filter(line -> line.contains(",20/s,large,,,"))
                .map(line -> line.replaceFirst("^\\d+,\\d+,", ""))
                .toList();
        assertThat(untouched).hasSizeGreaterThan(6);
        assertThat(new TreeSet<>(untouched)).hasSize(untouched.size() / 3);
    }

    @Test
    void aResumedSweepRunsWhatIsMissingAndGivesTheSameBytes() throws Exception {
        run(TinySweep.GRID, "whole", Existing.KEEP, 2);
        interruptAfter(2, "broken");
        assertThat(bytes("broken").keySet()).containsExactly("points.log");
        cutTheLastLine("broken");
        assertThatThrownBy(() -> run(TinySweep.GRID, "broken", Existing.KEEP, 2))
                .isInstanceOf(SweepException.class)
                .hasMessageContaining("--resume");

        Set<Integer> simulated = new ConcurrentSkipListSet<>();
        new Sweep(TinySweep.read(folder, TinySweep.GRID), "1")
                .run(folder.resolve("broken"), Existing.RESUME, TinySweep.SIMULATORS, 2, new SweepListener() {
                    @Override
                    public void finished(PointResult result) {
                        assertThat(simulated.add(result.point())).isTrue();
                    }
                });

        assertThat(bytes("broken")).isEqualTo(bytes("whole"));
        assertThat(simulated).hasSize(5);
    }

    @Test
    void aFullDiskKeepsThePointsThatAreDoneAndTheSweepCanGoOn() throws Exception {
        run(TinySweep.GRID, "whole", Existing.KEEP, 2);
        SweepEngine fillsTheDisk = work -> {
            SweepEngine.local(TinySweep.SIMULATORS, 1).run(work);
            throw new FileSystemException("points.log", null, "No space left on device");
        };
        assertThatThrownBy(() -> new Sweep(TinySweep.read(folder, TinySweep.GRID), "1")
                        .run(folder.resolve("full"), Existing.KEEP, fillsTheDisk, SweepListener.NONE))
                .isInstanceOf(SweepException.class)
                .hasMessageContaining("No space left on device; the points that are done are kept");
        assertThat(bytes("full").keySet()).containsExactly("points.log");

        SweepEngine idle = work -> assertThat(work.open()).isEmpty();
        new Sweep(TinySweep.read(folder, TinySweep.GRID), "1")
                .run(folder.resolve("full"), Existing.RESUME, idle, SweepListener.NONE);
        assertThat(bytes("full")).isEqualTo(bytes("whole"));
    }

    @Test
    void resultsThatArriveInAnyOrderAndTwiceGiveTheSameBytes() throws Exception {
        run(TinySweep.GRID, "whole", Existing.KEEP, 2);
        SweepEngine backwards = work -> {
            PointRunner runner = new PointRunner(work.base(), work.measure(), TinySweep.SIMULATORS);
            List<Point> open = new ArrayList<>(work.open());
            Collections.reverse(open);
            for (Point point : open) {
                PointResult result = runner.run(point, 1, ExperimentListener.NONE);
                work.finished(result);
                work.finished(result);
            }
        };
        new Sweep(TinySweep.read(folder, TinySweep.GRID), "1")
                .run(folder.resolve("backwards"), Existing.KEEP, backwards, SweepListener.NONE);
        assertThat(bytes("backwards")).isEqualTo(bytes("whole"));
    }

    private void interruptAfter(int finished, String out) throws Exception {
        Thread main = Thread.currentThread();
        SweepListener stops = new SweepListener() {
            private int count;

            @Override
            public synchronized void finished(PointResult result) {
                if (++count == finished) {
                    main.interrupt();
                }
            }
        };
        assertThatThrownBy(() -> new Sweep(TinySweep.read(folder, TinySweep.GRID), "1")
                        .run(folder.resolve(out), Existing.KEEP, slowly(), 1, stops))
                .isInstanceOf(InterruptedException.class);
    }

    private static Function<Scenario, ReplicationSimulator> slowly() {
        return scenario -> {
            ReplicationSimulator simulator = TinySweep.SIMULATORS.apply(scenario);
            return (architecture, replication, progress) -> {
                Thread.sleep(20);
                return simulator.simulate(architecture, replication, progress);
            };
        };
    }

    private void cutTheLastLine(String out) throws IOException {
        Path file = folder.resolve(out).resolve("points.log");
        byte[] all = Files.readAllBytes(file);
        assertThat(new String(all, java.nio.charset.StandardCharsets.UTF_8).lines())
                .hasSize(3);
        Files.write(file, Arrays.copyOf(all, all.length - 40));
    }

    @Test
    void aDamagedLineIsSimulatedAgain() throws Exception {
        run(TinySweep.GRID, "whole", Existing.KEEP, 2);
        interruptAfter(2, "broken");
        Path file = folder.resolve("broken/points.log");
        String text = Files.readString(file);
        Files.writeString(file, text.replaceFirst("\"point\":1,", "\"point\":3,"));

        run(TinySweep.GRID, "broken", Existing.RESUME, 2);

        assertThat(bytes("broken")).isEqualTo(bytes("whole"));
    }

    @Test
    void aSweepIsResumedOnlyWithItsOwnInputs() throws Exception {
        interruptAfter(1, "out");
        String other = TinySweep.GRID.replace("[3, 4, 5]", "[3, 4]");

        assertThatThrownBy(() -> run(other, "out", Existing.RESUME, 1))
                .isInstanceOf(SweepException.class)
                .hasMessageContaining("begun with another what-if file");
        run(other, "out", Existing.REPLACE, 1);
        assertThatThrownBy(() -> run(TinySweep.GRID, "out", Existing.RESUME, 1))
                .isInstanceOf(SweepException.class)
                .hasMessageContaining("results of another what-if file");
    }

    @Test
    void aCompleteSweepIsNotRunAgain() throws Exception {
        run(TinySweep.GRID, "out", Existing.KEEP, 2);
        TreeMap<String, String> before = bytes("out");

        SweepOutcome outcome = run(TinySweep.GRID, "out", Existing.RESUME, 2, scenario -> {
            throw new AssertionError("nothing is left to simulate");
        });

        assertThat(outcome.points()).isEqualTo(6);
        assertThat(bytes("out")).isEqualTo(before);
        assertThatThrownBy(() -> run(TinySweep.GRID, "out", Existing.KEEP, 2))
                .isInstanceOf(SweepException.class)
                .hasMessageContaining("--force");
    }

    @Test
    void aFolderWithOtherFilesIsLeftAlone() throws Exception {
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(folder.resolve("out/thesis.txt"), "mine");

        for (Existing existing : Existing.values()) {
            assertThatThrownBy(() -> run(TinySweep.GRID, "out", existing, 1))
                    .isInstanceOf(SweepException.class)
                    .hasMessageContaining("holds other files");
        }
        assertThat(bytes("out").keySet()).containsExactly("thesis.txt");
    }

    @Test
    void aPointThatFailsBecomesARowAndTheOthersGoOn() throws Exception {
        SweepOutcome outcome = run(TinySweep.GRID, "out", Existing.KEEP, 2, scenario -> {
            if (java.util.Objects.requireNonNull(scenario.sites().get("one")).coresPerHost() == 4) {
                throw new IllegalStateException("no such luck");
            }
            return TinySweep.SIMULATORS.apply(scenario);
        });

        assertThat(outcome.failed()).isEqualTo(2);
        assertThat(Files.readAllLines(folder.resolve("out/sweep-failures.csv")))
                .containsExactly(
                        "point,sites.one.cores-per-host,services.query.requests,reason",
                        "3,4,15/s,java.lang.IllegalStateException: no such luck",
                        "4,4,20/s,java.lang.IllegalStateException: no such luck");
        assertThat(Files.readString(folder.resolve("out/sweep.json"))).contains("\"failed\" : 2");
    }

    @Test
    void twoProgramsDoNotWriteIntoOneSweep() throws Exception {
        Path out = Files.createDirectories(folder.resolve("out"));
        PointsFile first = PointsFile.open(out.resolve("points.log"), "x", 3);
        try (first) {
            assertThatThrownBy(() -> PointsFile.open(out.resolve("points.log"), "x", 3))
                    .isInstanceOf(SweepException.class)
                    .hasMessageContaining("another sweep is writing");
        }
    }

    @Test
    void aFileThatIsNoPointsFileIsNotOverwritten() throws Exception {
        Path file = Files.writeString(folder.resolve("points.log"), "dear diary\n", StandardOpenOption.CREATE);

        assertThatThrownBy(() -> PointsFile.open(file, "x", 3)).isInstanceOf(SweepException.class);
        assertThat(Files.readString(file)).isEqualTo("dear diary\n");
    }

    @Test
    void aPointReadsBackAsItWasWritten() throws Exception {
        WhatIfResult.Valid input = TinySweep.read(folder, TinySweep.GRID);
        PointRunner runner = new PointRunner(input.base(), input.whatIf().measure(), TinySweep.SIMULATORS);
        List<PointResult> results = new ArrayList<>();
        results.add(runner.run(Points.of(input.whatIf(), input.base()).get(2), 1, ExperimentListener.NONE));
        results.add(new PointResult.Failed(3, "a \"reason\"\nof two lines"));

        for (PointResult result : results) {
            String line = PointLine.write(result);
            assertThat(line).doesNotContain("\n");
            assertThat(PointLine.read(line)).isEqualTo(result);
        }
    }

    @Test
    void valuesThatClashAreFoundBeforeTheFirstPointRuns() throws Exception {
        String clash = """
                what-if: 1
                base: base.yaml
                vary:
                  period.from: [2024-01-01T00:00Z, 2024-01-02T00:00Z]
                  period.to: [2024-01-01T00:02Z, 2024-01-03T00:00Z]
                measure: [latency-mean]
                """;
        assertThatThrownBy(() -> TinySweep.read(folder, clash)).hasMessageContaining("must be later than from");
        String fine = clash.replace("2024-01-02T00:00Z", "2024-01-01T00:01Z")
                .replace("2024-01-03T00:00Z", "2024-01-01T00:00:30Z");

        assertThat(new Sweep(TinySweep.read(folder, fine), "1").problems(2))
                .singleElement()
                .satisfies(problem -> assertThat(problem.text())
                        .contains("must be later than from", "at point 4 (2024-01-01T00:01Z, 2024-01-01T00:00:30Z)"));
    }
}
