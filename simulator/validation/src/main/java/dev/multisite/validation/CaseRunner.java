package dev.multisite.validation;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.multisite.cli.Multisite;

/** Runs a case as a user would: writes the scenario file, calls the command line, reads the results folder. */
public final class CaseRunner {

    private final Path workFolder;

    /** @param workFolder an empty folder for scenario files and results */
    public CaseRunner(Path workFolder) {
        this.workFolder = workFolder;
    }

    /**
     * Returns what the program found for each expectation of {@code exactCase}.
     *
     * @throws IllegalStateException if the program ends with another exit code than 0; the message is what it printed
     */
    public List<Measured> run(ExactCase exactCase) throws IOException {
        Path scenario = workFolder.resolve(exactCase.id() + ".yaml");
        Path results = workFolder.resolve(exactCase.id());
        Files.writeString(scenario, exactCase.scenario(), StandardCharsets.UTF_8);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Multisite.run(
                new PrintWriter(out),
                new PrintWriter(err),
                "run",
                scenario.toString(),
                "--out",
                results.toString(),
                "--no-report",
                "--quiet");
        if (exitCode != 0) {
            throw new IllegalStateException("exit code " + exitCode + ": " + err);
        }
        MetricsFile metrics = MetricsFile.read(results.resolve("metrics.csv"));
        return exactCase.expectations().stream().map(metrics::measure).toList();
    }
}
