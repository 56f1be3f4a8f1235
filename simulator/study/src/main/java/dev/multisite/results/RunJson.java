package dev.multisite.results;

import java.util.List;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.multisite.catalogue.PopulationCentre;
import dev.multisite.experiment.AssumptionStudy;
import dev.multisite.experiment.CheckRow;
import dev.multisite.experiment.ExperimentResult;
import dev.multisite.experiment.MetricRow;
import dev.multisite.experiment.ObjectiveRow;
import dev.multisite.scenario.ArchitectureSpec;
import dev.multisite.scenario.ObjectiveSpec;
import dev.multisite.scenario.PopulationSpec;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.SiteSpec;
import dev.multisite.simulation.Slice;
import dev.multisite.statistics.Estimate;
import dev.multisite.verdict.AssumptionWords;
import dev.multisite.verdict.Labels;
import dev.multisite.verdict.Sentence;
import dev.multisite.verdict.Verdicts;

/** Makes {@code run.json}: what was run, and enough to draw map and phases without the scenario. */
final class RunJson {
    static final int FORMAT = 1;

    private final RunInfo info;
    private final ExperimentResult result;
    private final Scenario scenario;

    private RunJson(RunInfo info, ExperimentResult result) {
        this.info = info;
        this.result = result;
        this.scenario = result.scenario();
    }

    static String of(RunInfo info, ExperimentResult result) {
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(node(info, result))
                + "\n";
    }

