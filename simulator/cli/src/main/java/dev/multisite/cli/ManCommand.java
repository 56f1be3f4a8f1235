package dev.multisite.cli;

import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints manual pages. */
@Command(
        name = "man",
        mixinStandardHelpOptions = true,
        description = "Prints the manual page of a command; read it with: multisite man run | man -l -")
final class ManCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "A command. Default: the page of the program.")
    private @Nullable String name;

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it; so does Failures, by its option
    private Verbose verbose = new Verbose();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandSpec root = spec.root();
        Map<String, CommandLine> commands = root.subcommands();
        CommandLine chosen = name == null ? root.commandLine() : commands.get(name);
        if (chosen == null) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "there is no command '" + name + "'; there are " + String.join(", ", commands.keySet()));
        }
        spec.commandLine().getOut().print(ManualPage.of(chosen.getCommandSpec(), VersionProvider.version()));
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }
}
