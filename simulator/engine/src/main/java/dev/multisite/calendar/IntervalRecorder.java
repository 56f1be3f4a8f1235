package dev.multisite.calendar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.multisite.world.Intervals;

/** Collects intervals as they begin and end. What has not ended when it is read lasts for ever. */
final class IntervalRecorder {

    private double[] from = new double[8];
    private double[] until = new double[8];
    private final List<Boolean> marks = new ArrayList<>();
    private int count;
    private boolean open;

    /** @param mark a property of the interval that is known at its start */
    void begin(double atSeconds, boolean mark) {
        if (count == from.length) {
            from = Arrays.copyOf(from, 2 * count);
            until = Arrays.copyOf(until, 2 * count);
        }
        from[count] = atSeconds;
        marks.add(mark);
        open = true;
    }

    void end(double atSeconds) {
        end(atSeconds, marks.get(count));
    }

    /** @param mark a property of the interval that is known at its end */
    void end(double atSeconds, boolean mark) {
        open = false;
        if (atSeconds > from[count]) {
            until[count] = atSeconds;
            marks.set(count++, mark);
        } else {
            marks.remove(count);
        }
    }

    boolean isOpen() {
        return open;
    }

    Intervals intervals() {
        int all = open ? count + 1 : count;
        double[] ends = Arrays.copyOf(until, all);
        if (open) {
            ends[count] = Double.POSITIVE_INFINITY;
        }
        return new Intervals(Arrays.copyOf(from, all), ends);
    }

    /** Returns the property of each interval, parallel to {@link #intervals}. */
    List<Boolean> marks() {
        return List.copyOf(marks);
    }
}