    /** Returns the document; the results writer adds nothing to it. */
    static ObjectNode node(RunInfo info, ExperimentResult result) {
        return new RunJson(info, result).root();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode root() {
        ObjectNode root = object();
        root.put("format", FORMAT);
        root.putObject("program").put("name", "multisite").put("version", info.programVersion());
        root.put("run-id", RunId.of(info, result));
        root.put("command", info.command());
        root.put("started", info.started().toString());
        root.put("wall-seconds", info.wallSeconds());
        root.put("java", System.getProperty("java.version", ""));
        root.put("threads", info.threads());
        root.put("seed", scenario.simulation().seed());
        root.put("fidelity", scenario.simulation().fidelity().key());
        root.put("replications", result.replications());
        root.put("confidence", result.confidence());
        putNumber(root, "relative-half-width-reached", result.relativeHalfWidth());
        root.put("requests-simulated", result.requestsSimulated());
        ObjectNode overrides = root.putObject("overrides");
        info.overrides().forEach(overrides::put);
        root.set("scenario", scenarioNode());
        verdict(root.putArray("verdict"), Verdicts.of(result));
        objectives(root.putArray("objectives"));
        checks(root.putArray("checks"));
        architectures(root.putArray("architectures"));
        populations(root.putArray("populations"));
        sites(root.putArray("sites"));
        assumptionStudy(root.putObject("assumption-study"));
        Assumptions.addTo(root.putArray("assumptions"), scenario, info.effectiveScenario(), result.assumptions());
        return root;
    }

    private void assumptionStudy(ObjectNode node) {
        AssumptionStudy study = result.assumptions();
        if (!study.metric().isEmpty()) {
            node.put("question", new AssumptionWords(study).question());
            putNumber(node, "difference-ms", study.difference());
            node.put("without-effects-because", study.reason());
        }
    }

    private ObjectNode scenarioNode() {
        ObjectNode node = object();
        node.put("name", info.name());
        node.put("title", scenario.title());
        node.put("description", scenario.description());
        node.put("baseline", scenario.baseline());
        node.putObject("period")
                .put("from", scenario.period().from().toString())
                .put("to", scenario.period().to().toString());
        node.put("hash", RunId.sha256(info.effectiveScenario()));
        node.put("effective", info.effectiveScenario());
        return node;
    }

    private static void verdict(ArrayNode array, List<Sentence> sentences) {
        sentences.forEach(sentence -> array.addObject()
                .put("text", sentence.text())
                .put("certainty", sentence.certainty().key()));
    }

    private void objectives(ArrayNode array) {
        for (ObjectiveRow row : result.objectives()) {
            ObjectiveSpec spec = row.objective();
            ObjectNode node = array.addObject();
            node.put("architecture", row.architecture());
            node.put("metric", spec.metric());
            node.put("country", row.population());
            node.put("service", spec.service());
            node.put(spec.bound() == ObjectiveSpec.Bound.AT_MOST ? "at-most" : "at-least", spec.limit());
            node.put("unit", row.unit());
            putEstimate(node, row.estimate());
            putNumber(node, "probability", row.probability().value());
            putNumber(node, "probability-ci-low", row.probability().low());
            putNumber(node, "probability-ci-high", row.probability().high());
            node.put("met", row.met().key());
        }
    }

    private void checks(ArrayNode array) {
        for (CheckRow row : result.checks()) {
            ObjectNode node = array.addObject();
            node.put("architecture", row.architecture());
            node.put("name", row.name());
            putNumber(node, "expected", row.expected());
            putNumber(node, "simulated", row.simulated());
            putNumber(node, "tolerance", row.tolerance());
            putNumber(node, "false-alarm", row.falseAlarm());
            node.put("unit", row.unit());
            node.put("holds", row.holds());
        }
    }

    private void architectures(ArrayNode array) {
        for (ArchitectureSpec architecture : scenario.architectures().values()) {
            ObjectNode node = array.addObject();
            node.put("name", architecture.name());
            ArrayNode phases = node.putArray("phases");
            for (ArchitectureSpec.Phase phase : architecture.phases()) {
                ObjectNode phaseNode = phases.addObject();
                phaseNode.put("label", phase.label());
                if (phase.from() instanceof ArchitectureSpec.Start.On on) {
                    phaseNode.put("from", on.on().toString());
                } else if (phase.from() instanceof ArchitectureSpec.Start.WhenOpens opens) {
                    phaseNode.put("when-opens", opens.site());
                } else {
                    phaseNode.put("from", "start");
                }
                ArrayNode routes = phaseNode.putArray("rules");
                phase.route().forEach(rule -> rule(routes.addObject(), rule));
                Routes.of(scenario, phase, phaseNode.putArray("routes"));
            }
        }
    }

    private static void rule(ObjectNode node, ArchitectureSpec.RouteRule rule) {
        ArrayNode countries = node.putArray("for");
        rule.countries().stream().sorted().forEach(countries::add);
        ArrayNode services = node.putArray("services");
        rule.services().stream().sorted().forEach(services::add);
        node.put("policy", rule.policy().key());
        ArrayNode to = node.putArray("to");
        rule.to().forEach(to::add);
    }

    private void populations(ArrayNode array) {
        for (PopulationSpec population : scenario.populations().values()) {
            ObjectNode node = array.addObject();
            node.put("name", population.name());
            node.put("label", Labels.population(population.name()));
            node.put("country", population.country());
            node.put("launch", population.launch().toString());
            population.centres().stream()
                    .max(java.util.Comparator.comparingDouble(PopulationCentre::weight))
                    .ifPresent(centre -> node.put("latitude", centre.point().latitude())
                            .put("longitude", centre.point().longitude()));
            double devices = result.metric(scenario.baseline(), Slice.ofCountry(population.name()), "devices")
                    .map(MetricRow::estimate)
                    .map(Estimate::value)
                    .orElse(population.devices());
            putNumber(node, "devices", devices);
        }
    }

    private void sites(ArrayNode array) {
        for (SiteSpec site : scenario.sites().values()) {
            ObjectNode node = array.addObject();
            node.put("name", site.name());
            node.put("place", site.place().name());
            node.put("country", site.place().country());
            node.put("operator", site.operator().name());
            node.put("latitude", site.place().point().latitude());
            node.put("longitude", site.place().point().longitude());
        }
    }

    static void putEstimate(ObjectNode node, Estimate estimate) {
        putNumber(node, "mean", estimate.value());
        putNumber(node, "ci-low", estimate.low());
        putNumber(node, "ci-high", estimate.high());
    }

    static void putNumber(ObjectNode node, String key, double value) {
        if (Double.isFinite(value)) {
            node.put(key, value);
        }
    }
}
