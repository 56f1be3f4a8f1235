package dev.multisite.random;

import java.nio.charset.StandardCharsets;

/**
 * Derives the seed of every random stream from what it is for. Two streams with the same (seed, replication, purpose,
 * name) are the same stream, whatever else the scenario holds and in whatever order things are built: that is what makes
 * architectures comparable on common random numbers.
 *
 * @param seed master seed of the scenario
 * @param replication number of the replication, from 0
 */
public record RandomStreams(long seed, int replication) {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    /** Returns the 64-bit key of the stream for {@code purpose} (e.g. {@code outages}) of {@code name}. */
    public long key(String purpose, String name) {
        long hash = mix(seed + GOLDEN_GAMMA);
        hash = mix(hash ^ replication + GOLDEN_GAMMA);
        hash = absorb(hash, purpose);
        return absorb(mix(hash + GOLDEN_GAMMA), name);
    }

    /** Returns the key of the {@code index}-th member of a family of streams, e.g. the windows of a replication. */
    public long key(String purpose, String name, long index) {
        return mix(key(purpose, name) ^ mix(index + GOLDEN_GAMMA));
    }

    private static long absorb(long hash, String text) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = mix(hash ^ (b & 0xffL)) + GOLDEN_GAMMA;
        }
        return hash;
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014, variant 13 of Stafford): a bijection that spreads all bits. */
    public static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
