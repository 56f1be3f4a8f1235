package dev.multisite.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.multisite.scenario.yaml.ScenarioTemplate;

/** Writes a scenario to start from. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = "Writes a commented scenario to start from; never over an existing file.")
final class InitCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "File name, .yaml is added where it has no extension. Default: scenario.yaml.")
    private String name = "scenario";

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it; so does Failures, by its option
    private Verbose verbose = new Verbose();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path file = Path.of(name.matches(".*\\.ya?ml") ? name : name + ".yaml");
        try {
            Files.writeString(file, ScenarioTemplate.yaml(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new CommandException(ExitCode.CANNOT_WRITE, file + " exists already; choose another name");
        } catch (IOException e) {
            throw new CommandException(ExitCode.CANNOT_WRITE, "cannot write " + file + ": " + e);
        }
        spec.commandLine().getOut().println(file);
        return ExitCode.DONE;
    }
}
