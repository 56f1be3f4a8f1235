package dev.multisite.calendar;

/** Step functions for tests of other packages. */
public final class Steps {

    private Steps() {}

    public static StepFunction of(double[] fromSeconds, double[] values) {
        return new StepFunction(fromSeconds, values);
    }
}
