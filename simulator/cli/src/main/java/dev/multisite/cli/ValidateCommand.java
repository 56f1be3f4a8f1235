package dev.multisite.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.multisite.catalogue.Catalogue;
import dev.multisite.scenario.yaml.ValueOverride;

/** Checks scenarios. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Checks scenarios without running them; names every problem with file, line and column.")
final class ValidateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Scenario files.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--effective", description = "Print the scenario with every default filled in.")
    private boolean effective;

    @Option(names = "--set", paramLabel = "PATH=VALUE", description = "Replace a value first. May be repeated.")
    private List<String> settings = new ArrayList<>();

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it; so does Failures, by its option
    private Verbose verbose = new Verbose();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<ValueOverride> overrides = Scenarios.settings(settings);
        for (Scenarios.Loaded loaded : new Scenarios(Catalogue.standard()).load(files, overrides)) {
            if (effective) {
                out.print(loaded.effectiveText());
            } else {
                out.println(loaded.file() + ": valid");
            }
        }
        out.flush();
        return ExitCode.DONE;
    }
}
