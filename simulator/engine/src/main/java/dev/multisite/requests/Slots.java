package dev.multisite.requests;

import java.util.Arrays;

/**
 * Consecutive stretches of time that results are kept apart by: the common refinement of phases and timeline bins.
 * Counts and sums are kept per slot, latency histograms per phase.
 */
public final class Slots {

    private final double[] starts;
    private final int[] phases;
    private final int phaseCount;

    /**
     * @param starts where each slot starts, ascending; a time before the first belongs to the first, the last is open
     * @param phases index of the phase each slot belongs to
     */
    public Slots(double[] starts, int[] phases) {
        if (starts.length == 0 || starts.length != phases.length) {
            throw new IllegalArgumentException(starts.length + " slots but " + phases.length + " phases");
        }
        for (int i = 1; i < starts.length; i++) {
            if (!(starts[i - 1] < starts[i])) {
                throw new IllegalArgumentException("slot " + i + " starts at " + starts[i] + ", out of order");
            }
        }
        this.starts = starts.clone();
        this.phases = phases.clone();
        this.phaseCount = Arrays.stream(phases).max().orElse(0) + 1;
    }

    /** Returns a single slot. */
    public static Slots single() {
        return new Slots(new double[] {0}, new int[] {0});
    }

    public int size() {
        return starts.length;
    }

    /** Returns where {@code slot} starts; {@code start(size())} is infinity. */
    public double start(int slot) {
        return slot < starts.length ? starts[slot] : Double.POSITIVE_INFINITY;
    }

    /** Returns the slot that holds {@code time}. */
    public int at(double time) {
        int found = Arrays.binarySearch(starts, time);
        return Math.max(0, found >= 0 ? found : -found - 2);
    }

    /** Returns the phase of {@code slot}. */
    public int phase(int slot) {
        return phases[slot];
    }

    /** Returns the number of phases. */
    public int phases() {
        return phaseCount;
    }
}
