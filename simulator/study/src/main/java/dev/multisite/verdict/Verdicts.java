package dev.multisite.verdict;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.multisite.experiment.ComparisonRow;
import dev.multisite.experiment.ExperimentResult;
import dev.multisite.experiment.ObjectiveRow;
import dev.multisite.statistics.Estimate;
import dev.multisite.statistics.RareEvents;
import dev.multisite.verdict.Sentence.Certainty;

/**
 * Says in words what an experiment found, and no more than the intervals allow: first the {@link Summary}, then every
 * difference on its own, architecture by architecture, then every objective.
 */
public final class Verdicts {
    private static final List<String> OVERALL =
            List.of("latency-p95", "failure-rate", "cost", "foreign-reach", "non-compliant-record-years");
    private static final List<String> BY_COUNTRY = List.of("latency-p95", "failure-rate");
    private static final int MOST_COUNTRIES = 3;

    private final ExperimentResult result;

    private Verdicts(ExperimentResult result) {
        this.result = result;
    }

    private static String level(double confidence) {
        return BigDecimal.valueOf(confidence * 100)
                        .setScale(1, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }

    /** Returns the sentences of the summary, then the others. */
    public static List<Sentence> of(ExperimentResult result) {
        Verdicts verdicts = new Verdicts(result);
        List<Sentence> sentences = new ArrayList<>(Summary.of(result));
        for (String architecture : result.scenario().architectures().keySet()) {
            if (!architecture.equals(result.scenario().baseline())) {
                verdicts.rowsOf(architecture)
                        .forEach(row -> sentences.add(
                                difference(row, Judged.of(row, result).events(), result.confidence())));
            }
        }
        result.objectives().forEach(objective -> sentences.add(verdicts.objective(objective)));
        return sentences;
    }

    private List<ComparisonRow> rowsOf(String architecture) {
        List<ComparisonRow> rows = new ArrayList<>();
        for (String metric : OVERALL) {
            result.comparison(architecture, "", metric).ifPresent(rows::add);
        }
        if (result.scenario().populations().size() < 2) {
            return rows;
        }
        for (String metric : BY_COUNTRY) {
            result.comparison().stream()
                    .filter(row -> row.architecture().equals(architecture)
                            && row.metric().equals(metric)
                            && row.service().isEmpty()
                            && !row.country().isEmpty()
                            && row.difference().excludes(0))
                    .sorted(Comparator.comparingDouble(
                            (ComparisonRow row) -> -Math.abs(row.difference().value())))
                    .limit(MOST_COUNTRIES)
                    .forEach(rows::add);
        }
        return rows;
    }

    /**
     * Says what a comparison allows to say.
     *
     * @param events independent events behind the figure of the one that has more; infinite where that makes no sense
     */
    public static Sentence difference(ComparisonRow row, double events, double confidence) {
        String level = level(confidence);
        String what = Labels.metric(row.metric())
                + (row.country().isEmpty() ? "" : " for " + Labels.population(row.country()));
        Estimate difference = row.difference();
        if (events < RareEvents.FEW_EVENTS) {
            return new Sentence(
                    "%s against %s: too few failures for a verdict on %s (%d independent events in %d replications)"
                            .formatted(row.architecture(), row.baseline(), what, (long) events, row.replications()),
                    Certainty.TOO_FEW_EVENTS);
        }
        Quantity quantity = Quantity.of(row.unit(), difference.value(), true);
        if (!difference.excludes(0)) {
            return undecided(row, what, quantity, level);
        }
        return new Sentence(
                "%s %s (%s)%s".formatted(row.architecture(), Judged.change(row, what), level, better(row)),
                Certainty.CERTAIN);
    }

    private static Sentence undecided(ComparisonRow row, String what, Quantity quantity, String level) {
        Estimate difference = row.difference();
        if (!difference.hasInterval()) {
            return new Sentence(
                    "%s against %s: %s differs by %s in a single replication, which gives no interval"
                            .formatted(row.architecture(), row.baseline(), what, quantity.plain(difference.value())),
                    Certainty.UNCERTAIN);
        }
        if (difference.value() == 0 && difference.halfWidth() == 0) {
            return new Sentence(
                    "%s does not change %s against %s: the same in all %d replications"
                            .formatted(row.architecture(), what, row.baseline(), row.replications()),
                    Certainty.CERTAIN);
        }
        return new Sentence(
                "%s and %s cannot be told apart in %s with %d replications (difference %s, %s)"
                        .formatted(
                                row.architecture(),
                                row.baseline(),
                                what,
                                row.replications(),
                                quantity.withInterval(difference),
                                level),
                Certainty.UNCERTAIN);
    }

    private static String better(ComparisonRow row) {
        if (Double.isNaN(row.better().value())) {
            return "";
        }
        boolean better = row.better().value() >= 0.5;
        double wins = (better ? row.better().value() : 1 - row.better().value()) * row.replications();
        if (Math.abs(wins - Math.rint(wins)) > 1e-9) {
            return ""; // ties count half
        }
        return ", %s in %d of %d replications"
                .formatted(better ? "better" : "worse", Math.round(wins), row.replications());
    }

    private Sentence objective(ObjectiveRow row) {
        Quantity quantity = Quantity.of(row.unit(), row.objective().limit(), false);
        if (Double.isNaN(row.estimate().value())) {
            return new Sentence(
                    "%s: objective '%s' cannot be judged, for nothing was measured"
                            .formatted(row.architecture(), Summary.name(row)),
                    Certainty.UNCERTAIN);
        }
        String verb = switch (row.met()) {
            case YES -> "keeps";
            case NO -> "misses";
            case UNCERTAIN -> "may or may not keep";
        };
        int replications = row.probability().observations();
        return new Sentence(
                "%s %s the objective '%s': %s, kept in %d of %d replications"
                        .formatted(
                                row.architecture(),
                                verb,
                                Summary.name(row),
                                quantity.withInterval(row.estimate()),
                                Math.round(row.probability().value() * replications),
                                replications),
                row.met() == ObjectiveRow.Met.UNCERTAIN ? Certainty.UNCERTAIN : Certainty.CERTAIN);
    }
}
