package dev.multisite.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.multisite.catalogue.Catalogue;
import dev.multisite.regulation.catalogue.CatalogueNames;
import dev.multisite.scenario.ArchitectureSpec;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.yaml.Problem;
import dev.multisite.scenario.yaml.ScenarioReader;
import dev.multisite.scenario.yaml.ScenarioResult;
import dev.multisite.scenario.yaml.UnreadableInputException;
import dev.multisite.scenario.yaml.ValueOverride;

/** Reads scenarios for the commands. */
final class Scenarios {
    private final ScenarioReader reader;

    Scenarios(Catalogue catalogue) {
        this.reader = new ScenarioReader(catalogue, CatalogueNames::of);
    }

    /** A scenario and the file it came from. */
    record Loaded(Path file, Scenario scenario, String effectiveText) {
        /** Returns the file's name without its extension. */
        String name() {
            String name = String.valueOf(file.getFileName());
            return name.replaceFirst("\\.[^.]*$", "");
        }
    }

    /** Returns the overrides that {@code --set} gives. */
    static List<ValueOverride> settings(List<String> texts) {
        List<ValueOverride> overrides = new ArrayList<>();
        for (String text : texts) {
            try {
                overrides.add(ValueOverride.parse(text));
            } catch (IllegalArgumentException e) {
                throw new CommandException(ExitCode.USAGE, "--set: " + e.getMessage());
            }
        }
        return overrides;
    }

    /** Returns the scenarios of all files, or fails with the problems of all. */
    List<Loaded> load(List<Path> files, List<ValueOverride> overrides) {
        List<Loaded> scenarios = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        int exitCode = ExitCode.INVALID_INPUT;
        for (Path file : files) {
            try {
                ScenarioResult result = reader.read(file, overrides);
                if (result instanceof ScenarioResult.Valid valid) {
                    scenarios.add(new Loaded(file, valid.scenario(), valid.effectiveText()));
                } else if (result instanceof ScenarioResult.Invalid invalid) {
                    invalid.problems().stream().map(Problem::text).forEach(problems::add);
                }
            } catch (UnreadableInputException e) {
                problems.add(e.getMessage());
                exitCode = ExitCode.NO_INPUT;
            }
        }
        if (!problems.isEmpty()) {
            throw new CommandException(exitCode, problems);
        }
        return scenarios;
    }

    /**
     * Returns the scenario with the named architectures alone, in the scenario's order. The baseline stays the baseline
     * where it is among them; else the first of them becomes it.
     */
    static Scenario only(Scenario scenario, List<String> architectures) {
        if (architectures.isEmpty()) {
            return scenario;
        }
        for (String name : architectures) {
            if (!scenario.architectures().containsKey(name)) {
                throw new CommandException(
                        ExitCode.USAGE,
                        "--architecture " + name + ": unknown; the scenario has "
                                + String.join(", ", scenario.architectures().keySet()));
            }
        }
        Map<String, ArchitectureSpec> kept = new LinkedHashMap<>(scenario.architectures());
        kept.keySet().retainAll(architectures);
        String baseline = kept.containsKey(scenario.baseline())
                ? scenario.baseline()
                : kept.keySet().iterator().next();
        return scenario.withArchitectures(baseline, kept);
    }
}
