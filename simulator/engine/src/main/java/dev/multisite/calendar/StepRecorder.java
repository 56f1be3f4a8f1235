package dev.multisite.calendar;

import java.util.Arrays;

/** Collects the steps of a {@link StepFunction}; starts at 0 with value 0. */
final class StepRecorder {

    private double[] from = new double[16];
    private double[] values = new double[16];
    private int count = 1;

    /** Sets the value from {@code atSeconds} on, which is not before the last call's. */
    void set(double atSeconds, double value) {
        if (value == values[count - 1]) {
            return;
        }
        if (atSeconds <= from[count - 1]) {
            values[count - 1] = value;
            if (count > 1 && values[count - 2] == value) {
                count--;
            }
            return;
        }
        if (count == from.length) {
            from = Arrays.copyOf(from, 2 * count);
            values = Arrays.copyOf(values, 2 * count);
        }
        from[count] = atSeconds;
        values[count++] = value;
    }

    StepFunction steps() {
        return new StepFunction(Arrays.copyOf(from, count), Arrays.copyOf(values, count));
    }
}
