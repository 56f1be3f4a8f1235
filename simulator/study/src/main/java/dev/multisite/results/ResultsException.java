package dev.multisite.results;

/** A results folder that cannot be written or read; the message is for the user. */
public final class ResultsException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Kind {
        CANNOT_WRITE,
        CANNOT_READ,
        WRONG_QUERY
    }

    private final Kind kind;

    public ResultsException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public ResultsException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** Returns what went wrong. */
    public Kind kind() {
        return kind;
    }
}
