package dev.multisite.network;

import java.util.List;

/**
 * The round trip between two places. A leg (one way) takes {@code floorLegSeconds + medianLegSeconds * exp(sigma * Z)}
 * with Z standard normal, drawn anew for each leg.
 *
 * @param floorLegSeconds part of a leg that does not vary: for modelled paths the time of light in straight fibre
 * @param medianLegSeconds median of the varying part of a leg
 * @param sigma sigma of the varying part
 * @param loss share of round trips that lose a packet, 0 to below 1
 * @param bytesPerSecond rate at which payloads pass; infinity: payloads take no time
 * @param parts what the median round trip is made of; they add up to it
 */
public record PathEstimate(
        double floorLegSeconds,
        double medianLegSeconds,
        double sigma,
        double loss,
        double bytesPerSecond,
        List<Part> parts) {

    public PathEstimate {
        parts = List.copyOf(parts);
    }

    /**
     * A part of the median round trip.
     *
     * @param name what takes the time
     * @param millis how much of it, milliseconds
     * @param source where the figure comes from
     */
    public record Part(String name, double millis, String source) {}

    /** Returns the median of the round trip in seconds. */
    public double medianSeconds() {
        return 2 * floorLegSeconds + medianLegSeconds * TwoLegs.medianFactor(sigma);
    }

    /** Returns the mean of the round trip in seconds, without lost packets. */
    public double meanSeconds() {
        return 2 * (floorLegSeconds + medianLegSeconds * StrictMath.exp(sigma * sigma / 2));
    }

    /** Returns the 95 % quantile of the round trip in seconds. */
    public double p95Seconds() {
        return 2 * floorLegSeconds + medianLegSeconds * TwoLegs.p95Factor(sigma);
    }
}
