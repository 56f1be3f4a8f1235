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

    /**
     * Returns the same path with a longer or shorter round trip; nothing gets quicker than at once.
     *
     * @param seconds what is added to every round trip, negative to take away
     */
    public PathEstimate longer(double seconds) {
        double floor = floorLegSeconds + seconds / 2;
        double median = floor < 0 ? Math.max(0, medianLegSeconds + floor) : medianLegSeconds;
        return new PathEstimate(Math.max(0, floor), median, sigma, loss, bytesPerSecond, parts);
    }

    /**
     * Returns the same path with the same median and another spread.
     *
     * @param factor on the distance of the 95 % quantile of the round trip from its median, at least 0
     */
    public PathEstimate spread(double factor) {
        double median = medianLegSeconds * TwoLegs.medianFactor(sigma);
        double p95 = medianLegSeconds * TwoLegs.p95Factor(sigma);
        TwoLegs.Leg leg = TwoLegs.fit(median, median + factor * (p95 - median));
        return new PathEstimate(floorLegSeconds, leg.median(), leg.sigma(), loss, bytesPerSecond, parts);
    }
}
