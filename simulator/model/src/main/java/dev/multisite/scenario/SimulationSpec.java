package dev.multisite.scenario;

import java.time.Duration;

/**
 * How to simulate.
 *
 * @param seed master seed; everything random follows from it
 * @param windows detailed windows per replication for {@link Fidelity#SAMPLED}; 0: chosen by the program
 * @param warmUp discarded at the start of the period or of a window; {@link #AUTO}: chosen by the program
 */
public record SimulationSpec(
        long seed, Replications replications, Fidelity fidelity, int windows, Duration warmUp, Bins bins) {

    /** Warm-up chosen by the program. */
    public static final Duration AUTO = Duration.ofSeconds(-1);

    /** How many independent replications. */
    public sealed interface Replications {

        record Fixed(int count) implements Replications {}

        /**
         * As many as needed.
         *
         * @param relativeHalfWidth half-width of the interval relative to the estimate
         * @param confidence level of the interval, e.g. 0.95
         * @param min fewest replications, at least 2
         * @param max most replications
         * @param of metric to which it applies, over all countries
         */
        record Precision(double relativeHalfWidth, double confidence, int min, int max, String of)
                implements Replications {}
    }

    /** How much of the period is simulated request by request. */
    public enum Fidelity {
        EVERY_REQUEST("every-request"),
        SAMPLED("sampled");

        private final String key;

        Fidelity(String key) {
            this.key = key;
        }

        /** Returns the name used in scenario files. */
        public String key() {
            return key;
        }
    }

    /** Resolution of timelines. */
    public enum Bins {
        HOUR,
        DAY,
        WEEK,
        MONTH
    }
}
