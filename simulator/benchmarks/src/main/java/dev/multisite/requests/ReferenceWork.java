package dev.multisite.requests;

/** The reference work W in plain numbers, for programs that know nothing of worlds. Seconds throughout. */
final class ReferenceWork {

    static final double[] SHARE = {.40, .02, .05, .20, .08, .04, .03, .03, .05, .03, .04, .03};
    static final double[] ZONE = {8, 8, 8, 5.5, 7, 7, 8, 8, 3, 3, -3, -6};
    static final int[] SITE = {0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2};
    static final double[] LEG = {.015, .025, .030, .040, .010, .015, .005, .022, .095, .090, .085, .030};
    static final int[] CORES = {12, 10, 3};
    static final double LEG_SIGMA = 0.25;
    static final double SERVICE_MEAN = 0.1;
    static final double SERVICE_SIGMA = 1;
    static final double SWING = 0.6;
    /** Mean response of long runs of eight programs. */
    static final double MEAN_SECONDS = 0.17236;

    private static final double RATE = 1e7 / 86400;

    private ReferenceWork() {}

    /** Returns how long the sources send: one day, compressed to hold {@code requests}. */
    static double endSeconds(double requests) {
        return requests / RATE;
    }

    /** Returns the rate of {@code country} at {@code time} in a day of {@code end} seconds, per second. */
    static double rate(int country, double time, double end) {
        double phase = time / end - (20 - ZONE[country]) / 24;
        return RATE * SHARE[country] * (1 + SWING * Math.cos(2 * Math.PI * phase));
    }

    /** Returns the largest rate of {@code country}. */
    static double peakRate(int country) {
        return RATE * SHARE[country] * (1 + SWING);
    }
}
