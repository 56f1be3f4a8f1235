package dev.multisite.demand;

import java.util.Arrays;

import dev.multisite.scenario.Period;
import dev.multisite.scenario.PopulationSpec;

/**
 * How many devices a population has over time. Exact closed forms wherever the growth model has one; otherwise
 * integrated numerically to a relative error below 1e-10 (diffusion with churn, recovering trust).
 */
public final class InstalledBase {

    /** Nodes of the two-point Gauss rule on [0, 1]. */
    private static final double GAUSS = 0.2113248654051871;

    private final double[] startSeconds;
    private final BaseSegment[] segments;
    private final double[] deviceSecondsBefore;
    private final Losses losses;

    InstalledBase(double[] startSeconds, BaseSegment[] segments, Losses losses) {
        this.losses = losses;
        this.startSeconds = startSeconds.clone();
        this.segments = segments.clone();
        deviceSecondsBefore = new double[segments.length];
        for (int i = 1; i < segments.length; i++) {
            deviceSecondsBefore[i] =
                    deviceSecondsBefore[i - 1] + segments[i - 1].deviceSeconds(startSeconds[i] - startSeconds[i - 1]);
        }
    }

    /** Returns the installed base of {@code population} over {@code period}. */
    public static InstalledBase of(PopulationSpec population, Period period) {
        return new InstalledBaseBuilder(population, period).build();
    }

    /** Returns the devices at {@code timeSeconds}, after what happens at that instant. */
    public double devices(double timeSeconds) {
        int i = segmentAt(timeSeconds);
        return segments[i].devices(timeSeconds - startSeconds[i]);
    }

    /** Returns the integral of the devices from {@code fromSeconds} until {@code untilSeconds}, in device-seconds. */
    public double deviceSeconds(double fromSeconds, double untilSeconds) {
        return deviceSecondsUntil(untilSeconds) - deviceSecondsUntil(fromSeconds);
    }

    /** Returns the share of the devices of {@code fromSeconds} that is still there at {@code untilSeconds}. */
    double kept(double fromSeconds, double untilSeconds) {
        return losses.kept(fromSeconds, untilSeconds);
    }

    private double deviceSecondsUntil(double timeSeconds) {
        int i = segmentAt(timeSeconds);
        return deviceSecondsBefore[i] + segments[i].deviceSeconds(timeSeconds - startSeconds[i]);
    }

    /**
     * Returns the mean number of devices of a short interval in which nothing jumps (at most an hour, or any length while
     * the base is constant); free of the cancellation that a difference of integrals suffers from.
     */
    double meanOfCell(double fromSeconds, double untilSeconds) {
        int i = segmentAt(fromSeconds);
        double from = fromSeconds - startSeconds[i];
        double length = untilSeconds - fromSeconds;
        return (segments[i].devices(from + GAUSS * length) + segments[i].devices(from + (1 - GAUSS) * length)) / 2;
    }

    /** Returns the change of the devices over a short interval in which nothing jumps. */
    double changeOverCell(double fromSeconds, double untilSeconds) {
        int i = segmentAt(fromSeconds);
        double from = fromSeconds - startSeconds[i];
        return segments[i].devices(from + untilSeconds - fromSeconds) - segments[i].devices(from);
    }

    /** Returns the instants at which the base or its growth jumps, the start of the period included. */
    double[] breaks() {
        return startSeconds.clone();
    }

    /** Returns whether the base is constant between {@link #breaks}. */
    boolean constantBetweenBreaks() {
        return Arrays.stream(segments).allMatch(InstalledBase::constant);
    }

    private static boolean constant(BaseSegment segment) {
        return segment instanceof ConstantFlow flow
                && flow.arrivalsPerSecond() == 0
                && (flow.hazardPerSecond() == 0 || flow.devicesAtStart() == 0);
    }

    private int segmentAt(double timeSeconds) {
        int at = Arrays.binarySearch(startSeconds, timeSeconds);
        return Math.max(0, at >= 0 ? at : -at - 2);
    }
}
