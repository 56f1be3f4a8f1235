package dev.multisite.scenario;

import java.time.Duration;
import java.time.Instant;

/**
 * The time that is simulated, from its first instant up to but excluding its last.
 *
 * @param from start, the simulation's second 0
 * @param to end, after {@code from}
 */
public record Period(Instant from, Instant to) {

    public Period {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "the period must end after it starts, but goes from " + from + " to " + to);
        }
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    /** Returns the length in seconds. */
    public double seconds() {
        return toSeconds(to);
    }

    /** Returns the simulation time of {@code instant}: seconds since {@link #from}, negative before it. */
    public double toSeconds(Instant instant) {
        Duration since = Duration.between(from, instant);
        return since.getSeconds() + since.getNano() * 1e-9;
    }

    /** Returns the instant of a simulation time, to the nanosecond. */
    public Instant toInstant(double seconds) {
        long whole = (long) Math.floor(seconds);
        return from.plusSeconds(whole).plusNanos(Math.round((seconds - whole) * 1e9));
    }
}
