package dev.multisite.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Runs the packaged program again and again, one thing larger each time, and writes a table. Arguments: the directory of
 * this module, and a file for the table. CPU time is that of the whole process, compilation and garbage collection included.
 */
public final class WholeRuns {

    private static final String HEADER =
            "| run | elapsed, s | CPU, s | peak memory, MB | half-width of p95, %% | of the failure rate, %% |%n|---|---|---|---|---|---|%n";
    private static final long POLL_MILLIS = 50;
    private static final int THREADS = 2;

    private final Path jar;
    private final Path flagship;
    private final Path scratch;
    private final StringBuilder table = new StringBuilder(String.format(HEADER));

    private WholeRuns(Path module, Path scratch) {
        this.jar = module.resolve("../cli/target/multisite.jar").normalize();
        this.flagship = module.resolve("../../scenarios/xiaomi-india-2014.yaml").normalize();
        this.scratch = scratch;
    }

    /** @param arguments the directory of this module, and a file for the table */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Locale.setDefault(Locale.ROOT);
        System.out.printf(HEADER);
        WholeRuns runs = new WholeRuns(Path.of(arguments[0]), Files.createTempDirectory("multisite-whole"));
        runs.runAll();
        Files.writeString(Path.of(arguments[1]), runs.table);
    }

    private void runAll() throws IOException, InterruptedException {
        PlannerScenario base = new PlannerScenario(15, 5, 1, 4);
        run("15 countries, 5 sites, 1 year, 4 replications, 1 thread", base, 1);
        run("the same on 2 threads", base, THREADS);
        run("4 times the replications, 1 thread", new PlannerScenario(15, 5, 1, 16), 1);
        run("4 times the replications, 2 threads", new PlannerScenario(15, 5, 1, 16), THREADS);
        run("4 times the countries, 1 thread", new PlannerScenario(60, 5, 1, 4), 1);
        run("4 times the sites, 1 thread", new PlannerScenario(15, 20, 1, 4), 1);
        run("5 times the years and requests, 1 thread", new PlannerScenario(15, 5, 5, 4), 1);
        run("60 countries, 20 sites, 5 years, 16 replications, 2 threads", new PlannerScenario(60, 20, 5, 16), THREADS);
        run("flagship, 2 threads", flagship, THREADS, List.of());
        run("flagship, 2 threads, without charts", flagship, THREADS, List.of("--no-report"));
    }

    private void run(String name, PlannerScenario scenario, int threads) throws IOException, InterruptedException {
        Path file = scratch.resolve("planner.yaml");
        Files.writeString(file, scenario.yaml());
        run(name, file, threads, List.of("--no-report"));
    }

    private void run(String name, Path scenario, int threads, List<String> options)
            throws IOException, InterruptedException {
        Path results = scratch.resolve("results");
        List<String> command = new ArrayList<>(List.of("java", "-Xmx900m", "-XX:+UseParallelGC", "-cp"));
        command.add(jar + java.io.File.pathSeparator + jar.resolveSibling("lib") + "/*");
        command.addAll(List.of("dev.multisite.cli.Multisite", "run", scenario.toString(), "--quiet", "--force"));
        command.addAll(List.of("--out", results.toString(), "--threads", Integer.toString(threads)));
        command.addAll(options);
        long before = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        double cpu = 0;
        long memory = 0;
        // Both are gone with the process, so the last look before its end counts.
        do {
            cpu = Math.max(cpu, seconds(process.info().totalCpuDuration().orElse(Duration.ZERO)));
            memory = Math.max(memory, peakKilobytes(process.pid()));
        } while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS));
        if (process.exitValue() != 0) {
            throw new IllegalStateException(name + " ended with " + process.exitValue());
        }
        String row = String.format(
                "| %s | %.1f | %.1f | %d | %s | %s |%n",
                name,
                (System.nanoTime() - before) / 1e9,
                cpu,
                memory / 1024,
                halfWidth(results, "latency-p95"),
                halfWidth(results, "failure-rate"));
        table.append(row);
        System.out.print(row);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    /** Returns the largest resident size so far; 0 where the system does not tell. */
    private static long peakKilobytes(long process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException ended) {
            return 0;
        }
    }

    /** Returns the widest half-width of a figure of all populations over the architectures, in per cent of the figure. */
    private static String halfWidth(Path results, String metric) throws IOException {
        double widest = 0;
        for (String line : Files.readAllLines(results.resolve("metrics.csv"))) {
            String[] cells = line.split(",", -1);
            boolean overall = Arrays.stream(cells).skip(1).limit(4).allMatch(String::isEmpty);
            if (overall && cells[5].equals(metric) && Double.parseDouble(cells[7]) > 0) {
                double half = (Double.parseDouble(cells[9]) - Double.parseDouble(cells[8])) / 2;
                widest = Math.max(widest, half / Double.parseDouble(cells[7]));
            }
        }
        return String.format("%.2f", 100 * widest);
    }
}
