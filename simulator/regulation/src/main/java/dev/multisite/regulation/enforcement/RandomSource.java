package dev.multisite.regulation.enforcement;

import java.nio.charset.StandardCharsets;

/**
 * A stream of random numbers that belongs to a purpose: the same (seed, purpose, index) gives the same numbers whatever
 * else is drawn, so that placements can be compared on common random numbers. SplitMix64 (Steele, Lea, Flood 2014).
 */
final class RandomSource {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private long state;
    private double spare = Double.NaN;

    private RandomSource(long state) {
        this.state = state;
    }

    static RandomSource of(long seed, String purpose, long index) {
        return new RandomSource(mix(key(seed, purpose) ^ mix(index + GOLDEN_GAMMA)));
    }

    /** Returns a key that may take the place of (seed, purpose) in {@link #of(long, long)}. */
    static long key(long seed, String purpose) {
        long hash = mix(seed + GOLDEN_GAMMA);
        for (byte b : purpose.getBytes(StandardCharsets.UTF_8)) {
            hash = mix(hash ^ (b & 0xffL)) + GOLDEN_GAMMA;
        }
        return hash;
    }

    static RandomSource of(long key, long index) {
        return new RandomSource(mix(key ^ mix(index + GOLDEN_GAMMA)));
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    private long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** Returns a number in (0, 1). */
    double uniform() {
        return ((nextLong() >>> 11) + 0.5) * 0x1.0p-53;
    }

    double exponential() {
        return -StrictMath.log(uniform());
    }

    /** Returns a standard normal number (Marsaglia's polar method). */
    double normal() {
        if (!Double.isNaN(spare)) {
            double value = spare;
            spare = Double.NaN;
            return value;
        }
        double u;
        double v;
        double s;
        do {
            u = 2 * uniform() - 1;
            v = 2 * uniform() - 1;
            s = u * u + v * v;
        } while (s >= 1 || s == 0);
        double factor = Math.sqrt(-2 * StrictMath.log(s) / s);
        spare = v * factor;
        return u * factor;
    }

    /** Returns a gamma number of scale 1 (Marsaglia and Tsang 2000). */
    double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * StrictMath.pow(uniform(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = normal();
            double t = 1 + c * x;
            double v = t * t * t;
            if (v > 0 && StrictMath.log(uniform()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                return d * v;
            }
        }
    }

    double beta(double alpha, double beta) {
        double x = gamma(alpha);
        return x / (x + gamma(beta));
    }
}
