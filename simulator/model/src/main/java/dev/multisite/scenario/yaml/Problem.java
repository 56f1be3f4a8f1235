package dev.multisite.scenario.yaml;

import java.util.Comparator;

/**
 * Something that is wrong with the input.
 *
 * @param file file as the user named it, or the override that caused the problem
 * @param line from 1; 0 where there is no line (overrides)
 * @param column from 1; 0 where there is no column
 * @param keyPath path of the key, e.g. {@code sites.india.hosts}; empty for the file as a whole
 * @param message what is wrong and what was expected
 * @param hint nearest known name or what to do; may be empty
 */
public record Problem(String file, int line, int column, String keyPath, String message, String hint) {

    /** Files first by name (overrides come before, they begin with a hyphen), then by position. */
    static final Comparator<Problem> BY_POSITION = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::keyPath)
            .thenComparing(Problem::message);

    /** Returns one line for the user: {@code file:line:column: path: message; hint}. */
    public String text() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line).append(':').append(column);
        }
        text.append(": ");
        if (!keyPath.isEmpty()) {
            text.append(keyPath).append(": ");
        }
        text.append(message);
        return hint.isEmpty() ? text.toString() : text.append("; ").append(hint).toString();
    }

    @Override
    public String toString() {
        return text();
    }
}
