package dev.multisite.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

import dev.multisite.experiment.ComparisonRow;
import dev.multisite.experiment.ExperimentResult;
import dev.multisite.experiment.MetricRow;
import dev.multisite.experiment.ObjectiveRow;
import dev.multisite.scenario.ObjectiveSpec.Bound;
import dev.multisite.simulation.Slice;
import dev.multisite.statistics.Estimate;
import dev.multisite.verdict.Sentence.Certainty;

/**
 * The verdict in at most a dozen sentences. The first answers the scenario's question: what the last architecture, which
 * is the plan that the others lead up to, changes for the population that the objectives name. Then each architecture over
 * all populations; the populations that the objectives name (else the one that gains most), the largest one and the one
 * that loses most; the objectives. Where records are kept, which laws are broken and who can read them.
 */
public final class Summary {
    private static final String LATENCY = "latency-p95";
    private static final List<String> OVERALL = List.of(LATENCY, "failure-rate", "cost");
    private static final double MANY_FAILURES = 0.01;
    private static final int MOST_SENTENCES = 12;
    private static final int MOST_ARCHITECTURES = 4;
    private static final int MOST_NAMED_POPULATIONS = 2;
    private static final int MOST_OBJECTIVES = 3;
    private static final List<ObjectiveRow.Met> URGENCY =
            List.of(ObjectiveRow.Met.NO, ObjectiveRow.Met.UNCERTAIN, ObjectiveRow.Met.YES);

    private final ExperimentResult result;
    private final List<String> alternatives;
    private final List<Sentence> sentences = new ArrayList<>();

    private Summary(ExperimentResult result) {
        this.result = result;
        this.alternatives = result.scenario().architectures().keySet().stream()
                .filter(name -> !name.equals(result.scenario().baseline()))
                .toList();
    }

    /** Returns the sentences; none for a single architecture without objectives. */
    public static List<Sentence> of(ExperimentResult result) {
        Summary summary = new Summary(result);
        summary.differences();
        summary.exposure();
        List<Sentence> objectives = summary.objectives();
        summary.populations(MOST_SENTENCES - summary.sentences.size() - objectives.size());
        summary.sentences.addAll(objectives);
        return List.copyOf(summary.sentences);
    }

    private void exposure() {
        if (result.scenario().keepsRecords()) {
            result.scenario().architectures().keySet().stream()
                    .limit(MOST_ARCHITECTURES)
                    .forEach(name -> sentences.add(ExposureVerdict.of(result, name)));
        }
    }

    private void differences() {
        if (alternatives.isEmpty()) {
            return;
        }
        String plan = alternatives.get(alternatives.size() - 1);
        List<Judged> answer = answer(plan);
        if (!answer.isEmpty()) {
            sentences.add(Judged.together(answer));
        }
        for (String architecture : alternatives.subList(0, Math.min(MOST_ARCHITECTURES, alternatives.size()))) {
            List<Judged> overall = overall(architecture);
            if (!overall.isEmpty() && !overall.equals(answer)) {
                sentences.add(Judged.together(overall));
            }
        }
    }

    private void populations(int most) {
        if (!alternatives.isEmpty()) {
            populations().stream().limit(Math.max(1, most)).forEach(this::population);
        }
    }

    /** The first figure that the objectives name for a population, with what else is certain; or the overall figures. */
    private List<Judged> answer(String plan) {
        Optional<Judged> asked = result.objectives().stream()
                .filter(row ->
                        !row.population().isEmpty() && row.objective().service().isEmpty())
                .findFirst()
                .flatMap(row ->
                        difference(plan, row.population(), row.objective().metric()));
        if (asked.isEmpty()) {
            return overall(plan);
        }
        List<Judged> answer = new ArrayList<>(List.of(asked.get()));
        overall(plan).stream()
                .filter(other -> other.isCertain() && !other.row().metric().equals(LATENCY))
                .forEach(answer::add);
        return answer;
    }

    private List<Judged> overall(String architecture) {
        return OVERALL.stream()
                .filter(metric -> !metric.equals("cost") || hasCost())
                .flatMap(metric -> difference(architecture, "", metric).stream())
                .sorted(Comparator.comparing(difference -> !isUpheaval(difference)))
                .toList();
    }

    /** Where many more requests fail, that comes first: latency is that of the others. */
    private static boolean isUpheaval(Judged difference) {
        return difference.row().metric().equals("failure-rate")
                && difference.isCertain()
                && Math.abs(difference.row().difference().value()) >= MANY_FAILURES;
    }

    private boolean hasCost() {
        return result.scenario().architectures().keySet().stream()
                .flatMap(name -> result.metric(name, Slice.ALL, "cost").stream())
                .anyMatch(row -> row.estimate().value() != 0);
    }

    private Optional<Judged> difference(String architecture, String population, String metric) {
        return result.comparison(architecture, population, metric).map(row -> Judged.of(row, result));
    }

