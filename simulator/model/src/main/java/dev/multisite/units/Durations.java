package dev.multisite.units;

import java.time.Duration;

/** What {@link Duration} lacks: fractions of seconds as doubles, the year of this program, and "for ever". */
public final class Durations {

    public static final double SECONDS_PER_DAY = 86_400;

    /** A year of 365.25 days, in seconds. */
    public static final double SECONDS_PER_YEAR = 365.25 * SECONDS_PER_DAY;

    /** A year of 365.25 days. */
    public static final Duration YEAR = Duration.ofHours(8766);

    /** Longer than any scenario; {@link #toSeconds} gives positive infinity for it. */
    public static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

    private Durations() {}

    /** Returns the length in seconds, positive infinity for {@link #FOREVER}. */
    public static double toSeconds(Duration duration) {
        return duration.equals(FOREVER) ? Double.POSITIVE_INFINITY : duration.getSeconds() + duration.getNano() * 1e-9;
    }

    /** Returns the duration nearest to {@code seconds} (to the nanosecond); infinity gives {@link #FOREVER}. */
    public static Duration ofSeconds(double seconds) {
        if (seconds == Double.POSITIVE_INFINITY) {
            return FOREVER;
        }
        Quantities.requireNotNegative(seconds, "duration");
        long whole = (long) Math.floor(seconds);
        return Duration.ofSeconds(whole, Math.round((seconds - whole) * 1e9));
    }
}
