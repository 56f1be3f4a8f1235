package dev.multisite.cli;

/** Exit codes: those of sysexits.h where one fits. */
final class ExitCode {
    static final int DONE = 0;
    /** A verdict is not what the case file expects. */
    static final int DIFFERENT = 1;

    static final int USAGE = 2;
    static final int INVALID_INPUT = 65;
    static final int NO_INPUT = 66;
    static final int UNAVAILABLE = 69;
    static final int INTERNAL_ERROR = 70;
    static final int CANNOT_WRITE = 73;
    static final int INTERRUPTED = 75;
    static final int OBJECTIVE_MISSED = 99;

    private ExitCode() {}
}
