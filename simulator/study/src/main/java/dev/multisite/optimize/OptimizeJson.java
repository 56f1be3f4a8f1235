package dev.multisite.optimize;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.multisite.experiment.MetricRow;
import dev.multisite.experiment.ObjectiveRow;
import dev.multisite.optimize.Confirmation.Outcome;
import dev.multisite.placement.Placement.Proof;
import dev.multisite.scenario.OptimizeSpec;
import dev.multisite.simulation.Slice;
import dev.multisite.statistics.Estimate;

/** The answers of an optimisation as one JSON document. */
public final class OptimizeJson {

    private static final List<String> SIMULATED = List.of(
            "latency-mean", "latency-p95", "failure-rate", "cost", "non-compliant-record-years", "foreign-reach");

    private final SiteChoice choice;
    private final Solution solution;
    private final Optional<Outcome> outcome;

    public OptimizeJson(SiteChoice choice, Solution solution, Optional<Outcome> outcome) {
        this.choice = choice;
        this.solution = solution;
        this.outcome = outcome;
    }

    /** Returns the word of results files for what is known about a placement. */
    public static String proof(Proof proof) {
        return switch (proof) {
            case OPTIMAL -> "optimal";
            case GAP_OPEN -> "gap-open";
            case HEURISTIC -> "heuristic";
        };
    }

    /** @param folder where the results are, for the terminal's document */
    public String text(Optional<Path> folder) {
        OptimizeSpec question = choice.scenario().optimize();
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("optimize", 1);
        root.put("minimise", question.minimise().metric());
        root.put("latency-price-usd-per-ms", question.latencyPriceUsdPerMs());
        root.put("candidates", choice.sites().size());
        root.put("demand-points", choice.points().size());
        root.put("method", solution.method());
        root.put("status", status());
        ArrayNode best = root.putArray("best");
        for (int rank = 0; rank < solution.best().size(); rank++) {
            ObjectNode node = candidate(best.addObject(), solution.best().get(rank));
            proof(node, solution.best().get(rank));
            int position = rank;
            outcome.ifPresent(o -> simulated(node, o, position));
        }
        root.put("front-complete", solution.frontComplete());
        ArrayNode front = root.putArray("pareto-front");
        solution.front().forEach(candidate -> candidate(front.addObject(), candidate));
        outcome.ifPresent(o -> selection(root.putObject("selection"), o));
        folder.ifPresent(path -> root.put("seconds", solution.seconds()).put("folder", path.toString()));
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private String status() {
        if (solution.best().isEmpty()) {
            return solution.infeasible() ? "infeasible" : "nothing-found";
        }
        return proof(solution.best().get(0).proof());
    }

    private ObjectNode candidate(ObjectNode node, Candidate candidate) {
        node.put("placement", candidate.name());
        ArrayNode sites = node.putArray("sites");
        candidate.sites().forEach(sites::add);
        ObjectNode model = node.putObject("model")
                .put("latency-mean", candidate.figures().latencyMillis())
                .put("cost", candidate.figures().costUsd())
                .put("failure-rate", candidate.figures().failureRate());
        if (choice.scenario().keepsRecords()) {
            model.put("non-compliant-record-years", candidate.figures().exposureRecordYears());
        }
        return node;
    }

    private static void proof(ObjectNode node, Candidate candidate) {
        node.put("objective", candidate.objective());
        node.put("proof", proof(candidate.proof()));
        if (Double.isFinite(candidate.bound())) {
            node.put("bound", candidate.bound()).put("gap", candidate.gap());
        }
    }

    private static void simulated(ObjectNode node, Outcome outcome, int rank) {
        if (rank >= outcome.selection().means().size()) {
            return;
        }
        node.put("simulated-objective", outcome.selection().means().get(rank));
        node.put("replications", outcome.selection().counts().get(rank));
        String name = node.get("placement").asString();
        ObjectNode figures = node.putObject("simulated");
        for (String metric : SIMULATED) {
            outcome.result()
                    .metric(name, Slice.ALL, metric)
                    .map(MetricRow::estimate)
                    .filter(estimate -> Double.isFinite(estimate.value()))
                    .ifPresent(estimate -> figure(figures.putObject(metric), estimate));
        }
        ArrayNode objectives = node.putArray("objectives");
        for (ObjectiveRow row : outcome.result().objectives()) {
            if (row.architecture().equals(name)) {
                objectives
                        .addObject()
                        .put("metric", row.objective().metric())
                        .put("country", row.objective().country())
                        .put("limit", row.objective().limit())
                        .put("met", row.met().key());
            }
        }
    }

    private static void figure(ObjectNode node, Estimate estimate) {
        node.put("mean", estimate.value());
        if (estimate.hasInterval()) {
            node.put("ci-low", estimate.low()).put("ci-high", estimate.high());
        }
    }

    private void selection(ObjectNode node, Outcome outcome) {
        node.put("procedure", "Kim-Nelson");
        node.put("selected", solution.best().get(outcome.selection().best()).name());
        node.put("decided", outcome.selection().decided());
        node.put("confidence", outcome.confidence());
        node.put("indifference", outcome.indifference());
        node.put("replications", outcome.selection().replications());
    }
}
