package dev.multisite.regulation.yaml;

/**
 * Something that is wrong with a file of the catalogue or with a case file.
 *
 * @param file file as the user named it
 * @param line from 1
 * @param column from 1
 * @param keyPath path of the key, e.g. {@code versions.0.in_force}; empty for the file as a whole
 * @param message what is wrong and what was expected
 */
public record Fault(String file, int line, int column, String keyPath, String message) {

    /** Returns one line for the user: {@code file:line:column: path: message}. */
    public String text() {
        String place = file + ":" + line + ":" + column + ": ";
        return keyPath.isEmpty() ? place + message : place + keyPath + ": " + message;
    }

    @Override
    public String toString() {
        return text();
    }
}
