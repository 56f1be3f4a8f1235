package dev.multisite.exposure;

import java.util.Set;

import dev.multisite.world.Intervals;

/**
 * What became of a site and of the copies of records kept there.
 *
 * @param openingSeconds when it opened, 0: from the start; before, it has no copy
 * @param outages when it was down after its opening
 * @param destroyedSeconds instants within outages at which the records kept there were destroyed
 */
public record SiteFate(double openingSeconds, Intervals outages, Set<Double> destroyedSeconds) {

    public SiteFate {
        destroyedSeconds = Set.copyOf(destroyedSeconds);
    }

    /** Returns when the records were first destroyed in [{@code from}, {@code until}); infinity: they were not. */
    double firstDestruction(double from, double until) {
        return destroyedSeconds.stream()
                .mapToDouble(Double::doubleValue)
                .filter(at -> at >= from && at < until)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** Returns for how long a copy has not been written to, 0 if it is up; infinity if there is none (any more). */
    double stoppedSeconds(double time) {
        if (time < openingSeconds) {
            return Double.POSITIVE_INFINITY;
        }
        int at = outages.indexAtOrBefore(time);
        if (at < 0 || time >= outages.until(at)) {
            return 0;
        }
        double from = outages.from(at);
        return firstDestruction(from, outages.until(at)) <= time ? Double.POSITIVE_INFINITY : time - from;
    }

    /** Returns whether it can't take over at a time. */
    boolean isDown(double time) {
        return time < openingSeconds || outages.contains(time);
    }
}
