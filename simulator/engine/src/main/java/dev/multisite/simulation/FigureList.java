package dev.multisite.simulation;

import java.util.ArrayList;
import java.util.List;

/** Collects figures. */
final class FigureList {

    private static final double MILLIS = 1000;

    private final List<Figure> figures = new ArrayList<>();

    void add(Slice slice, String metric, double value) {
        add(slice, metric, value, Double.NaN);
    }

    void add(Slice slice, String metric, double value, double events) {
        if (!Metrics.UNITS.containsKey(metric)) {
            throw new IllegalArgumentException("no metric is called " + metric);
        }
        figures.add(new Figure(slice, metric, value, events));
    }

    void addMillis(Slice slice, String metric, double seconds) {
        add(slice, metric, seconds * MILLIS);
    }

    List<Figure> figures() {
        return List.copyOf(figures);
    }
}
