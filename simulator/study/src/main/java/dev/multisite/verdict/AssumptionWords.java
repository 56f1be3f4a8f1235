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
    /** Smaller changes of the headline don't change anybody's mind. */
    private static final double LEAST = 0.01;

    private static final double SURE = 3;

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
        List<Case> shown = effect.cases().stream().filter(this::shows).toList();
        if (shown.isEmpty()) {
            return "hardly anything: less than " + millis(hidden(effect)) + " of "
                    + millis(Math.abs(study.difference()));
        }
        StringBuilder text = new StringBuilder();
        for (Case each : shown) {
            boolean same = each.difference() < 0 == shown.get(0).difference() < 0;
            text.append(text.isEmpty() || !same ? change(each) : "with " + each.with() + ", by " + size(each));
            text.append("; ");
        }
        boolean same = study.difference() < 0 == shown.get(0).difference() < 0;
        return text + "as it is, " + (same ? "by " : "it" + verb(study.difference()) + "it by ")
                + millis(Math.abs(study.difference())) + ". Values tried: " + effect.range();
    }

    /** Returns what a change that does not show may be at most. */
    private double hidden(Effect effect) {
        double most = LEAST * Math.abs(study.difference());
        for (Case each : effect.cases()) {
            most = Math.max(most, Math.abs(each.difference() - study.difference()) + SURE * each.standardError());
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

    private boolean shows(Case each) {
        double change = Math.abs(each.difference() - study.difference());
        return change >= LEAST * Math.abs(study.difference()) && change > SURE * each.standardError();
    }

    private String what() {
        return Labels.metric(study.metric())
                + (study.country().isEmpty() ? "" : " for " + Labels.population(study.country()));
    }

    private static String millis(double value) {
        return Quantity.of("ms", value, false).plain(value);
    }

    /** Returns the assumption that the headline hangs on most, if it hangs on any. */
    Optional<Sentence> most() {
        return study.effects().stream()
                .filter(effect -> effect.cases().stream().anyMatch(this::shows))
                .findFirst()
                .map(effect -> {
                    Case worst = effect.cases().stream()
                            .filter(this::shows)
                            .min(Comparator.comparingDouble(
                                    each -> each.difference() * Math.signum(study.difference())))
                            .orElseThrow();
                    return new Sentence(
                            "this hangs most on an assumption, " + effect.what() + " (" + effect.value() + "): "
                                    + change(worst) + " instead of " + millis(Math.abs(study.difference())),
                            Certainty.ASSUMPTION);
                });
    }
}
