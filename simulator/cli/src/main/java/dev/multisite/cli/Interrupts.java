package dev.multisite.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Makes Ctrl-C (and a polite kill) an interrupt of the main thread: it stops its work, removes what it had begun to write
 * and leaves with the exit code of an interrupted run.
 */
final class Interrupts {
    private static final int PATIENCE_SECONDS = 10;

    private final Thread main = Thread.currentThread();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopping;

    private Interrupts() {}

    static Interrupts install() {
        Interrupts interrupts = new Interrupts();
        Runtime.getRuntime().addShutdownHook(new Thread(interrupts::stop, "stop"));
        return interrupts;
    }

    private void stop() {
        if (ended.getCount() == 0) {
            return;
        }
        stopping = true;
        main.interrupt();
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("multisite: interrupted while it could not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
    }

    /** Ends the process, unless a stop is under way, which then ends it. */
    void end(int exitCode) {
        ended.countDown();
        if (!stopping) {
            System.exit(exitCode);
        }
    }
}
