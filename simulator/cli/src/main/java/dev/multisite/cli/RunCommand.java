package dev.multisite.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.multisite.catalogue.Catalogue;
import dev.multisite.experiment.Experiment;
import dev.multisite.experiment.ExperimentListener;
import dev.multisite.experiment.ExperimentResult;
import dev.multisite.results.ResultsException;
import dev.multisite.results.ResultsWriter;
import dev.multisite.results.RunInfo;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.yaml.ValueOverride;
import dev.multisite.simulation.ReplicationSimulator;
import dev.multisite.verdict.HangsOn;

/** Simulates scenarios. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Simulates every architecture of a scenario, writes a results folder, prints the verdict.")
final class RunCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Scenario files.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Replace a value of the scenario, e.g. sites.india.hosts=40. May be repeated.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Results folder; with several FILEs the folder above theirs. Default: results/<scenario>-<run id>.")
    private @Nullable Path out;

    @Option(names = "--seed", paramLabel = "N", description = "Master seed instead of the scenario's.")
    private @Nullable Long seed;

    @Option(names = "--replications", paramLabel = "N", description = "Number of replications.")
    private @Nullable Integer replications;

    @Option(names = "--threads", paramLabel = "N", description = "Replications at once. Default: all cores.")
    private @Nullable Integer threads;

    @Option(names = "--fidelity", paramLabel = "F", description = "every-request or sampled.")
    private @Nullable String fidelity;

    @Option(
            names = "--architecture",
            paramLabel = "A",
            description = "Simulate this architecture only. May be repeated.")
    private List<String> architectures = new ArrayList<>();

    @Option(names = "--force", description = "Replace existing results.")
    private boolean force;

    @Option(names = "--json", description = "Print one JSON document and nothing else on standard output.")
    private boolean json;

    @Option(names = "--quiet", description = "No progress and no table: print the results folder alone.")
    private boolean quiet;

    @Option(names = "--no-report", description = "Write the figures only; multisite report draws them later.")
    private boolean noReport;

    @Option(names = "--fail-on-objectives", description = "Exit with 99 if a figure breaks an objective's limit.")
    private boolean failOnObjectives;

    @Mixin
    private Verbose verbose = new Verbose();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        int workers = requireThreads();
        Catalogue catalogue = Catalogue.standard();
        List<Scenarios.Loaded> scenarios = new Scenarios(catalogue).load(files, overrides());
        List<Scenario> chosen = scenarios.stream()
                .map(loaded -> Scenarios.only(loaded.scenario(), architectures))
                .toList();
        requirePlace();
        RunReport report = new RunReport(spec.commandLine().getOut(), json, quiet);
        for (int i = 0; i < chosen.size(); i++) {
            run(scenarios.get(i), chosen.get(i), catalogue, workers, report);
        }
        report.end();
        return failOnObjectives && report.missedObjectives() > 0 ? ExitCode.OBJECTIVE_MISSED : ExitCode.DONE;
    }

    private int requireThreads() {
        if (threads != null && threads < 1) {
            throw new CommandException(ExitCode.USAGE, "--threads must be at least 1, but is " + threads);
        }
        return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    }

    private void requirePlace() {
        Path place = out == null ? Path.of("results", "new") : files.size() > 1 ? out.resolve("new") : out;
        try {
            ResultsWriter.requireWritable(place, force || out == null);
        } catch (ResultsException e) {
            throw new CommandException(ExitCode.CANNOT_WRITE, e.getMessage());
        }
    }

    private List<ValueOverride> overrides() {
        List<ValueOverride> overrides = Scenarios.settings(settings);
        options()
                .forEach((option, value) -> overrides.add(
                        new ValueOverride("simulation." + option.substring(2), value, option + " " + value, false)));
        return overrides;
    }

    private Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        if (seed != null) {
            options.put("--seed", seed.toString());
        }
        if (replications != null) {
            options.put("--replications", replications.toString());
        }
        if (fidelity != null) {
            options.put("--fidelity", fidelity);
        }
        return options;
    }

    private void run(Scenarios.Loaded loaded, Scenario scenario, Catalogue catalogue, int workers, RunReport report)
            throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        Instant started = Instant.now();
        long begin = System.nanoTime();
        ReplicationSimulator simulator = Simulators.of(scenario, catalogue);
        ExperimentResult result;
        boolean shows = !quiet && Terminal.isInteractive();
        try (Progress progress = shows ? new Progress(err, loaded.name()) : Progress.hidden(err)) {
            ExperimentListener listener = shows ? progress : ExperimentListener.NONE;
            ExperimentResult simulated = Experiment.run(scenario, simulator, workers, listener);
            result = HangsOn.added(simulated, catalogue);
        }
        double seconds = (System.nanoTime() - begin) * 1e-9;
        RunInfo info = new RunInfo(
                loaded.name(),
                VersionProvider.version(),
                command(),
                loaded.effectiveText(),
                overridden(),
                started,
                seconds,
                workers);
        Path folder = write(info, result);
        result.checks().stream()
                .filter(check -> !check.holds())
                .forEach(check -> err.printf(
                        "multisite: check failed in %s: %s is %s instead of %s %s%n",
                        check.architecture(), check.name(), check.simulated(), check.expected(), check.unit()));
        if (verbose.isOn()) {
            err.printf(
                    "multisite: %d requests in %.1f s on %d threads%n", result.requestsSimulated(), seconds, workers);
        }
        report.add(info, result, folder);
    }

    private Path write(RunInfo info, ExperimentResult result) throws InterruptedException {
        ResultsWriter.Finish drawing =
                noReport ? folder -> {} : new Drawing(spec.commandLine().getErr(), verbose.isOn());
        try {
            if (out == null || files.size() > 1) {
                Path above = out == null ? Path.of("results") : out;
                return ResultsWriter.writeBelow(above, info, result, force, drawing);
            }
            ResultsWriter.write(out, info, result, force, drawing);
            return out;
        } catch (ResultsException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("while results were written");
            }
            throw new CommandException(ExitCode.CANNOT_WRITE, e.getMessage());
        }
    }

    private Map<String, String> overridden() {
        Map<String, String> all = new LinkedHashMap<>();
        overrides().forEach(override -> all.put(override.path(), override.value()));
        if (!architectures.isEmpty()) {
            all.put("--architecture", String.join(", ", architectures));
        }
        return all;
    }

    private String command() {
        return "multisite "
                + String.join(
                        " ",
                        spec.commandLine().getParent() == null
                                ? List.of("run")
                                : spec.commandLine()
                                        .getParent()
                                        .getParseResult()
                                        .originalArgs());
    }
}
