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
import dev.multisite.scenario.MetricNames;
import dev.multisite.scenario.ObjectiveSpec.Bound;
import dev.multisite.simulation.Slice;
import dev.multisite.statistics.Estimate;
import dev.multisite.verdict.Sentence.Certainty;

/**
 * The verdict in at most {@value #MOST_SENTENCES} sentences. The first answers the scenario's question: what the last
 * architecture, which is the plan that the others lead up to, changes for the population that the objectives name; the
 * second says which assumption that hangs on most. Then the plan against the other alternatives; each architecture over all
 * populations; the populations that the objectives name (else the one that gains most), the one that loses most with who
 * serves it, and the largest one; the objectives. Where records are kept, which laws are broken and who can read them.
 */
public final class Summary {
    private static final String LATENCY = "latency-p95";
    private static final List<String> OVERALL = List.of(LATENCY, "failure-rate", "cost");
    private static final double MANY_FAILURES = 0.01;
    private static final int MOST_SENTENCES = 14;
    private static final int MOST_ARCHITECTURES = 4;
    private static final int MOST_NAMED_POPULATIONS = 2;
    private static final int MOST_OBJECTIVES = 3;
    private static final String FAILURES = "failure-rate";
    /** A change by half is worth a word even where its size is small. */
    private static final double LARGE_RATIO = 1.5;

