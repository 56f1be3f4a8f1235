package dev.multisite.verdict;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.multisite.experiment.ComparisonRow;
import dev.multisite.experiment.ExperimentResult;
import dev.multisite.experiment.MetricRow;
import dev.multisite.experiment.ObjectiveRow;
import dev.multisite.scenario.ObjectiveSpec.Bound;
import dev.multisite.simulation.Slice;
import dev.multisite.statistics.Estimate;
import dev.multisite.statistics.RareEvents;
import dev.multisite.verdict.Sentence.Certainty;

/** Says in words what an experiment found, strongest first, and no more than the intervals allow. */
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

    /** Returns the sentences on differences to the baseline, architecture by architecture, then those on objectives. */
    public static List<Sentence> of(ExperimentResult result) {
        Verdicts verdicts = new Verdicts(result);
        List<Sentence> sentences = new ArrayList<>();
        for (String architecture : result.scenario().architectures().keySet()) {
            if (!architecture.equals(result.scenario().baseline())) {
                verdicts.rowsOf(architecture)
                        .forEach(
                                row -> sentences.add(difference(row, verdicts.eventsBehind(row), result.confidence())));
            }
        }
        if (result.scenario().keepsRecords()) {
            result.scenario().architectures().keySet().forEach(name -> sentences.add(ExposureVerdict.of(result, name)));
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
        String verb = difference.value() < 0 ? "lowers" : "raises";
        String size = quantity.withInterval(new Estimate(
                Math.abs(difference.value()),
                Math.abs(difference.value()) - difference.halfWidth(),
                Math.abs(difference.value()) + difference.halfWidth(),
                difference.observations()));
        return new Sentence(
                "%s %s %s by %s (%s)%s".formatted(row.architecture(), verb, what, size, level, better(row)),
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
        double wins = row.better().value() * row.replications();
        double shown = row.better().value() >= 0.5 ? wins : row.replications() - wins;
        String count = shown == Math.rint(shown) ? Long.toString((long) shown) : Double.toString(shown);
        return ", %s in %s of %d replications"
                .formatted(row.better().value() >= 0.5 ? "better" : "worse", count, row.replications());
    }

    /** The events behind a comparison: those of the architecture that has more; infinite where that makes no sense. */
    private double eventsBehind(ComparisonRow row) {
        Slice slice = new Slice("", row.country(), "", row.service());
        double a = events(row.architecture(), slice, row.metric());
        double b = events(row.baseline(), slice, row.metric());
        return Math.max(a, b);
    }

    private double events(String architecture, Slice slice, String metric) {
        double events = result.metric(architecture, slice, metric)
                .map(MetricRow::events)
                .orElse(Double.NaN);
        return Double.isNaN(events) ? Double.POSITIVE_INFINITY : events;
    }

    private Sentence objective(ObjectiveRow row) {
        String limit = (row.objective().bound() == Bound.AT_MOST ? "at most " : "at least ")
                + Quantity.of(row.unit(), row.objective().limit(), false)
                        .plain(row.objective().limit());
        String what = Labels.metric(row.objective().metric())
                + (row.population().isEmpty() ? "" : " for " + Labels.population(row.population()))
                + (row.objective().service().isEmpty()
                        ? ""
                        : " of " + row.objective().service());
        Quantity quantity = Quantity.of(row.unit(), row.estimate().value(), false);
        if (Double.isNaN(row.estimate().value())) {
            return new Sentence(
                    "%s: objective '%s %s' cannot be judged, for nothing was measured"
                            .formatted(row.architecture(), what, limit),
                    Certainty.UNCERTAIN);
        }
        String verb = switch (row.met()) {
            case YES -> "keeps";
            case NO -> "misses";
            case UNCERTAIN -> "may or may not keep";
        };
        int replications = row.probability().observations();
        return new Sentence(
                "%s %s the objective '%s %s': %s, kept in %d of %d replications"
                        .formatted(
                                row.architecture(),
                                verb,
                                what,
                                limit,
                                quantity.withInterval(row.estimate()),
                                Math.round(row.probability().value() * replications),
                                replications),
                row.met() == ObjectiveRow.Met.UNCERTAIN ? Certainty.UNCERTAIN : Certainty.CERTAIN);
    }
}
