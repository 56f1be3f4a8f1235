package dev.multisite.cli;

import java.io.PrintWriter;

import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program. */
@Command(
        name = "multisite",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        description = "Simulates device populations per country against data-center placements and compares"
                + " architectures: latency, failures, cost.",
        subcommands = {
            RunCommand.class,
            SweepCommand.class,
            OptimizeCommand.class,
            CompareCommand.class,
            HeadroomCommand.class,
            QueryCommand.class,
            ReportCommand.class,
            ExplainCommand.class,
            LatencyCommand.class,
            VerdictCommand.class,
            ValidateCommand.class,
            CatalogueCommand.class,
            InitCommand.class,
            SchemaCommand.class,
            GenerateCompletion.class,
            ManCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:done",
            " 1:a verdict is not as expected",
            " 2:wrong usage",
            "65:the scenario is invalid",
            "66:input missing or unreadable",
            "69:an optional part of the program is missing",
            "70:internal error (a bug)",
            "73:output cannot be written",
            "75:interrupted; a sweep can be resumed",
            "99:done, but an objective is not met and --fail-on-objectives was given"
        },
        footer = {"", "Start with: multisite run scenarios/xiaomi-india-2014.yaml"})
public final class Multisite implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** Starts the program and ends the process with its exit code. */
    public static void main(String[] arguments) {
        PrintWriter out = Terminal.writer(System.out);
        PrintWriter err = Terminal.writer(System.err);
        Interrupts interrupts = Interrupts.install();
        int exitCode = run(out, err, arguments);
        out.flush();
        err.flush();
        interrupts.end(exitCode);
    }

    /**
     * Runs one command and returns its exit code.
     *
     * @param out receives results
     * @param err receives problems and progress
     */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine commandLine = new CommandLine(new Multisite())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Failures::report)
                .setParameterExceptionHandler(Failures::reportUsage);
        try {
            return commandLine.execute(arguments);
        } catch (OutOfMemoryError e) {
            err.println(
                    "multisite: out of memory; give it more with MULTISITE_HEAP=4g (with java -jar: -Xmx4g), or use fewer --threads");
            return ExitCode.INTERNAL_ERROR;
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing, such as run");
    }
}
