package dev.multisite.requests;

import dev.multisite.random.RandomStreams;

/**
 * The random bits of a request, one 64-bit word per purpose, as a function of the request's key alone. So a request has
 * the same draws under every architecture, in whatever order things are computed.
 */
final class Draws {

    private static final long GAMMA = 0x9e3779b97f4a7c15L;

    static final long SOURCE = purpose(1);
    static final long CHOICE = purpose(2);
    static final long CONNECTION = purpose(3);
    static final long OUT = purpose(4);
    static final long SERVICE = purpose(5);
    static final long BACK = purpose(6);
    static final long PATIENCE = purpose(7);
    static final long BACKOFF = purpose(8);
    static final long CORE = purpose(9);
    static final long RECORDS = purpose(10);
    static final int SET_UP_LEG = 16;
    static final int LOSS = 32;
    static final int SLOW_START_LEG = 64;
    private static final long ONE = 0x3ffL << 52;
    private static final long ATTEMPT = 0xd1b54a32d192ed03L;

    private Draws() {}

    /** Returns the key of the {@code index}-th request of a stream. */
    static long requestKey(long streamKey, long index) {
        return RandomStreams.mix(streamKey + index * GAMMA);
    }

    /** Returns the key of an attempt of a request; the first attempt, number 0, shares the request's key. */
    static long attemptKey(long requestKey, int number) {
        return number == 0 ? requestKey : RandomStreams.mix(requestKey + number * ATTEMPT);
    }

    static long purpose(int number) {
        return number * 0xbea225f9eb34556dL;
    }

    static long bits(long key, long purpose) {
        return RandomStreams.mix(key + purpose);
    }

    /** Returns a uniform number in (0, 1). */
    static double uniform(long key, long purpose) {
        // (bits / 2^12 + 0.5) / 2^52 without a conversion, see QuantileTable: both terms and the result are exact.
        return Double.longBitsToDouble((bits(key, purpose) >>> 12) | ONE) - (1 - 0x1p-53);
    }
}
