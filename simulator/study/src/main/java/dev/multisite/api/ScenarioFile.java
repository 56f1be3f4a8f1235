package dev.multisite.api;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.multisite.catalogue.Catalogue;
import dev.multisite.experiment.Experiment;
import dev.multisite.experiment.ExperimentListener;
import dev.multisite.experiment.ExperimentResult;
import dev.multisite.results.RunInfo;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.yaml.ScenarioReader;
import dev.multisite.scenario.yaml.ScenarioResult;
import dev.multisite.scenario.yaml.UnreadableInputException;
import dev.multisite.scenario.yaml.ValueOverride;
import dev.multisite.simulation.ReplicationSimulators;
import dev.multisite.verdict.HangsOn;

/** A valid scenario, perhaps with some values replaced. Immutable: {@link #with} returns another. */
public final class ScenarioFile {
    private final Path file;
    private final List<ValueOverride> changes;
    private final ScenarioResult.Valid content;

    private ScenarioFile(Path file, List<ValueOverride> changes, ScenarioResult.Valid content) {
        this.file = file;
        this.changes = List.copyOf(changes);
        this.content = content;
    }

    /**
     * Reads a scenario file.
     *
     * @throws InvalidInputException if it has problems; it names all of them
     * @throws UnreadableInputException if it is missing or cannot be read
     */
    public static ScenarioFile read(Path file) throws InvalidInputException, UnreadableInputException {
        return read(file, List.of());
    }

    private static ScenarioFile read(Path file, List<ValueOverride> changes)
            throws InvalidInputException, UnreadableInputException {
        ScenarioResult result = new ScenarioReader(Catalogue.standard()).read(file, changes);
        if (result instanceof ScenarioResult.Invalid invalid) {
            throw new InvalidInputException(invalid.problems());
        }
        return new ScenarioFile(file, changes, (ScenarioResult.Valid) result);
    }

    /**
     * Returns the same scenario with a value replaced.
     *
     * @param path as for {@code run --set}, e.g. {@code sites.india.hosts}
     * @param value as in a scenario file, e.g. {@code 40} or {@code 30d}
     * @throws InvalidInputException if there is no such path, or the scenario is not valid with the value
     */
    public ScenarioFile with(String path, Object value) throws InvalidInputException, UnreadableInputException {
        List<ValueOverride> all = new ArrayList<>(changes);
        all.add(new ValueOverride(path, value.toString(), "with " + path, false));
        return read(file, all);
    }

    /** Returns what the file says. */
    public Scenario scenario() {
        return content.scenario();
    }

    /** Simulates every architecture on all cores. */
    public Run run() throws InterruptedException {
        return run(Runtime.getRuntime().availableProcessors());
    }

    /**
     * Simulates every architecture. The number of threads changes no figure.
     *
     * @param threads replications at once, at least 1
     */
    public Run run(int threads) throws InterruptedException {
        Instant started = Instant.now();
        long begin = System.nanoTime();
        ExperimentResult simulated = Experiment.run(
                scenario(),
                ReplicationSimulators.of(scenario(), Catalogue.standard()),
                threads,
                ExperimentListener.NONE);
        ExperimentResult result = HangsOn.added(simulated, Catalogue.standard());
        Map<String, String> overridden = new LinkedHashMap<>();
        changes.forEach(change -> overridden.put(change.path(), change.value()));
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
        RunInfo info = new RunInfo(
                name,
                Version.current(),
                "",
                content.effectiveText(),
                overridden,
                started,
                (System.nanoTime() - begin) * 1e-9,
                threads);
        return new Run(info, result);
    }
}
