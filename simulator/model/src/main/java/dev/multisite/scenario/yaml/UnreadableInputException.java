package dev.multisite.scenario.yaml;

import java.io.IOException;

/** An input file is missing, is a directory or can't be read. The message is for the user. */
public final class UnreadableInputException extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableInputException(String message) {
        super(message);
    }

    UnreadableInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
