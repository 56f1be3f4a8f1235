package dev.multisite.demand;

import dev.multisite.units.Durations;

/**
 * How much people trust the product: 1 before any shock. A shock of size d takes T to T (1 - d); the gap to 1 then decays
 * exponentially. Arrivals of new devices are multiplied by T, the churn hazard by 1 + kappa (1 - T).
 *
 * <p>The time constant of 120 days and kappa = 2 are assumptions: no published measurement of either is known to us.
 *
 * @param gapAtStart 1 - T at the start, 0 to 1
 */
record Trust(double gapAtStart) {

    static final Trust FULL = new Trust(0);

    private static final double RECOVERY_SECONDS = 120 * Durations.SECONDS_PER_DAY;
    private static final double KAPPA = 2;

    /** A gap below this changes nothing that anyone could measure. */
    private static final double NEGLIGIBLE = 1e-15;

    boolean full() {
        return gapAtStart < NEGLIGIBLE;
    }

    double level(double seconds) {
        return 1 - gapAtStart * StrictMath.exp(-seconds / RECOVERY_SECONDS);
    }

    double churnFactor(double seconds) {
        return 1 + KAPPA * (1 - level(seconds));
    }

    Trust after(double seconds) {
        return new Trust(1 - level(seconds));
    }

    Trust shocked(double shock) {
        return new Trust(1 - (1 - gapAtStart) * (1 - shock));
    }
}
