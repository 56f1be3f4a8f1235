package dev.multisite.routing;

import java.util.Arrays;

import dev.multisite.world.Intervals;

/**
 * What devices believe about a thing that fails, which lags behind the truth: they leave it out from {@code
 * failoverSeconds} after its failure until {@code failbackSeconds} after its repair. A failure whose repair becomes known
 * before the failure itself does is never noticed; so with a failback at once, an outage shorter than the detection stays
 * unnoticed, and with equal lags belief is the truth of a moment ago.
 *
 * @param failoverSeconds from a failure until devices stop trying, at least 0
 * @param failbackSeconds from a repair until devices come back, at least 0
 */
public record Belief(double failoverSeconds, double failbackSeconds) {

    /** Returns when devices believe that something is down which really is so at {@code failures}. */
    public Intervals believedDown(Intervals failures) {
        double[] from = new double[failures.size()];
        double[] until = new double[failures.size()];
        int count = 0;
        for (int i = 0; i < failures.size(); i++) {
            double start = failures.from(i) + failoverSeconds;
            double end = failures.until(i) + failbackSeconds;
            if (start < end && start < Double.POSITIVE_INFINITY) {
                if (count > 0 && start <= until[count - 1]) {
                    until[count - 1] = Math.max(until[count - 1], end);
                } else {
                    from[count] = start;
                    until[count++] = end;
                }
            }
        }
        return new Intervals(Arrays.copyOf(from, count), Arrays.copyOf(until, count));
    }
}
