package dev.multisite.cli;

import picocli.CommandLine.Option;

/** The option of every command to see what went wrong inside. */
final class Verbose {
    @Option(names = "--verbose", description = "Show more on standard error, stack traces included.")
    private boolean verbose;

    boolean isOn() {
        return verbose;
    }
}