    private Set<String> populations() {
        Set<String> names = new LinkedHashSet<>();
        if (result.scenario().populations().size() < 2) {
            return names;
        }
        result.objectives().stream()
                .map(ObjectiveRow::population)
                .filter(name -> !name.isEmpty())
                .distinct()
                .limit(MOST_NAMED_POPULATIONS)
                .forEach(names::add);
        if (names.isEmpty()) {
            extreme(difference -> difference.high() < 0 ? -difference.value() : 0)
                    .ifPresent(names::add);
        }
        result.scenario().populations().keySet().stream()
                .max(Comparator.comparingDouble(this::requests))
                .ifPresent(names::add);
        extreme(difference -> difference.low() > 0 ? difference.value() : 0).ifPresent(names::add);
        return names;
    }

    /** Returns the population with the largest score of its difference in latency under any architecture, above 0. */
    private Optional<String> extreme(ToDoubleFunction<Estimate> score) {
        return result.comparison().stream()
                .filter(row -> row.metric().equals(LATENCY)
                        && row.service().isEmpty()
                        && !row.country().isEmpty()
                        && score.applyAsDouble(row.difference()) > 0)
                .max(Comparator.comparingDouble(row -> score.applyAsDouble(row.difference())))
                .map(ComparisonRow::country);
    }

    private double requests(String population) {
        return result.metric(result.scenario().baseline(), Slice.ofCountry(population), "requests")
                .map(MetricRow::estimate)
                .map(estimate -> estimate.value())
                .orElse(0.0);
    }

    private void population(String population) {
        List<Judged> differences = alternatives.stream()
                .limit(MOST_ARCHITECTURES)
                .flatMap(architecture -> difference(architecture, population, LATENCY).stream())
                .toList();
        if (differences.isEmpty()) {
            return;
        }
        List<String> parts = differences.stream()
                .map(difference -> difference.row().architecture() + " " + difference.brief())
                .toList();
        boolean certain = differences.stream().anyMatch(Judged::isCertain);
        sentences.add(new Sentence(
                "%s for %s against %s: %s"
                        .formatted(
                                Labels.metric(LATENCY),
                                Labels.population(population),
                                result.scenario().baseline(),
                                String.join(", ", parts)),
                certain ? Certainty.CERTAIN : Certainty.UNCERTAIN));
    }

    /** Missed ones first, then undecided ones: a reader who stops after three must not take a plan for sound. */
    static List<String> byUrgency(List<ObjectiveRow> rows) {
        return rows.stream()
                .sorted(Comparator.comparingInt(row -> URGENCY.indexOf(row.met())))
                .map(Summary::name)
                .distinct()
                .toList();
    }

    private List<Sentence> objectives() {
        List<String> names = byUrgency(result.objectives());
        List<Sentence> found = new ArrayList<>(
                names.stream().limit(MOST_OBJECTIVES).map(this::objective).toList());
        if (names.size() > MOST_OBJECTIVES) {
            found.add(new Sentence(
                    moreObjectives(names.size() - MOST_OBJECTIVES) + " in run.json and in the report",
                    Certainty.CERTAIN));
        }
        return found;
    }

    private static String moreObjectives(int count) {
        return count == 1 ? "1 more objective stands" : count + " more objectives stand";
    }

    private Sentence objective(String name) {
        List<ObjectiveRow> rows = result.objectives().stream()
                .filter(row -> name(row).equals(name))
                .toList();
        List<String> parts = new ArrayList<>();
        outcome(rows, ObjectiveRow.Met.YES, "kept by ").ifPresent(parts::add);
        outcome(rows, ObjectiveRow.Met.NO, "missed by ").ifPresent(parts::add);
        outcome(rows, ObjectiveRow.Met.UNCERTAIN, "undecided for ").ifPresent(parts::add);
        boolean certain = rows.stream().noneMatch(row -> row.met() == ObjectiveRow.Met.UNCERTAIN);
        return new Sentence(
                "objective '%s': %s".formatted(name, String.join("; ", parts)),
                certain ? Certainty.CERTAIN : Certainty.UNCERTAIN);
    }

    private static Optional<String> outcome(List<ObjectiveRow> rows, ObjectiveRow.Met met, String verb) {
        List<String> parts = rows.stream()
                .filter(row -> row.met() == met)
                .map(row -> row.architecture() + " (" + figure(row) + ")")
                .toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(verb + Judged.enumerated(parts));
    }

    private static String figure(ObjectiveRow row) {
        return Double.isNaN(row.estimate().value())
                ? "nothing was measured"
                : Quantity.of(row.unit(), row.objective().limit(), false).withInterval(row.estimate());
    }

    /** Returns e.g. {@code p95 latency for India at most 250 ms}. */
    static String name(ObjectiveRow row) {
        double limit = row.objective().limit();
        return Labels.metric(row.objective().metric())
                + (row.population().isEmpty() ? "" : " for " + Labels.population(row.population()))
                + (row.objective().service().isEmpty()
                        ? ""
                        : " of " + row.objective().service())
                + (row.objective().bound() == Bound.AT_MOST ? " at most " : " at least ")
                + Quantity.of(row.unit(), limit, false).exact(limit);
    }
}
