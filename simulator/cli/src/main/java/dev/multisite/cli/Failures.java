package dev.multisite.cli;

import java.io.PrintWriter;
import java.util.List;

import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what goes wrong into messages and exit codes; stack traces only where {@code --verbose} asks for them. */
final class Failures {
    private Failures() {}

    /** Reports an exception of a command. */
    static int report(Exception failure, CommandLine command, ParseResult arguments) {
        PrintWriter err = command.getErr();
        boolean verbose = isVerbose(arguments);
        if (verbose) {
            failure.printStackTrace(err);
        }
        if (failure instanceof CommandException known) {
            known.problems().forEach(problem -> err.println("multisite: " + problem));
            return known.exitCode();
        }
        if (failure instanceof InterruptedException) {
            err.println("multisite: interrupted; no results were written");
            return ExitCode.INTERRUPTED;
        }
        err.println("multisite: internal error: " + failure
                + (verbose ? "" : "; please report it with the output of --verbose"));
        return ExitCode.INTERNAL_ERROR;
    }

    private static boolean isVerbose(ParseResult arguments) {
        ParseResult command = arguments;
        while (command.hasSubcommand()) {
            command = command.subcommand();
        }
        return command.hasMatchedOption("--verbose");
    }

    /** Reports wrong usage: what is wrong, the nearest known word, and where help is. */
    static int reportUsage(ParameterException failure, String[] arguments) {
        ParameterException unknown =
                failure instanceof MissingParameterException missing ? unknownOption(missing, arguments) : failure;
        return reportUsage(unknown);
    }

    private static boolean isKnown(CommandLine command, String option) {
        for (CommandLine at = command; at != null; at = at.getParent()) {
            if (at.getCommandSpec().optionsMap().containsKey(option)) {
                return true;
            }
        }
        return false;
    }

    /** Behind a missing parameter there may be a mistyped option such as {@code --hlep}, which explains more. */
    private static ParameterException unknownOption(MissingParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        for (String argument : arguments) {
            String name = argument.replaceFirst("=.*", "");
            if (name.length() > 2 && name.startsWith("--") && !isKnown(command, name)) {
                return new UnmatchedArgumentException(command, List.of(argument));
            }
        }
        return failure;
    }

    private static int reportUsage(ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("multisite: " + failure.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(failure, err)) {
            err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        }
        return ExitCode.USAGE;
    }
}
