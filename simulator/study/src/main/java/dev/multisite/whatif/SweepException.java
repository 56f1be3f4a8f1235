package dev.multisite.whatif;

/** A sweep that cannot begin, go on or be written; the message is for the user. */
public final class SweepException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Kind {
        /** The folder belongs to something else, or the inputs have changed since it was begun. */
        OTHER_SWEEP,
        CANNOT_WRITE,
        CANNOT_READ,
        /** The engine asked for is not there. */
        NO_ENGINE,
        /** The engine was lost on the way; the sweep can be resumed. */
        ENGINE_LOST
    }

    private final Kind kind;

    public SweepException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public SweepException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** Returns what went wrong. */
    public Kind kind() {
        return kind;
    }
}
