package dev.multisite.experiment;

import java.util.List;

/**
 * What the headline of a run owes to what was taken for granted: the same difference of two architectures again, with one
 * assumption changed at a time.
 *
 * @param architecture the plan
 * @param baseline what it is compared with
 * @param country population; empty: all
 * @param metric a percentile or mean of latency
 * @param difference the headline, milliseconds
 * @param effects the largest first; none where queues or failures decide, so that the method says nothing
 * @param reason why there are no effects; empty if there are
 */
public record AssumptionStudy(
        String architecture,
        String baseline,
        String country,
        String metric,
        double difference,
        List<Effect> effects,
        String reason) {
    /** Nothing was asked. */
    public static final AssumptionStudy NONE = new AssumptionStudy("", "", "", "", Double.NaN, List.of(), "");

    public AssumptionStudy {
        effects = List.copyOf(effects);
    }

    /**
     * An assumption and what other values would do.
     *
     * @param what its name, the catalogue's where it comes from there
     * @param range why the cases are these
     */
    public record Effect(String what, String value, String source, String range, List<Case> cases) {
        public Effect {
            cases = List.copyOf(cases);
        }

        /** Returns by how much the headline changes in the case that matters most. */
        public double size(double headline) {
            return cases.stream()
                    .mapToDouble(each -> Math.abs(each.difference() - headline))
                    .max()
                    .orElse(0);
        }
    }

    /**
     * Another value.
     *
     * @param with the value
     * @param difference the headline with it, milliseconds
     * @param standardError of the change
     */
    public record Case(String with, double difference, double standardError) {}
}
