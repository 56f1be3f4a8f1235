package dev.multisite.api;

import java.util.List;
import java.util.stream.Collectors;

import dev.multisite.scenario.yaml.Problem;

/** A file with problems; the message has a line per problem, with file, line and column. */
public final class InvalidInputException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    InvalidInputException(List<Problem> problems) {
        super(problems.stream().map(Problem::text).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Returns all that is wrong, in order of position. */
    public List<Problem> problems() {
        return problems;
    }
}
