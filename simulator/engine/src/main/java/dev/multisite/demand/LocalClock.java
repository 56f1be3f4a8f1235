package dev.multisite.demand;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

import dev.multisite.scenario.Period;

/** Local time of a zone along the period, daylight saving included. */
final class LocalClock {

    /** 1970-01-01 was a Thursday, three days after Monday. */
    private static final long MONDAY_SHIFT = 3L * WeekShape.DAY_SECONDS;

    private final ZoneRules rules;
    private final Period period;

    LocalClock(ZoneId zone, Period period) {
        this.rules = zone.getRules();
        this.period = period;
    }

    /** Returns the local second of the week, from Monday 00:00, of the second that holds {@code timeSeconds}. */
    int weekSecond(double timeSeconds) {
        Instant at = period.toInstant(timeSeconds);
        return weekSecond(at.getEpochSecond(), rules.getOffset(at).getTotalSeconds());
    }

    private static int weekSecond(long epochSecond, int offsetSeconds) {
        return (int) Math.floorMod(epochSecond + offsetSeconds + MONDAY_SHIFT, (long) WeekShape.WEEK_SECONDS);
    }

    /** Writes the local second of the week of every start but the last, which are in ascending order. */
    void weekSeconds(double[] startSeconds, int[] weekSeconds) {
        int offset = 0;
        double nextChange = Double.NEGATIVE_INFINITY;
        for (int cell = 0; cell < weekSeconds.length; cell++) {
            if (startSeconds[cell] >= nextChange) {
                Instant at = period.toInstant(startSeconds[cell]);
                offset = rules.getOffset(at).getTotalSeconds();
                ZoneOffsetTransition next = rules.nextTransition(at);
                nextChange = next == null ? Double.POSITIVE_INFINITY : period.toSeconds(next.getInstant());
            }
            long epochSecond = period.toInstant(startSeconds[cell]).getEpochSecond();
            weekSeconds[cell] = weekSecond(epochSecond, offset);
        }
    }

    /** Returns the longest of an hour, half an hour or a quarter on which all local hours of the period begin. */
    int gridSeconds() {
        int grid = 3600;
        Instant at = period.from();
        while (at != null && at.isBefore(period.to())) {
            int offset = rules.getOffset(at).getTotalSeconds();
            while (Math.floorMod(offset, grid) != 0 && grid > 900) {
                grid /= 2;
            }
            ZoneOffsetTransition next = rules.nextTransition(at);
            at = next == null ? null : next.getInstant();
        }
        return grid;
    }
}
