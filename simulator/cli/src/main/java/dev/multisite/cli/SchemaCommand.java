package dev.multisite.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import dev.multisite.scenario.yaml.ScenarioSchema;
import dev.multisite.scenario.yaml.WhatIfSchema;

/** Prints the schema of scenarios. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = "Prints the JSON Schema of the scenario format or of what-if files, for completion in editors.")
final class SchemaCommand implements Callable<Integer> {
    @Option(names = "--what-if", description = "The schema of what-if files.")
    private boolean whatIf;

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it; so does Failures, by its option
    private Verbose verbose = new Verbose();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(whatIf ? WhatIfSchema.json() : ScenarioSchema.json());
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }
}
