package dev.multisite.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.multisite.catalogue.Catalogue;
import dev.multisite.experiment.ExperimentListener;
import dev.multisite.regulation.catalogue.CatalogueNames;
import dev.multisite.scenario.MetricNames;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.yaml.BaseScenario;
import dev.multisite.scenario.yaml.Problem;
import dev.multisite.scenario.yaml.SearchRange;
import dev.multisite.scenario.yaml.UnreadableInputException;
import dev.multisite.scenario.yaml.WhatIfReader;
import dev.multisite.whatif.BreakEven;
import dev.multisite.whatif.Condition;
import dev.multisite.whatif.FigureAt;
import dev.multisite.whatif.PointRunner;

/** {@code sweep --find PATH=LOW..HIGH --so-that CONDITION FILE}: from which value on a condition holds. */
final class BreakEvenSearch {
    private final SearchRange range;
    private final Condition condition;
    private final String conditionText;

    BreakEvenSearch(String find, String soThat) {
        try {
            this.range = SearchRange.parse(find);
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, "--find: " + e.getMessage());
        }
        try {
            this.condition = Condition.parse(soThat);
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, "--so-that: " + e.getMessage());
        }
        this.conditionText = soThat.strip();
    }

    /** @param architecture the architecture asked about; null: the only one that is not the baseline */
    void run(
            Path file,
            @Nullable String architecture,
            int threads,
            boolean json,
            PrintWriter out,
            ExperimentListener listener)
            throws InterruptedException {
        Catalogue catalogue = Catalogue.standard();
        BaseScenario base = base(file, catalogue);
        String asked = architecture(base.scenario(), architecture);
        requirePopulation(base.scenario());
        PointRunner runner =
                new PointRunner(base, List.of(condition.metric()), scenario -> Simulators.of(scenario, catalogue));
        FigureAt figures = new FigureAt(base, range, condition, asked, runner, threads, listener);
        requireValid(figures.problems(range.low()));
        requireValid(figures.problems(range.high()));
        try {
            BreakEven.Answer answer =
                    BreakEven.search(range.low(), range.high(), figures.isWhole(), condition, figures);
            print(answer, asked, json, out);
        } catch (IllegalStateException e) {
            throw new CommandException(ExitCode.INTERNAL_ERROR, String.valueOf(e.getMessage()));
        }
    }

    private static BaseScenario base(Path file, Catalogue catalogue) {
        List<Problem> found = new ArrayList<>();
        try {
            return new WhatIfReader(catalogue, CatalogueNames::of)
                    .readBase(file, List.of(), found)
                    .orElseThrow(() -> new CommandException(
                            ExitCode.INVALID_INPUT,
                            found.stream().map(Problem::text).toList()));
        } catch (UnreadableInputException e) {
            throw new CommandException(ExitCode.NO_INPUT, String.valueOf(e.getMessage()));
        }
    }

    private static void requireValid(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new CommandException(
                    ExitCode.INVALID_INPUT, problems.stream().map(Problem::text).toList());
        }
    }

    private static String architecture(Scenario scenario, @Nullable String asked) {
        List<String> names = List.copyOf(scenario.architectures().keySet());
        if (asked != null) {
            if (!names.contains(asked)) {
                throw new CommandException(
                        ExitCode.USAGE,
                        "--architecture " + asked + ": unknown; the scenario has " + String.join(", ", names));
            }
            return asked;
        }
        List<String> others =
                names.stream().filter(name -> !name.equals(scenario.baseline())).toList();
        if (names.size() == 1 || others.size() == 1) {
            return names.size() == 1 ? names.get(0) : others.get(0);
        }
        throw new CommandException(
                ExitCode.USAGE, "say which --architecture it is about; the scenario has " + String.join(", ", names));
    }

    private void requirePopulation(Scenario scenario) {
        if (!condition.country().isEmpty() && !scenario.populations().containsKey(condition.country())) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "--so-that: no population " + condition.country() + "; the scenario has "
                            + String.join(", ", scenario.populations().keySet()));
        }
    }

    private void print(BreakEven.Answer answer, String architecture, boolean json, PrintWriter out) {
        if (json) {
            out.println(JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(node(answer, architecture)));
            return;
        }
        TextLines.bullet(out, sentence(answer, architecture));
        if (!Double.isNaN(answer.excluded()) || !Double.isNaN(answer.certain())) {
            TextLines.bullet(out, certainty(answer));
        }
        if (!answer.monotone()) {
            TextLines.bullet(out, "Beware: among the values tried the condition turns more than once; look at them.");
        }
        out.println();
        String unit = MetricNames.UNITS.getOrDefault(condition.metric(), "");
        String what = condition.againstBaseline() ? "difference to the baseline" : condition.metric();
        out.printf("%-24s %s (%s) with 95 %% interval%n", range.path(), what, unit);
        for (BreakEven.Step step : answer.steps()) {
            out.printf(
                    "%-24s %s  [%s, %s]%n",
                    range.literal(step.value()),
                    Figures.text(step.figure().value()),
                    Figures.text(step.figure().low()),
                    Figures.text(step.figure().high()));
        }
    }

    private String sentence(BreakEven.Answer answer, String architecture) {
        String of = " (" + architecture + ")";
        return switch (answer.turn()) {
            case ALWAYS ->
                conditionText + of + " holds everywhere from " + range.literal(range.low()) + " to "
                        + range.literal(range.high()) + ".";
            case NEVER ->
                conditionText + of + " holds nowhere from " + range.literal(range.low()) + " to "
                        + range.literal(range.high()) + ".";
            case FROM ->
                conditionText + of + " holds from " + range.path() + " = " + range.literal(answer.value()) + " on.";
            case UP_TO ->
                conditionText + of + " holds up to " + range.path() + " = " + range.literal(answer.value()) + ".";
        };
    }

    private String certainty(BreakEven.Answer answer) {
        if (Double.isNaN(answer.certain())) {
            return "The 95 % interval breaks the condition at " + range.literal(answer.excluded())
                    + " already, but keeps it nowhere: more replications would tell.";
        }
        if (Double.isNaN(answer.excluded())) {
            return "The 95 % interval keeps the condition at " + range.literal(answer.certain())
                    + " already, but breaks it nowhere: more replications would tell.";
        }
        String certain = range.literal(answer.certain());
        String excluded = range.literal(answer.excluded());
        return answer.certain() > answer.excluded()
                ? "The 95 % interval breaks it up to " + excluded + " and keeps it from " + certain + " on."
                : "The 95 % interval keeps it up to " + certain + " and breaks it from " + excluded + " on.";
    }

    private ObjectNode node(BreakEven.Answer answer, String architecture) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("find", range.path()).put("so-that", conditionText).put("architecture", architecture);
        root.put("unit", range.unit().strip());
        root.put("turn", answer.turn().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        number(root, "value", answer.value());
        number(root, "certain", answer.certain());
        number(root, "excluded", answer.excluded());
        root.put("monotone", answer.monotone());
        ArrayNode steps = root.putArray("tried");
        for (BreakEven.Step step : answer.steps()) {
            ObjectNode node = steps.addObject().put("value", step.value());
            number(node, "mean", step.figure().value());
            number(node, "ci-low", step.figure().low());
            number(node, "ci-high", step.figure().high());
        }
        return root;
    }

    private static void number(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        }
    }
}
