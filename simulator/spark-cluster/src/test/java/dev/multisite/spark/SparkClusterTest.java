package dev.multisite.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The packaged program against a real standalone cluster: a master, two workers and their executors, each a process. The
 * workers know nothing but Spark's own jars, so the program reaches them as it would reach any cluster.
 */
class SparkClusterTest {
    private static final Path PROGRAM = Path.of(System.getProperty("multisite.program"));

    private static final String BASE = """
            multisite: 1
            title: A queue with measured service times
            period: {from: 2024-01-01T00:00Z, to: 2024-01-01T00:30Z}
            services:
              query:
                requests: 20/s
                service-time: {empirical: times.csv}
                connection-reuse: 100%
            populations:
              clients: {place: Frankfurt am Main, devices: 1}
            sites:
              one: {place: Frankfurt am Main, hosts: 1, cores-per-host: 3}
              two: {place: Frankfurt am Main, hosts: 1, cores-per-host: 6}
            network: {model: none}
            architectures:
              small:
                phases:
                  - {from: start, route: {to: [one]}}
              large:
                phases:
                  - {from: start, route: {to: [two]}}
            simulation: {seed: 5, replications: 3, fidelity: every-request, warm-up: 0s}
            """;

    private static final String WHAT_IF = """
            what-if: 1
            base: base.yaml
            vary:
              sites.one.cores-per-host: {whole: [3, 9]}
              services.query.requests: {uniform: [5/s, 20/s]}
            design: {latin-hypercube: 80}
            measure: [wait-mean, latency-p95, utilisation]
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(folder.resolve("base.yaml"), BASE);
        Files.writeString(folder.resolve("asked.yaml"), WHAT_IF);
        Files.writeString(folder.resolve("times.csv"), "60ms\n80ms\n90ms\n100ms\n120ms\n150ms\n");
    }

    @Test
    @Timeout(value = 400, unit = TimeUnit.SECONDS)
    void aSweepThatLosesAWorkerGivesTheBytesOfTheLocalEngine() throws Exception {
        assertThat(run("local.txt", false, List.of("--out", "local")).waitFor()).isZero();

        Cluster cluster = new Cluster(folder, 2);
        try (cluster) {
            Process driver = run("driver.txt", true, List.of("--out", "spark", "--master", cluster.address()));
            try {
                Cluster.await(
                        "results of both executors",
                        Duration.ofMinutes(2),
                        () -> !driver.isAlive()
                                || (pointsDone() >= 2
                                        && said("Finished task .*executor 0\\).*")
                                        && said("Finished task .*executor 1\\).*")));
                assertThat(driver.isAlive()).as(text("driver.txt")).isTrue();
                long before = pointsDone();
                cluster.killWorker(0);
                assertThat(before).as("points done when the worker was killed").isBetween(2L, 78L);
                assertThat(driver.waitFor()).as(text("driver.txt")).isZero();
            } finally {
                driver.destroyForcibly();
            }
        }

        summary();
        assertThat(said(".*Lost executor .*")).as("the worker was lost").isTrue();
        assertThat(bytes("spark")).isEqualTo(bytes("local")).containsKeys("sweep.csv", "sweep.json", "sensitivity.csv");
        assertThat(cluster.alive()).isEmpty();
    }

    @Test
    @Timeout(value = 200, unit = TimeUnit.SECONDS)
    void withoutSparkOnTheClassPathTheMessageSaysWhatToDo() throws Exception {
        Process program = run("none.txt", false, List.of("--engine", "spark", "--master", "spark://127.0.0.1:1"));
        assertThat(program.waitFor()).isEqualTo(69);
        assertThat(text("none.txt")).contains("--engine spark needs Apache Spark 4", "SPARK_HOME");
        assertThat(text("none.txt").lines()).hasSize(1);
    }

    @Test
    @Timeout(value = 200, unit = TimeUnit.SECONDS)
    void aClusterWithoutExecutorsIsGivenUpAndTheSweepCanGoOnElsewhere() throws Exception {
        Files.writeString(folder.resolve("asked.yaml"), WHAT_IF.replace("80", "8"));
        Cluster cluster = new Cluster(folder, 0);
        try (cluster) {
            Process driver = run(
                    "waiting.txt",
                    true,
                    List.of(
                            "--out",
                            "waiting",
                            "--master",
                            cluster.address(),
                            "--spark-conf",
                            "spark.multisite.patience=3s"));
            assertThat(driver.waitFor()).isEqualTo(75);
            assertThat(text("waiting.txt"))
                    .contains("no executor for 3 s", "--resume")
                    .doesNotContain("\tat ");
        }
        assertThat(run("resumed.txt", false, List.of("--out", "waiting", "--resume"))
                        .waitFor())
                .isZero();
        assertThat(folder.resolve("waiting/sweep.json")).exists();
    }

    private Process run(String log, boolean withSpark, List<String> options) throws IOException {
        String path = PROGRAM.resolve("multisite.jar") + ":" + sparkPart()
                + (withSpark ? ":" + Cluster.HOME.resolve("jars") + "/*" : "");
        List<String> command = new ArrayList<>(List.of(
                Cluster.java(),
                "-Xmx600m",
                "-Dslf4j.internal.verbosity=ERROR",
                "-Dorg.slf4j.simpleLogger.log.org.apache.spark.scheduler.TaskSetManager=info",
                "-cp",
                path,
                "dev.multisite.cli.Multisite",
                "sweep",
                "asked.yaml"));
        if (withSpark) {
            command.addAll(List.of("--engine", "spark", "--spark-conf", "spark.executor.memory=512m"));
        }
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(log).toFile());
        Cluster.environment(builder);
        return builder.start();
    }

    private static Path sparkPart() throws IOException {
        try (Stream<Path> files = Files.list(PROGRAM.resolve("lib"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("multisite-spark-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private boolean said(String pattern) {
        return text("driver.txt").lines().anyMatch(line -> line.matches(".*" + pattern));
    }

    private String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The journal of points; 0 where there is none, before the first point. */
    private long pointsDone() {
        Path journal = folder.resolve("spark/points.log");
        if (!Files.exists(journal)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(journal)) {
            return lines.count() - 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TreeMap<String, String> bytes(String out) throws IOException {
        TreeMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.resolve(out))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }

    /** Writes what Spark said about executors into {@code target}, for those who want to see it. */
    private void summary() throws IOException {
        String driver = text("driver.txt");
        long finished = driver.lines().filter(l -> l.contains("Finished task")).count();
        long begun = driver.lines().filter(l -> l.contains("Starting task")).count();
        String executors = driver.lines()
                .filter(l -> l.contains("ost executor") || l.contains("ost task"))
                .collect(Collectors.joining("\n"));
        String text = "tasks started " + begun + ", finished " + finished + "\n" + executors + "\n";
        Files.writeString(PROGRAM.resolve("../../spark-cluster/target/spark-test.txt"), text);
    }
}