    private static final double LEAST_SHARE = 0.005;
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
        Optional<Question> question = Question.of(result);
        question.ifPresent(summary::differences);
        if (result.scenario().keepsRecords()) {
            summary.sentences.addAll(ExposureVerdict.of(
                    result, summary.named().stream().findFirst().orElse("")));
        }
        List<Sentence> objectives = summary.objectives();
        summary.populations(MOST_SENTENCES - summary.sentences.size() - objectives.size());
        summary.sentences.addAll(objectives);
        return List.copyOf(summary.sentences);
    }

    private void differences(Question question) {
        List<Judged> answer = answer(question);
        if (!answer.isEmpty()) {
            sentences.add(Judged.together(answer));
        }
        new AssumptionWords(result.assumptions())
                .most(!answer.isEmpty() && isAboutTheStudy(answer.get(0).row()))
                .ifPresent(sentences::add);
        alternatives.stream()
                .filter(name -> !name.equals(question.plan()))
                .limit(MOST_ARCHITECTURES - 1)
                .map(other -> against(question, other))
                .filter(pair -> !pair.isEmpty())
                .forEach(pair -> sentences.add(Judged.against(pair)));
        for (String architecture : alternatives.subList(0, Math.min(MOST_ARCHITECTURES, alternatives.size()))) {
            List<Judged> overall = overall(architecture);
            if (!overall.isEmpty() && !overall.equals(answer)) {
                sentences.add(Judged.together(overall));
            }
        }
    }

    private boolean isAboutTheStudy(ComparisonRow row) {
        return row.metric().equals(result.assumptions().metric())
                && row.country().equals(result.assumptions().country())
                && row.service().isEmpty();
    }

    private void populations(int most) {
        if (!alternatives.isEmpty()) {
            populations().stream().limit(Math.max(1, most)).forEach(this::population);
        }
    }

    /** The figure that is asked for, with what else is certain; or the overall figures. */
    private List<Judged> answer(Question question) {
        Optional<Judged> asked = question.population().isEmpty()
                ? Optional.empty()
                : difference(question.plan(), question.population(), question.metric());
        if (asked.isEmpty()) {
            return overall(question.plan());
        }
        List<Judged> answer = new ArrayList<>(List.of(asked.get()));
        difference(question.plan(), question.population(), FAILURES)
                .filter(Summary::isLarge)
                .filter(failures -> !question.metric().equals(FAILURES))
                .ifPresent(answer::add);
        overall(question.plan()).stream()
                .filter(other -> other.isCertain() && !other.row().metric().equals(LATENCY))
                .forEach(answer::add);
        return answer;
    }

    /** The plan against another alternative: the figure asked for, large changes in failures, and what it costs. */
    private List<Judged> against(Question question, String other) {
        List<Judged> pair = new ArrayList<>();
        pair(other, question.population(), question.metric()).ifPresent(pair::add);
        if (pair.isEmpty()) {
            return pair;
        }
        if (!question.metric().equals(FAILURES)) {
            pair(other, question.population(), FAILURES)
                    .filter(failures -> question.population().isEmpty() || isLarge(failures))
                    .ifPresent(pair::add);
        }
        if (hasCost()) {
            pair(other, "", "cost").ifPresent(pair::add);
        }
        return pair;
    }

    private Optional<Judged> pair(String other, String population, String metric) {
        return result.pair(other, population, metric).map(row -> Judged.of(row, result));
    }

    private static boolean isLarge(Judged difference) {
        double ratio = difference.row().ratio().value();
        return difference.isCertain() && !(ratio < LARGE_RATIO && ratio > 1 / LARGE_RATIO);
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

    /** The populations that the objectives name. */
    private List<String> named() {
        return result.objectives().stream()
                .map(ObjectiveRow::population)
                .filter(name -> !name.isEmpty())
                .distinct()
                .limit(MOST_NAMED_POPULATIONS)
                .toList();
    }

    private Set<String> populations() {
        Set<String> names = new LinkedHashSet<>();
        if (result.scenario().populations().size() < 2) {
            return names;
        }
        names.addAll(named());
        if (names.isEmpty()) {
            extreme(difference -> difference.high() < 0 ? -difference.value() : 0)
                    .ifPresent(names::add);
        }
        extreme(difference -> difference.low() > 0 ? difference.value() : 0).ifPresent(names::add);
        result.scenario().populations().keySet().stream()
                .max(Comparator.comparingDouble(this::requests))
                .ifPresent(names::add);
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
        population(population, LATENCY);
        if (named().contains(population)
                && against(population, FAILURES).stream().anyMatch(Summary::isLarge)) {
            population(population, FAILURES);
        }
    }

    private List<Judged> against(String population, String metric) {
        return alternatives.stream()
                .limit(MOST_ARCHITECTURES)
                .flatMap(architecture -> difference(architecture, population, metric).stream())
                .toList();
    }

    private void population(String population, String metric) {
        List<Judged> differences = against(population, metric);
        if (differences.isEmpty()) {
            return;
        }
        List<String> parts = differences.stream()
                .map(difference -> difference.row().architecture() + " " + difference.brief())
                .toList();
        boolean certain = differences.stream().anyMatch(Judged::isCertain);
        sentences.add(new Sentence(
                "%s for %s against %s: %s%s"
                        .formatted(
                                Labels.metric(metric),
                                Labels.population(population),
                                result.scenario().baseline(),
                                String.join(", ", parts),
                                metric.equals(LATENCY) ? whoServes(population, differences) : ""),
                certain ? Certainty.CERTAIN : Certainty.UNCERTAIN));
    }

    /** Says from where a population is served that waits longer than with the baseline. */
    private String whoServes(String population, List<Judged> differences) {
        Optional<Judged> worst = differences.stream()
                .filter(difference ->
                        difference.isCertain() && difference.row().difference().value() > 0)
                .max(Comparator.comparingDouble(
                        difference -> difference.row().difference().value()));
        if (worst.isEmpty()) {
            return "";
        }
        String architecture = worst.get().row().architecture();
        String now = sites(architecture, population);
        String before = sites(result.scenario().baseline(), population);
        return now.isEmpty() || now.equals(before)
                ? ""
                : "; " + architecture + " serves it from " + now + ", "
                        + result.scenario().baseline() + " from " + before;
    }

    private String sites(String architecture, String population) {
        List<MetricRow> shares = result.metrics().stream()
                .filter(row -> row.architecture().equals(architecture)
                        && row.metric().equals(MetricNames.SERVED_SHARE)
                        && row.slice().period().isEmpty()
                        && row.slice().country().equals(population)
                        && row.estimate().value() >= LEAST_SHARE)
                .sorted(Comparator.comparingDouble(row -> -row.estimate().value()))
                .toList();
        if (shares.size() == 1) {
            return shares.get(0).slice().site();
        }
        return shares.isEmpty()
                ? ""
                : Judged.enumerated(shares.stream()
                        .map(row -> row.slice().site() + " ("
                                + Math.round(row.estimate().value() * 100) + " %)")
                        .toList());
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
            found.add(more(names.subList(MOST_OBJECTIVES, names.size())));
        }
        return found;
    }

    /** The others in one sentence; they are the less urgent ones. */
    private Sentence more(List<String> names) {
        long kept = names.stream()
                .filter(name -> result.objectives().stream()
                        .filter(row -> name(row).equals(name))
                        .allMatch(row -> row.met() == ObjectiveRow.Met.YES))
                .count();
        String count = names.size() == 1 ? "1 more objective: " : names.size() + " more objectives: ";
        String outcome = kept == names.size()
                ? "kept by every architecture"
                : kept == 0 ? "not kept by every architecture" : kept + " of them kept by every architecture";
        return new Sentence(count + outcome, Certainty.CERTAIN);
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
                .map(row -> row.architecture() + " (" + figure(row).replaceFirst(" \\((.*)\\)$", ", $1") + ")")
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
