package dev.multisite.random;

/**
 * A stream of uniform random numbers for draws on the calendar's scale (outages, slips, choices): SplitMix64 over a key
 * of {@link RandomStreams}. Not for use by several threads.
 */
public final class UniformSource {

    private static final long GAMMA = 0x9e3779b97f4a7c15L;

    private long state;

    /** @param key key of the stream */
    public UniformSource(long key) {
        state = key;
    }

    /** Returns the next 64 random bits. */
    public long nextLong() {
        state += GAMMA;
        return RandomStreams.mix(state);
    }

    /** Returns the next number, uniform in the open interval (0, 1). */
    public double next() {
        return ((nextLong() >>> 12) + 0.5) * 0x1p-52;
    }
}
