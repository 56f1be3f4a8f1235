package dev.multisite.regulation.enforcement;

import java.util.List;

/**
 * How to replay.
 *
 * @param seed master seed
 * @param replays replays, at least 2
 * @param horizonYears length of the period in years
 * @param complianceCredit probability that a fine becomes a mere order because nothing is in breach any more on the day of
 *     the decision; an assumption
 * @param publicityDecayYears time constant with which attention fades; 90 to 180 days are plausible
 * @param spikes press and laboratory findings that draw attention
 */
public record EnforcementSettings(
        long seed,
        int replays,
        double horizonYears,
        double complianceCredit,
        double publicityDecayYears,
        List<Spike> spikes) {

    public EnforcementSettings {
        spikes = List.copyOf(spikes);
        if (replays < 2 || !(horizonYears > 0)) {
            throw new IllegalArgumentException("replays must be at least 2 and the horizon above 0");
        }
    }

    /**
     * A finding that draws attention.
     *
     * @param atYears when
     * @param size by how much publicity rises; normal publicity is 1
     */
    public record Spike(double atYears, double size) {}

    /** Returns settings with the general assumptions and without spikes. */
    public static EnforcementSettings of(long seed, int replays, double horizonYears) {
        return new EnforcementSettings(seed, replays, horizonYears, 0.5, 135 / 365.25, List.of());
    }
}
