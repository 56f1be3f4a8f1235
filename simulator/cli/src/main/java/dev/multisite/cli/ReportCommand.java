package dev.multisite.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.multisite.report.Report;
import dev.multisite.results.ResultsException;
import dev.multisite.results.StoredRun;

/** Draws a results folder again. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Draws charts and the report of a results folder again, from the folder alone.")
final class ReportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "Results folder.")
    private Path folder = Path.of("");

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it; so does Failures, by its option
    private Verbose verbose = new Verbose();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        try {
            StoredRun.read(folder);
        } catch (ResultsException e) {
            throw new CommandException(ExitCode.NO_INPUT, e.getMessage());
        }
        try {
            Report.write(folder);
        } catch (IOException e) {
            throw new CommandException(ExitCode.CANNOT_WRITE, "cannot draw " + folder + ": " + e.getMessage());
        }
        spec.commandLine().getOut().println(folder.resolve("report.html"));
        return ExitCode.DONE;
    }
}
