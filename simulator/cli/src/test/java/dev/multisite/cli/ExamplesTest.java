package dev.multisite.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Compiles and runs the files of {@code simulator/docs/examples}. */
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("../docs/examples");
    private static final Path SCENARIOS = Path.of("../../scenarios/what-if");

    @TempDir
    Path folder;

    @Test
    void theWhatIfExampleRunsComparesAndSweeps() throws Exception {
        String out = run(
                "WhatIf",
                SCENARIOS.resolve("india-2016.yaml").toString(),
                SCENARIOS.resolve("india-hosts.yaml").toString(),
                folder.resolve("sweep").toString());
        assertThat(out.lines())
                .anyMatch(line -> line.matches("today +\\d+\\.\\d ms ± .*"))
                .anyMatch(line -> line.matches("difference +\\d+\\.\\d ms ± .*"))
                .anyMatch(line -> line.startsWith("6 points: "));
        assertThat(folder.resolve("sweep/sweep.json")).exists();
    }

    private String run(String name, String... arguments) throws Exception {
        compile(EXAMPLES.resolve(name + ".java"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.out;
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
            loader.loadClass(name).getMethod("main", String[].class).invoke(null, (Object) arguments);
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void compile(Path source) throws IOException {
        ByteArrayOutputStream problems = new ByteArrayOutputStream();
        int exitCode = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        problems,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        Files.createDirectories(folder).toString(),
                        source.toString());
        assertThat(exitCode).as(problems.toString(StandardCharsets.UTF_8)).isZero();
    }
}
