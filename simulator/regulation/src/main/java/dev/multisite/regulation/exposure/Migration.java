package dev.multisite.regulation.exposure;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import dev.multisite.regulation.facts.CaseFacts;

/**
 * Moving records from one place to another. Copies proceed linearly in time; each old copy is deleted a fixed time after
 * its record was copied and verified, and until then both count.
 *
 * @param startSeconds when it begins
 * @param copySeconds how long copying all records takes
 * @param verifySeconds time from copying a record to the deletion of its old copy
 */
public record Migration(double startSeconds, double copySeconds, double verifySeconds) {

    /**
     * Returns a migration of {@code bytes}.
     *
     * @param bytesPerSecond bandwidth, above 0
     * @param efficiency share of the bandwidth that is used, above 0 and at most 1
     */
    public static Migration of(
            double startSeconds, double bytes, double bytesPerSecond, double efficiency, double verifySeconds) {
        if (!(bytesPerSecond > 0) || !(efficiency > 0 && efficiency <= 1)) {
            throw new IllegalArgumentException("bandwidth must be above 0 and efficiency above 0 and at most 1");
        }
        return new Migration(startSeconds, bytes / (bytesPerSecond * efficiency), verifySeconds);
    }

    /** Returns when the last old copy is deleted. */
    public double endSeconds() {
        return startSeconds + copySeconds + verifySeconds;
    }

    /** Returns the share of the records that are copied at {@code timeSeconds}. */
    public double copied(double timeSeconds) {
        return progress(timeSeconds - startSeconds);
    }

    /** Returns the share of the records whose old copy is deleted at {@code timeSeconds}. */
    public double deleted(double timeSeconds) {
        return progress(timeSeconds - startSeconds - verifySeconds);
    }

    private double progress(double elapsedSeconds) {
        if (elapsedSeconds < 0) {
            return 0;
        }
        return copySeconds == 0 ? 1 : Math.min(1, elapsedSeconds / copySeconds);
    }

    /**
     * Returns the stretches from the start of the migration until {@code untilSeconds}.
     *
     * @param before situation of a record that has not been copied
     * @param both situation of a record that is at both places
     * @param after situation of a record whose old copy is deleted
     */
    public List<Stretch> stretches(CaseFacts before, CaseFacts both, CaseFacts after, double untilSeconds) {
        TreeSet<Double> knots = new TreeSet<>();
        for (double knot : new double[] {
            startSeconds, startSeconds + copySeconds, startSeconds + verifySeconds, endSeconds(), untilSeconds
        }) {
            if (knot >= startSeconds && knot <= untilSeconds) {
                knots.add(knot);
            }
        }
        List<Stretch> stretches = new ArrayList<>();
        double from = startSeconds;
        for (double to : knots.tailSet(startSeconds, false)) {
            stretches.add(between(from, to, before, both, after));
            from = to;
        }
        return stretches;
    }

    /** Shares are taken just inside the stretch, because an instantaneous step lies between two stretches. */
    private Stretch between(double from, double to, CaseFacts before, CaseFacts both, CaseFacts after) {
        double inside = (to - from) * 1e-9;
        double[] start = shares(from + (copySeconds == 0 || verifySeconds == 0 ? inside : 0));
        double[] end = shares(to - (copySeconds == 0 ? inside : 0));
        List<Stretch.Part> parts = new ArrayList<>();
        CaseFacts[] facts = {before, both, after};
        for (int i = 0; i < 3; i++) {
            if (start[i] > 0 || end[i] > 0) {
                parts.add(new Stretch.Part(facts[i], start[i], end[i]));
            }
        }
        return new Stretch(from, to, parts);
    }

    private double[] shares(double time) {
        double copied = copied(time);
        double deleted = deleted(time);
        return new double[] {1 - copied, copied - deleted, deleted};
    }
}
