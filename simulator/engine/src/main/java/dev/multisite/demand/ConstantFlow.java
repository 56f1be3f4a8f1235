package dev.multisite.demand;

/**
 * Devices arrive at a constant rate and leave at a constant hazard: N' = a - h N, solved exactly. A negative hazard is
 * exponential growth.
 */
record ConstantFlow(double devicesAtStart, double arrivalsPerSecond, double hazardPerSecond) implements BaseSegment {

    /** Below this argument the series is more exact than the closed form. */
    private static final double SMALL = 1e-3;

    @Override
    public double devices(double seconds) {
        double decayed = StrictMath.exp(-hazardPerSecond * seconds);
        return devicesAtStart * decayed + arrivalsPerSecond * decayedSeconds(seconds);
    }

    @Override
    public double deviceSeconds(double seconds) {
        return devicesAtStart * decayedSeconds(seconds) + arrivalsPerSecond * twiceDecayed(seconds);
    }

    /** Returns after how many seconds a shrinking base is empty; infinity: never. */
    double emptyAfterSeconds() {
        if (arrivalsPerSecond >= 0) {
            return Double.POSITIVE_INFINITY;
        }
        double linear = devicesAtStart / -arrivalsPerSecond;
        return hazardPerSecond == 0 ? linear : StrictMath.log1p(linear * hazardPerSecond) / hazardPerSecond;
    }

    /** The integral of exp(-h s) from 0 to t. */
    private double decayedSeconds(double seconds) {
        double x = hazardPerSecond * seconds;
        return x == 0 ? seconds : -StrictMath.expm1(-x) / hazardPerSecond;
    }

    /** The integral of {@link #decayedSeconds}. */
    private double twiceDecayed(double seconds) {
        double x = hazardPerSecond * seconds;
        if (Math.abs(x) < SMALL) {
            return seconds * seconds * (0.5 - x * (1.0 / 6 - x * (1.0 / 24 - x * (1.0 / 120 - x / 720))));
        }
        return (seconds - decayedSeconds(seconds)) / hazardPerSecond;
    }
}
