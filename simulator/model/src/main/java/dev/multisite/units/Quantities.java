package dev.multisite.units;

/** Checks shared by the quantity types: each returns its argument or says name, value and what was expected. */
public final class Quantities {

    private Quantities() {}

    /** Returns {@code value} if it is finite and at least 0. */
    public static double requireNotNegative(double value, String name) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be a finite number of at least 0, but is " + value);
        }
        return value;
    }

    /** Returns {@code value} if it is finite and above 0. */
    public static double requirePositive(double value, String name) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be a finite number above 0, but is " + value);
        }
        return value;
    }

    /** Returns {@code value} if it lies in [0, 1]. */
    public static double requireFraction(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must lie between 0 and 1, but is " + value);
        }
        return value;
    }
}
