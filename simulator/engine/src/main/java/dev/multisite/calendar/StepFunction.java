package dev.multisite.calendar;

import java.util.Arrays;

/** A quantity that jumps at known times and is constant between them, e.g. the number of working hosts. */
public final class StepFunction {

    private final double[] fromSeconds;
    private final double[] values;

    /**
     * @param fromSeconds where each step starts, strictly ascending, the first at 0
     * @param values value of each step
     */
    StepFunction(double[] fromSeconds, double[] values) {
        this.fromSeconds = fromSeconds.clone();
        this.values = values.clone();
    }

    public int steps() {
        return values.length;
    }

    public double fromSeconds(int step) {
        return fromSeconds[step];
    }

    public double value(int step) {
        return values[step];
    }

    /** Returns the value at a time of at least 0. */
    public double at(double timeSeconds) {
        int at = Arrays.binarySearch(fromSeconds, timeSeconds);
        return values[at >= 0 ? at : -at - 2];
    }

    /** Returns the integral over time, in the value's unit times seconds. */
    public double integral(double startSeconds, double endSeconds) {
        double sum = 0;
        int first = Arrays.binarySearch(fromSeconds, startSeconds);
        for (int i = first >= 0 ? first : -first - 2; i < values.length && fromSeconds[i] < endSeconds; i++) {
            double until = i + 1 < values.length ? Math.min(endSeconds, fromSeconds[i + 1]) : endSeconds;
            sum += values[i] * (until - Math.max(startSeconds, fromSeconds[i]));
        }
        return sum;
    }

    /** Returns the mean over an interval that is not empty. */
    public double mean(double startSeconds, double endSeconds) {
        return integral(startSeconds, endSeconds) / (endSeconds - startSeconds);
    }
}
