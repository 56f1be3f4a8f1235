package dev.multisite.network;

/** The standard normal distribution, quicker than a general library where a table needs a million values. */
final class Normal {

    private static final double INVERSE_SQRT_TWO_PI = 0.3989422804014327;

    private Normal() {}

    static double density(double z) {
        return INVERSE_SQRT_TWO_PI * StrictMath.exp(-z * z / 2);
    }

    /** Returns P(Z <= z) to 15 digits: the series of Marsaglia (2004), cut off where it has nothing to add. */
    static double cdf(double z) {
        if (z < -8) {
            return 0;
        }
        if (z > 8) {
            return 1;
        }
        double sum = 0;
        double term = z;
        int i = 3;
        while (sum + term != sum) {
            sum += term;
            term = term * z * z / i;
            i += 2;
        }
        return 0.5 + sum * density(z);
    }
}
