package dev.multisite.regulation.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Combines outcomes: the worst decides; contested readings combine as 1 - prod(1 - p), each reading once. */
final class Outcomes {

    private Outcomes() {}

    /** Returns the combination of at least one outcome. */
    static Outcome worst(List<Outcome> outcomes) {
        Outcome worst = outcomes.get(0);
        for (Outcome outcome : outcomes) {
            if (outcome.verdict().worseThan(worst.verdict())) {
                worst = outcome;
            }
        }
        return worst.verdict() == Verdict.UNCERTAIN ? uncertain(outcomes, worst) : worst;
    }

    private static Outcome uncertain(List<Outcome> outcomes, Outcome worst) {
        Map<String, Outcome> byReading = new LinkedHashMap<>();
        for (Outcome outcome : outcomes) {
            if (outcome.verdict() == Verdict.UNCERTAIN) {
                byReading.merge(outcome.reading(), outcome, (a, b) -> a.p() >= b.p() ? a : b);
            }
        }
        double allFine = 1;
        Outcome likeliest = worst;
        for (Outcome outcome : byReading.values()) {
            allFine *= 1 - outcome.p();
            likeliest = outcome.p() > likeliest.p() ? outcome : likeliest;
        }
        double p = byReading.size() == 1 ? likeliest.p() : 1 - allFine;
        return new Outcome(
                Verdict.UNCERTAIN, p, String.join("+", byReading.keySet()), likeliest.rule(), likeliest.because());
    }
}
