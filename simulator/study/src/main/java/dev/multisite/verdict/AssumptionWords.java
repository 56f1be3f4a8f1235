package dev.multisite.verdict;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.multisite.experiment.AssumptionStudy;
import dev.multisite.experiment.AssumptionStudy.Case;
import dev.multisite.experiment.AssumptionStudy.Effect;
import dev.multisite.verdict.Sentence.Certainty;

/** Says what the headline of a run owes to an assumption. */
public final class AssumptionWords {
    private final AssumptionStudy study;

    public AssumptionWords(AssumptionStudy study) {
        this.study = study;
    }

    /** Returns what was asked, e.g. {@code p95 latency for India, multi-site against single-site}. */
    public String question() {
        return what() + ", " + study.architecture() + " against " + study.baseline();
    }

    /**
     * Returns e.g. {@code with 59 ms, multi-site lowers p95 latency for India by 1090 ms; with 168 ms, by 1530 ms; as it is,
     * by 1260 ms}.
     */
    public String effect(Effect effect) {
        List<Case> shown = effect.cases().stream().filter(study::shows).toList();
        if (shown.isEmpty()) {
            return nothingShown(hidden(effect));
        }
        boolean lowers = shown.get(0).difference() < 0;
        StringBuilder text = new StringBuilder();
        for (Case each : shown) {
            boolean same = each.difference() < 0 == lowers;
            text.append(text.isEmpty() || !same ? change(each) : "with " + each.with() + ", by " + size(each));
            text.append("; ");
            lowers = each.difference() < 0;
        }
        boolean same = study.difference() < 0 == lowers;
        return text + "as it is, " + (same ? "by " : "it" + verb(study.difference()) + "it by ")
                + millis(Math.abs(study.difference())) + ". Values tried: " + effect.range();
    }

    /** Returns what a change that does not show may be at most. */
    private double hidden(Effect effect) {
        double most = study.least();
        for (Case each : effect.cases()) {
            most = Math.max(most, Math.abs(each.difference() - study.difference()) + each.halfWidth());
        }
        return most;
    }

    private String change(Case each) {
        return "with " + each.with() + ", " + study.architecture() + verb(each.difference()) + what() + " by "
                + size(each);
    }

    private static String size(Case each) {
        return millis(Math.abs(each.difference()));
    }

    private static String verb(double difference) {
        return difference < 0 ? " lowers " : " raises ";
    }

    private String what() {
        return Labels.metric(study.metric())
                + (study.country().isEmpty() ? "" : " for " + Labels.population(study.country()));
    }

    private static String millis(double value) {
        return Quantity.of("ms", value, false).plain(value);
    }

    /**
     * Returns the assumption that the headline hangs on most, if it hangs on any.
     *
     * @param justSaid whether the sentence before is about the headline, so that "this" is enough
     */
    Optional<Sentence> most(boolean justSaid) {
        return study.effects().stream()
                .filter(effect -> effect.cases().stream().anyMatch(study::shows))
                .findFirst()
                .map(effect -> new Sentence(
                        (justSaid ? "this" : question() + ",") + " hangs most on an assumption, " + effect.what() + " ("
                                + effect.value() + "): " + instead(worst(effect)),
                        Certainty.ASSUMPTION));
    }

    private Case worst(Effect effect) {
        return effect.cases().stream()
                .filter(study::shows)
                .min(Comparator.comparingDouble(each -> each.difference() * Math.signum(study.difference())))
                .orElseThrow();
    }

    private String instead(Case worst) {
        boolean lowers = study.difference() < 0;
        boolean same = worst.difference() < 0 == lowers;
        return change(worst) + " instead of " + (same ? "" : lowers ? "lowering it by " : "raising it by ")
                + millis(Math.abs(study.difference()));
    }

    private String nothingShown(double hidden) {
        if (Double.isNaN(hidden)) {
            return "not known: too few requests";
        }
        return hidden <= 2 * study.least()
                ? "hardly anything: less than " + millis(hidden) + " of " + millis(Math.abs(study.difference()))
                : "not known: up to " + millis(hidden) + ", within the error of the estimate";
    }
}
