package dev.multisite.scenario;

import java.util.List;

/** The shape of demand over a day in local time. Only the shape counts; it is scaled to the service's request rate. */
public sealed interface ProfileSpec {

    /** The same all day. */
    record Flat() implements ProfileSpec {}

    /**
     * Steps: weight k holds from k:00 to k+1:00 local time.
     *
     * @param name catalogue name, or empty for weights written in the scenario
     * @param weights 24 weights, not all 0
     */
    record Hourly(String name, List<Double> weights) implements ProfileSpec {
        public Hourly {
            weights = List.copyOf(weights);
            if (weights.size() != 24) {
                throw new IllegalArgumentException("a day has 24 weights, but there are " + weights.size());
            }
        }
    }

    /**
     * Proportional to 1 + amplitude * cos(2 pi (hour - peakHour) / 24).
     *
     * @param amplitude 0 to 1
     * @param peakHour local hour of the maximum, 0 to 24
     */
    record Sine(double amplitude, double peakHour) implements ProfileSpec {}
}
