package dev.multisite.report.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads {@code run.json}. Shape (all keys but {@code scenario.name} may be missing):
 *
 * <pre>{@code
 * {"format": 1, "program": {"name": "multisite", "version": "1.0.0"}, "command": "multisite run x.yaml",
 *  "seed": 1, "fidelity": "sampled", "replications": 20, "confidence": 0.95,
 *  "wall-seconds": 41.2, "requests-simulated": 123, "overrides": ["sites.x.hosts=4"],
 *  "scenario": {"name", "title", "description", "baseline", "period": {"from", "to"}, "hash", "effective": …},
 *  "architectures": [{"name", "phases": [{"label", "from": "2014-10-22",
 *                     "routes": [{"population": "IN", "site": "singapore", "share": 1.0}]}]}],
 *  "populations": [{"name": "IN", "label": "India", "latitude": 21.1, "longitude": 79.1, "devices": 5e6}],
 *  "sites": [{"name": "beijing", "place": "Beijing", "latitude": 39.9, "longitude": 116.4}],
 *  "objectives": [{"architecture", "metric", "country", "service", "at-most": 250 or "at-least", "unit",
 *                  "mean", "ci-low", "ci-high", "probability", "met": "yes" | "no" | "uncertain"}],
 *  "checks": [{"architecture", "name", "expected", "simulated", "tolerance", "false-alarm", "unit",
 *              "holds": true}],
 *  "verdict": [{"text", "certainty"}],
 *  "assumption-study": {"question", "without-effects-because"},
 *  "assumptions": [{"what", "value", "source", "effect"}]}
 * }</pre>
 */
final class RunFile {

    private RunFile() {}

    static Run read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UnreadableResultsException(
                    "no run.json in " + file.toAbsolutePath().getParent() + ": expected a complete results folder");
        }
        try {
            return read(JsonMapper.builder().build().readTree(Files.readString(file)));
        } catch (JacksonException e) {
            throw new UnreadableResultsException(file + " is not JSON: " + e.getOriginalMessage());
        }
    }

    private static Run read(JsonNode root) {
        Run.Scenario scenario = scenario(root.path("scenario"));
        return new Run(
                scenario,
                provenance(root),
                root.path("confidence").asDouble(0.95),
                list(root.path("architectures"), node -> node.isString() ? cleaned(node) : text(node, "name")),
                list(root.path("populations"), RunFile::population),
                list(root.path("sites"), RunFile::site),
                phases(root.path("architectures"), scenario.from()),
                list(root.path("objectives"), RunFile::objective),
                list(root.path("checks"), RunFile::check),
                list(root.path("verdict"), RunFile::sentence),
                list(root.path("assumptions"), RunFile::assumption),
                new Run.AssumptionStudy(
                        text(root.path("assumption-study"), "question"),
                        text(root.path("assumption-study"), "without-effects-because")));
    }

    private static Run.Scenario scenario(JsonNode node) {
        String name = node.isString() ? cleaned(node) : text(node, "name");
        String title = text(node, "title");
        return new Run.Scenario(
                name,
                title.isEmpty() ? (name.isEmpty() ? "Untitled scenario" : name) : title,
                text(node, "description"),
                text(node, "baseline"),
                Times.instant(text(node.path("period"), "from")),
                Times.instant(text(node.path("period"), "to")),
                text(node, "hash"),
                Text.lines(node.path("effective").asString("")));
    }

    private static Run.Provenance provenance(JsonNode root) {
        JsonNode program = root.path("program");
        return new Run.Provenance(
                program.isString() ? cleaned(program) : text(program, "name"),
                text(program, "version"),
                text(root, "command"),
                text(root, "seed"),
                text(root, "fidelity"),
                number(root, "replications"),
                number(root, "wall-seconds"),
                number(root, "requests-simulated"),
                overrides(root.path("overrides")));
    }

    private static List<String> overrides(JsonNode node) {
        if (node.isObject()) {
            List<String> settings = new ArrayList<>();
            node.properties()
                    .forEach(entry -> settings.add(Text.clean(entry.getKey()) + "=" + cleaned(entry.getValue())));
            return settings;
        }
        return list(node, RunFile::cleaned);
    }

    private static List<Run.Phase> phases(JsonNode architectures, java.time.Instant start) {
        List<Run.Phase> phases = new ArrayList<>();
        for (JsonNode architecture : architectures) {
            for (JsonNode phase : architecture.path("phases")) {
                String from = text(phase, "from");
                phases.add(new Run.Phase(
                        text(architecture, "name"),
                        text(phase, "label"),
                        from.equals("start") ? start : Times.instant(from),
                        list(phase.path("routes"), RunFile::route),
                        list(phase.path("rules"), RunFile::rule),
                        false));
            }
        }
        return phases;
    }

    private static Run.Rule rule(JsonNode node) {
        return new Run.Rule(
                list(node.path("for"), RunFile::cleaned),
                text(node, "policy"),
                list(node.path("to"), RunFile::cleaned));
    }

    private static Run.Route route(JsonNode node) {
        String population = text(node, "population");
        return new Run.Route(
                population.isEmpty() ? text(node, "country") : population,
                text(node, "site"),
                node.path("share").asDouble(1));
    }

    private static Run.Population population(JsonNode node) {
        String label = text(node, "label");
        String name = text(node, "name");
        return new Run.Population(
                name,
                label.isEmpty() ? Countries.label(name) : label,
                number(node, "latitude"),
                number(node, "longitude"),
                number(node, "devices"));
    }

    private static Run.Site site(JsonNode node) {
        return new Run.Site(
                text(node, "name"), text(node, "place"), number(node, "latitude"), number(node, "longitude"));
    }

    private static Run.Objective objective(JsonNode node) {
        String bound = node.has("at-least") ? "at-least" : "at-most";
        JsonNode met = node.path("met");
        return new Run.Objective(
                text(node, "architecture"),
                text(node, "metric"),
                text(node, "country"),
                text(node, "service"),
                bound,
                number(node, bound),
                text(node, "unit"),
                new Estimate(number(node, "mean"), number(node, "ci-low"), number(node, "ci-high")),
                number(node, "probability"),
                met.isBoolean() ? (met.asBoolean() ? "yes" : "no") : cleaned(met));
    }

    private static Run.Check check(JsonNode node) {
        return new Run.Check(
                text(node, "architecture"),
                text(node, "name"),
                number(node, "expected"),
                number(node, "simulated"),
                number(node, "tolerance"),
                number(node, "false-alarm"),
                text(node, "unit"),
                node.path("holds").asBoolean(false));
    }

    private static Run.Sentence sentence(JsonNode node) {
        return node.isString()
                ? new Run.Sentence(cleaned(node), "")
                : new Run.Sentence(text(node, "text"), text(node, "certainty"));
    }

    private static Run.Assumption assumption(JsonNode node) {
        return node.isString()
                ? new Run.Assumption(cleaned(node), "", "", "")
                : new Run.Assumption(
                        text(node, "what"), text(node, "value"), text(node, "source"), text(node, "effect"));
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> element) {
        List<T> values = new ArrayList<>();
        for (JsonNode node : array) {
            values.add(element.apply(node));
        }
        return values;
    }

    private static String text(JsonNode node, String key) {
        return cleaned(node.path(key));
    }

    private static String cleaned(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? Text.clean(node.asString("")) : "";
    }

    private static double number(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isNumber() ? value.asDouble() : Double.NaN;
    }
}
