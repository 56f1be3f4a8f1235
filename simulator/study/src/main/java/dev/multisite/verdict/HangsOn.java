package dev.multisite.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.multisite.catalogue.Catalogue;
import dev.multisite.experiment.AssumptionStudy;
import dev.multisite.experiment.AssumptionStudy.Case;
import dev.multisite.experiment.AssumptionStudy.Effect;
import dev.multisite.experiment.ExperimentResult;
import dev.multisite.experiment.MetricRow;
import dev.multisite.simulation.LatencyAssumption;
import dev.multisite.simulation.LatencyAssumption.Alternative;
import dev.multisite.simulation.LatencyAssumptions;
import dev.multisite.simulation.Slice;
import dev.multisite.simulation.UncrowdedRequests;
import dev.multisite.statistics.Estimate;
import dev.multisite.statistics.LatencyHistogram;
import dev.multisite.statistics.StudentT;

/**
 * Finds out which assumptions the headline hangs on: a few thousand requests are simulated again with one value changed at
 * a time, on the same random numbers and without queues, and what changes is added to the simulated headline. Where this
 * does not reproduce the figures of the run, queues or outages decide, and nothing is said.
 */
public final class HangsOn {
    private static final int BATCHES = 4;
    private static final int REQUESTS = 6_000;
    /** The figures themselves must be met within this share, or the method leaves something out. */
    private static final double MOST_OFF = 0.05;

    /** More values than are ever tried: none of them all may seem to matter by chance in 95 of 100 runs (Bonferroni). */
    private static final int MOST_CASES = 40;

    /** Standard errors that a change must exceed; so few batches make them uncertain themselves. */
    private static final double SURE = StudentT.quantile(1 - 0.05 / MOST_CASES, BATCHES - 1);

    private static final Map<String, Double> SHARES = Map.of(
            "latency-p50", 0.5, "latency-p90", 0.9, "latency-p95", 0.95, "latency-p99", 0.99, "latency-p99.9", 0.999);

    private final ExperimentResult result;
    private final Question question;
    private final UncrowdedRequests requests;

    private HangsOn(ExperimentResult result, Question question, Catalogue catalogue) {
        this.result = result;
        this.question = question;
        this.requests = new UncrowdedRequests(result.scenario(), catalogue);
    }

    /**
     * Returns what the headline of a run hangs on; nothing if it compares nothing.
     *
     * @throws InterruptedException if the thread was interrupted
     */
    public static AssumptionStudy of(ExperimentResult result, Catalogue catalogue) throws InterruptedException {
        Optional<Question> asked = Question.of(result, HangsOn::isLatency);
        if (asked.isEmpty()) {
            return AssumptionStudy.NONE;
        }
        Question question = asked.get();
        Optional<Estimate> headline = result.comparison(question.plan(), question.population(), question.metric())
                .map(row -> row.difference());
        if (headline.isEmpty() || Double.isNaN(headline.get().value())) {
            return AssumptionStudy.NONE;
        }
        return new HangsOn(result, question, catalogue)
                .study(
                        headline.get().value(),
                        LatencyAssumptions.of(result.scenario(), catalogue, question.population()));
    }

    /** Returns the results with what the headline hangs on; they come without it if that fails. */
    public static ExperimentResult added(ExperimentResult simulated, Catalogue catalogue) throws InterruptedException {
        try {
            return simulated.with(of(simulated, catalogue));
        } catch (RuntimeException e) {
            String reason = "the estimate failed (" + e + ")";
            return Question.of(simulated, HangsOn::isLatency)
                    .map(asked -> simulated.with(new AssumptionStudy(
                            asked.plan(),
                            simulated.scenario().baseline(),
                            asked.population(),
                            asked.metric(),
                            Double.NaN,
                            List.of(),
                            reason)))
                    .orElse(simulated);
        }
    }

    /** Only response times can be had so cheaply. */
    private static boolean isLatency(String metric) {
        return metric.equals("latency-mean") || SHARES.containsKey(metric);
    }

    private AssumptionStudy study(double headline, List<LatencyAssumption> assumptions) throws InterruptedException {
        String baseline = result.scenario().baseline();
        double[] plan = figures(question.plan(), List.of());
        double[] base = figures(baseline, List.of());
        if (Double.isNaN(mean(plan)) || Double.isNaN(mean(base))) {
            return found(headline, List.of(), "there are too few requests");
        }
        if (!isMet(question.plan(), plan) || !isMet(baseline, base)) {
            return found(headline, List.of(), "queues, outages or retries have a part in these response times");
        }
        List<Effect> effects = new ArrayList<>();
        for (LatencyAssumption assumption : assumptions) {
            List<Case> cases = new ArrayList<>();
            for (Alternative alternative : assumption.alternatives()) {
                double[] otherPlan = figures(question.plan(), List.of(alternative));
                double[] otherBase = figures(baseline, List.of(alternative));
                double[] changes = new double[BATCHES];
                for (int i = 0; i < BATCHES; i++) {
                    changes[i] = otherPlan[i] - otherBase[i] - (plan[i] - base[i]);
                }
                double error = standardError(changes);
                cases.add(new Case(alternative.label(), headline + mean(changes), error, SURE * error));
            }
            effects.add(
                    new Effect(assumption.what(), assumption.value(), assumption.source(), assumption.range(), cases));
        }
        return found(headline, effects, "");
    }

    private AssumptionStudy found(double headline, List<Effect> effects, String reason) {
        return new AssumptionStudy(
                question.plan(),
                result.scenario().baseline(),
                question.population(),
                question.metric(),
                headline,
                effects,
                reason);
    }

    private double[] figures(String architecture, List<Alternative> changes) throws InterruptedException {
        Double share = SHARES.get(question.metric());
        List<LatencyHistogram> batches =
                requests.latencies(architecture, question.population(), changes, REQUESTS, BATCHES);
        double[] figures = new double[BATCHES];
        for (int i = 0; i < BATCHES; i++) {
            LatencyHistogram latencies = batches.get(i);
            figures[i] = 1000 * (share == null ? latencies.meanSeconds() : latencies.quantileSeconds(share));
        }
        return figures;
    }

    private boolean isMet(String architecture, double[] figures) {
        Estimate simulated = result.metric(architecture, Slice.ofCountry(question.population()), question.metric())
                .map(MetricRow::estimate)
                .orElse(Estimate.none());
        double room = MOST_OFF * simulated.value()
                + (simulated.hasInterval() ? simulated.halfWidth() : 0)
                + 2 * standardError(figures);
        return Math.abs(mean(figures) - simulated.value()) <= room;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double standardError(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1) / values.length);
    }
}
