package dev.multisite.experiment;

import java.util.Comparator;
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
 * @param effects sorted: those that show first, the largest of them at the top; none where queues or failures decide, so
 *     that the method says nothing
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

    /** Smaller changes of the headline don't change anybody's mind. */
    private static final double LEAST = 0.01;

    public AssumptionStudy {
        double headline = difference;
        effects = effects.stream()
                .sorted(Comparator.comparingDouble((Effect effect) -> -size(effect, headline)))
                .toList();
    }

    /** Returns the smallest change of the headline that is worth a word, milliseconds. */
    public double least() {
        return LEAST * Math.abs(difference);
    }

    /** Returns whether the headline changes in this case by more than the error of the estimate and more than a trifle. */
    public boolean shows(Case each) {
        return shows(each, difference);
    }

    /** Returns by how much the headline changes in the case that matters most, milliseconds; 0 if no case shows. */
    public double size(Effect effect) {
        return size(effect, difference);
    }

    private static boolean shows(Case each, double headline) {
        double change = Math.abs(each.difference() - headline);
        return change >= LEAST * Math.abs(headline) && change > each.halfWidth();
    }

    private static double size(Effect effect, double headline) {
        return effect.cases().stream()
                .filter(each -> shows(each, headline))
                .mapToDouble(each -> Math.abs(each.difference() - headline))
                .max()
                .orElse(0);
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
    }

    /**
     * Another value.
     *
     * @param with the value
     * @param difference the headline with it, milliseconds
     * @param standardError of the change
     * @param halfWidth of the interval of the interval of the change
     */
    public record Case(String with, double difference, double standardError, double halfWidth) {}
}
