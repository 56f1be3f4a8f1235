package dev.multisite.whatif;

import dev.multisite.statistics.Estimate;

/**
 * How much a figure over everything depends on an axis.
 *
 * @param from value of the axis where the figure is lowest; empty for indices
 * @param to value of the axis where the figure is highest; empty for indices
 * @param value the difference between the two in the metric's unit, or the index, with its interval
 */
public record SensitivityRow(
        String axis, String architecture, String metric, Kind kind, String from, String to, Estimate value) {

    /** What the value says. */
    public enum Kind {
        /** Difference between the highest and the lowest mean along the axis. */
        EFFECT("effect"),
        /** Share of the variance that the axis explains alone. */
        FIRST_ORDER("first-order"),
        /** Share of the variance that would be left if all others were known. */
        TOTAL("total");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** Returns the name used in results files. */
        public String key() {
            return key;
        }
    }
}
