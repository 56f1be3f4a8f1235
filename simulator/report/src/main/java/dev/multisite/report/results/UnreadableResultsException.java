package dev.multisite.report.results;

import java.io.IOException;

/** A results folder that cannot be read; the message is for the user. */
public final class UnreadableResultsException extends IOException {

    private static final long serialVersionUID = 1L;

    public UnreadableResultsException(String message) {
        super(message);
    }
}
