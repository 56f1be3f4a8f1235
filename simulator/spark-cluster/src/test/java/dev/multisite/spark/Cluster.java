package dev.multisite.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A standalone master and workers on loopback, each a process, on ports that the system chooses. Closed, all are gone. */
final class Cluster implements AutoCloseable {
    static final Path HOME = Path.of(System.getProperty("multisite.spark-home")).toAbsolutePath();
    private static final Pattern ADDRESS = Pattern.compile("Starting Spark master at (spark://\\S+)");

    private final Path folder;
    private final List<Process> started = new ArrayList<>();
    private final Set<ProcessHandle> seen = new LinkedHashSet<>();
    private final String address;

    Cluster(Path folder, int workers) throws IOException, InterruptedException {
        this.folder = folder;
        try {
            start("master", "org.apache.spark.deploy.master.Master", "--port", "0");
            await("a master", Duration.ofMinutes(1), () -> log("master").contains("elected leader"));
            Matcher matcher = ADDRESS.matcher(log("master"));
            if (!matcher.find()) {
                throw new IllegalStateException("the master tells no address: " + log("master"));
            }
            address = matcher.group(1);
            for (int i = 0; i < workers; i++) {
                start(
                        "worker-" + i,
                        "org.apache.spark.deploy.worker.Worker",
                        address,
                        "--cores",
                        "1",
                        "--memory",
                        "700m",
                        "--work-dir",
                        folder.resolve("work-" + i).toString());
            }
            await("workers", Duration.ofMinutes(1), () -> registered() == workers);
        } catch (IOException | InterruptedException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void start(String name, String type, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                java(),
                "-Xmx200m",
                "-Dspark.master.rest.enabled=false",
                "-cp",
                HOME.resolve("jars") + "/*",
                type,
                "--host",
                "127.0.0.1",
                "--webui-port",
                "0"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        environment(builder);
        started.add(builder.start());
    }

    /** Sets what a process of Spark, or a driver, finds in its environment. */
    static void environment(ProcessBuilder builder) {
        builder.environment().put("SPARK_HOME", HOME.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private long registered() {
        return log("master")
                .lines()
                .filter(line -> line.contains("Registering worker"))
                .count();
    }

    String address() {
        return address;
    }

    /** Returns what a process has said so far. */
    String log(String name) {
        try {
            Path file = folder.resolve(name + ".log");
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Kills a worker without notice, as a power cut would; what it has started notices by itself. */
    void killWorker(int number) {
        Process worker = started.get(1 + number);
        remember(worker);
        worker.destroyForcibly();
    }

    private void remember(Process process) {
        seen.add(process.toHandle());
        process.descendants().forEach(seen::add);
    }

    static void await(String what, Duration atMost, BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(atMost);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("waited for " + what + " in vain, " + atMost.toSeconds() + " s");
            }
            Thread.sleep(100);
        }
    }

    @Override
    public void close() {
        started.forEach(this::remember);
        seen.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : seen) {
            process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        }
    }

    /** Returns the processes of the cluster that still run: workers, master, executors. */
    Stream<ProcessHandle> alive() {
        return seen.stream().filter(ProcessHandle::isAlive);
    }
}
