package dev.multisite.simulation;

import java.util.Map;

import dev.multisite.scenario.MetricNames;

/** The metrics of the results files and their units. */
public final class Metrics {

    /** Unit per metric, in the order of the results files. */
    public static final Map<String, String> UNITS = MetricNames.UNITS;

    private Metrics() {}

    /** Returns the unit of a figure, of timelines too; empty if it has none. */
    public static String unit(String metric) {
        return MetricNames.unit(metric);
    }
}
