package dev.multisite.whatif;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.multisite.scenario.MetricNames;
import dev.multisite.units.Literals;

/**
 * What a search is to reach, e.g. {@code latency-p95(IN) <= 250ms} or {@code cost <= baseline}.
 *
 * @param country population; empty: all together
 * @param atMost whether the figure must not exceed the limit; otherwise it must reach it
 * @param limit in the metric's unit; 0 where the difference to the baseline counts
 * @param againstBaseline whether the figure is compared with that of the baseline architecture
 */
public record Condition(String metric, String country, boolean atMost, double limit, boolean againstBaseline) {
    private static final Pattern FORM =
            Pattern.compile("\\s*([a-z0-9.-]+)\\s*(?:\\(([^)]*)\\))?\\s*(<=|>=|<|>)\\s*(\\S.*?)\\s*");

    /**
     * Reads a condition.
     *
     * @throws IllegalArgumentException if it is none; the message is for the user
     */
    public static Condition parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "expected a condition such as \"latency-p95(IN) <= 250ms\" or \"cost <= baseline\", got "
                            + Literals.quoted(text));
        }
        String metric = form.group(1);
        if (!MetricNames.UNITS.containsKey(metric)) {
            throw new IllegalArgumentException("no metric " + Literals.quoted(metric) + "; known: "
                    + String.join(", ", MetricNames.UNITS.keySet()));
        }
        String country = form.group(2) == null ? "" : form.group(2).strip();
        boolean baseline = form.group(4).equals("baseline");
        double limit = baseline ? 0 : MetricNames.parse(metric, form.group(4));
        return new Condition(metric, country, form.group(3).startsWith("<"), limit, baseline);
    }

    /** Returns by how much a figure keeps the condition; below 0 if it does not. */
    double margin(double figure) {
        return atMost ? limit - figure : figure - limit;
    }
}
