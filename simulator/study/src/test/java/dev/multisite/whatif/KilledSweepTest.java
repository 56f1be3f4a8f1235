package dev.multisite.whatif;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.multisite.whatif.Sweep.Existing;

import static org.assertj.core.api.Assertions.assertThat;

/** A program killed in the middle of a sweep, without any chance to tidy up, and another one that goes on. */
class KilledSweepTest {

    private static final String WHAT_IF = """
            what-if: 1
            base: base.yaml
            vary:
              sites.one.cores-per-host: {whole: [3, 9]}
              services.query.requests: {uniform: [5/s, 20/s]}
            design: {latin-hypercube: 24}
            measure: [wait-mean, latency-p95, utilisation]
            """;

    @TempDir
    private Path folder;

    /** The program that is killed: tells each point that is safe on disk. */
    public static final class Program {
        private Program() {}

        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            new Sweep(TinySweep.read(folder, WHAT_IF), "1")
                    .run(folder.resolve("out"), Existing.RESUME, TinySweep.SIMULATORS, 2, new SweepListener() {
                        @Override
                        public void finished(PointResult result) {
                            System.out.println("done " + result.point());
                        }
                    });
            System.out.println("complete");
        }
    }

    @Test
    @Timeout(value = 170, unit = TimeUnit.SECONDS)
    void resumedAfterTwoKillsItGivesTheBytesOfAnUninterruptedRun() throws Exception {
        Set<String> told = new HashSet<>();
        assertThat(runUntil(4, told)).doesNotContain("complete");
        assertThat(runUntil(5, told)).doesNotContain("complete");
        assertThat(Files.exists(folder.resolve("out/sweep.json"))).isFalse();
        assertThat(runUntil(Integer.MAX_VALUE, told)).contains("complete");

        new Sweep(TinySweep.read(folder, WHAT_IF), "1")
                .run(folder.resolve("whole"), Existing.KEEP, TinySweep.SIMULATORS, 1, SweepListener.NONE);
        assertThat(bytes("out")).isEqualTo(bytes("whole"));
    }

    /** Starts the program and kills it once it has told of {@code points} points; none may be one told of before. */
    private Set<String> runUntil(int points, Set<String> told) throws IOException, InterruptedException {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        Set<String> lines = new HashSet<>();
        try (BufferedReader reader = program.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                assertThat(told.add(line)).as("%s was told before", line).isTrue();
                lines.add(line);
                if (lines.size() == points) {
                    program.toHandle().destroyForcibly();
                }
            }
        }
        program.waitFor();
        return lines;
    }

    private TreeMap<String, String> bytes(String out) throws IOException {
        TreeMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.resolve(out))) {
            for (Path file : List.copyOf(files.toList())) {
                contents.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        }
        return contents;
    }
}
