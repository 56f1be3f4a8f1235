package dev.multisite.demand;

import dev.multisite.scenario.PopulationSpec;

/**
 * How much people trust the product: 1 before any shock. A shock of size d takes T to T (1 - d); the gap to 1 then decays
 * exponentially. Arrivals of new devices are multiplied by a power of T, the churn hazard by 1 + kappa (1 - T).
 *
 * @param gapAtStart 1 - T at the start, 0 to 1
 * @param reaction how fast trust comes back and what its loss does
 */
record Trust(double gapAtStart, PopulationSpec.Trust reaction) {

    /** A gap below this changes nothing that anyone could measure. */
    private static final double NEGLIGIBLE = 1e-15;

    boolean full() {
        return gapAtStart < NEGLIGIBLE;
    }

    double level(double seconds) {
        return 1 - gapAtStart * StrictMath.exp(-seconds / reaction.recoverySeconds());
    }

    /** Returns what arrivals are multiplied by. */
    double arrivalsFactor(double seconds) {
        double exponent = reaction.arrivalsExponent();
        return exponent == 1 ? level(seconds) : StrictMath.pow(level(seconds), exponent);
    }

    double churnFactor(double seconds) {
        return 1 + reaction.churnFactor() * (1 - level(seconds));
    }

    /** Returns the integral of {@link #churnFactor} over the first {@code seconds}. */
    double churnSeconds(double seconds) {
        double tau = reaction.recoverySeconds();
        return seconds - reaction.churnFactor() * gapAtStart * tau * StrictMath.expm1(-seconds / tau);
    }

    Trust after(double seconds) {
        return new Trust(1 - level(seconds), reaction);
    }

    Trust shocked(double shock) {
        return new Trust(1 - (1 - gapAtStart) * (1 - shock), reaction);
    }
}
