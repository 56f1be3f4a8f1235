package dev.multisite.cli;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Ends a command with an exit code and one message per problem, all meant for the user. */
final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final transient List<String> problems;

    CommandException(int exitCode, List<String> problems) {
        super(String.join("\n", problems));
        this.exitCode = exitCode;
        this.problems = List.copyOf(problems);
    }

    CommandException(int exitCode, @Nullable String problem) {
        this(exitCode, List.of(String.valueOf(problem)));
    }

    int exitCode() {
        return exitCode;
    }

    List<String> problems() {
        return problems;
    }
}
