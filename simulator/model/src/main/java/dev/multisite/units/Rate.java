package dev.multisite.units;

import java.time.Duration;

/**
 * Events per unit of time, kept per second. Whether they are meant per device or in total is said by whoever holds the
 * rate.
 *
 * @param perSecond events per second, finite and at least 0
 */
public record Rate(double perSecond) {

    /** No events at all. */
    public static final Rate ZERO = new Rate(0);

    public Rate {
        Quantities.requireNotNegative(perSecond, "rate");
    }

    /** Returns {@code events} per {@code span}. */
    public static Rate per(double events, Duration span) {
        return new Rate(events / Durations.toSeconds(span));
    }

    public double perDay() {
        return perSecond * Durations.SECONDS_PER_DAY;
    }

    public double perYear() {
        return perSecond * Durations.SECONDS_PER_YEAR;
    }
}
