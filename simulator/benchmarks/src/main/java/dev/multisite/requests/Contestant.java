package dev.multisite.requests;

/** A program that simulates the reference work W, or all of it that the program can express. */
interface Contestant {

    /** Returns its name in the table. */
    String name();

    /**
     * Simulates about {@link #requests} requests with streams of their own for every {@code seed}.
     *
     * @return the requests simulated and their mean response
     */
    Run run(long seed);

    /** Returns how many requests a run has. */
    int requests();

    /**
     * One run.
     *
     * @param requests requests simulated
     * @param meanSeconds mean response time
     * @param cpuNanos CPU time if the contestant is a process of its own and knows it; otherwise NaN
     */
    record Run(long requests, double meanSeconds, double cpuNanos) {
        Run(long requests, double meanSeconds) {
            this(requests, meanSeconds, Double.NaN);
        }
    }
}
