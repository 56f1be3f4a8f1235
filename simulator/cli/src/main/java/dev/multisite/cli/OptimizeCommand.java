package dev.multisite.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.multisite.catalogue.Catalogue;
import dev.multisite.optimize.Candidate;
import dev.multisite.optimize.Confirmation;
import dev.multisite.optimize.Confirmation.Outcome;
import dev.multisite.optimize.OptimizeFiles;
import dev.multisite.optimize.Optimizer;
import dev.multisite.optimize.SiteChoice;
import dev.multisite.optimize.Solution;
import dev.multisite.placement.PlacementSolver;
import dev.multisite.results.ResultsException;
import dev.multisite.results.ResultsWriter;
import dev.multisite.results.RunInfo;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.yaml.ValueOverride;
import dev.multisite.units.Literals;

/** Chooses sites. */
@Command(
        name = "optimize",
        mixinStandardHelpOptions = true,
        description = {
            "Chooses which sites to open among the candidates of a scenario: exactly on a deterministic model, then",
            "confirms the best few by simulation. Prints what is proven, and the Pareto front."
        })
final class OptimizeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "Scenario file; its section 'optimize' asks the question.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(names = "--sites", paramLabel = "N..M", description = "How many sites to open: 3 or 2..4.")
    private @Nullable String sites;

    @Option(
            names = "--minimise",
            paramLabel = "M",
            description = "latency-mean, cost, failure-rate or non-compliant-record-years.")
    private @Nullable String minimise;

    @Option(
            names = "--subject-to",
            paramLabel = "LIMIT",
            description = "A limit instead of the scenario's, e.g. \"cost <= 12 MUSD\" or \"latency-mean(IN) <= 80ms\"."
                    + " May be repeated.")
    private List<String> limits = new ArrayList<>();

    @Option(
            names = "--candidate",
            paramLabel = "SITE",
            description = "A site to choose among, instead of the scenario's candidates. May be repeated.")
    private List<String> candidates = new ArrayList<>();

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Replace a value of the scenario, e.g. optimize.survive=any-one. May be repeated.")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--time-limit", paramLabel = "T", description = "Most time for the proof. Default: 60s.")
    private String timeLimit = "60s";

    @Option(
            names = "--confirm",
            paramLabel = "K",
            description = "Simulate the best K placements and select the best of them; 0: none. Default: 4.")
    private int confirm = 4;

    @Option(
            names = "--indifference",
            paramLabel = "X",
            description =
                    "Smallest difference worth finding by simulation, in ms, USD or as a fraction. Default: 1 %% of"
                            + " the best.")
    private @Nullable Double indifference;

    @Option(names = "--confidence", paramLabel = "P", description = "Probability of a right selection. Default: 0.95.")
    private double confidence = 0.95;

    @Option(names = "--out", paramLabel = "DIR", description = "Results folder. Default: results/<scenario>-<run id>.")
    private @Nullable Path out;

    @Option(names = "--force", description = "Replace existing results.")
    private boolean force;

    @Option(names = "--threads", paramLabel = "N", description = "Replications at once. Default: all cores.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", description = "Print one JSON document and nothing else on standard output.")
    private boolean json;

    @Option(names = "--quiet", description = "Print the best sites alone, one per line.")
    private boolean quiet;

    @Option(
            names = "--fail-on-objectives",
            description = "Exit with 99 if the selected placement breaks an objective's limit.")
    private boolean failOnObjectives;

    @Mixin
    private Verbose verbose = new Verbose();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        requireOptions();
        Catalogue catalogue = Catalogue.standard();
        Scenarios.Loaded loaded =
                new Scenarios(catalogue).load(List.of(file), overrides()).get(0);
        if (confirm > 0) {
            requirePlace();
        }
        Instant started = Instant.now();
        SiteChoice choice = choice(loaded.scenario(), catalogue);
        Solution solution = new Optimizer(choice, PlacementSolver.find(), limit()).solve(Math.max(1, confirm));
        Optional<Outcome> outcome = Optional.empty();
        Optional<Path> folder = Optional.empty();
        if (!solution.best().isEmpty() && confirm > 0) {
            outcome = Optional.of(confirm(choice, solution, catalogue));
            folder = Optional.of(write(loaded, choice, solution, outcome.get(), started));
        }
        new OptimizeReport(choice, solution, outcome, folder)
                .print(spec.commandLine().getOut(), json, quiet);
        requireAnswer(solution);
        return failOnObjectives && missed(solution, outcome) ? ExitCode.OBJECTIVE_MISSED : ExitCode.DONE;
    }

    private void requireOptions() {
        requireUsage(threads >= 1, "--threads must be at least 1, but is " + threads);
        requireUsage(confirm >= 0 && confirm <= 20, "--confirm must lie between 0 and 20, but is " + confirm);
        requireUsage(confidence >= 0.5 && confidence < 1, "--confidence must lie between 0.5 and below 1");
        requireUsage(indifference == null || indifference > 0, "--indifference must be above 0");
        requireUsage(
                confirm > 0 || (out == null && !force && !failOnObjectives),
                "--out, --force and --fail-on-objectives need a simulation, so not --confirm 0");
    }

    private static void requireUsage(boolean fine, String message) {
        if (!fine) {
            throw new CommandException(ExitCode.USAGE, message);
        }
    }

    private Duration limit() {
        try {
            return Literals.duration(timeLimit);
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, "--time-limit: " + e.getMessage());
        }
    }

    private List<ValueOverride> overrides() {
        List<ValueOverride> overrides = Scenarios.settings(settings);
        options()
                .forEach((key, value) -> overrides.add(new ValueOverride(
                        "optimize." + key, value, "--" + key.replace("candidates", "candidate"), false)));
        return overrides;
    }

    private Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        if (sites != null) {
            options.put("sites", sites);
        }
        if (minimise != null) {
            options.put("minimise", minimise);
        }
        if (!limits.isEmpty()) {
            options.put("subject-to", list(limits));
        }
        if (!candidates.isEmpty()) {
            options.put("candidates", list(candidates));
        }
        return options;
    }

    private static String list(List<String> texts) {
        return "["
                + String.join(
                        ", ",
                        texts.stream()
                                .map(text -> "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                                .toList())
                + "]";
    }

    private void requirePlace() {
        try {
            ResultsWriter.requireWritable(out == null ? Path.of("results", "new") : out, force || out == null);
        } catch (ResultsException e) {
            throw new CommandException(ExitCode.CANNOT_WRITE, e.getMessage());
        }
    }

    private SiteChoice choice(Scenario scenario, Catalogue catalogue) {
        try {
            return SiteChoice.of(scenario, catalogue);
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.INVALID_INPUT, file + ": " + e.getMessage());
        }
    }

    private Outcome confirm(SiteChoice choice, Solution solution, Catalogue catalogue) throws InterruptedException {
        List<Candidate> finalists = solution.best();
        double smallest = indifference == null ? Confirmation.indifferenceOf(finalists.get(0)) : indifference;
        return new Confirmation(choice, finalists, smallest, confidence, threads)
                .run(catalogue, scenario -> Simulators.of(scenario, catalogue));
    }

    private Path write(Scenarios.Loaded loaded, SiteChoice choice, Solution solution, Outcome outcome, Instant started)
            throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        RunInfo info = new RunInfo(
                loaded.name() + "-optimize",
                VersionProvider.version(),
                "multisite optimize " + file,
                loaded.effectiveText(),
                overridden(),
                started,
                Duration.between(started, Instant.now()).toMillis() / 1000.0,
                threads);
        ResultsWriter.Finish finish = folder -> finish(folder, choice, solution, outcome, err);
        try {
            if (out == null) {
                return ResultsWriter.writeBelow(Path.of("results"), info, outcome.result(), force, finish);
            }
            ResultsWriter.write(out, info, outcome.result(), force, finish);
            return out;
        } catch (ResultsException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("while results were written");
            }
            throw new CommandException(ExitCode.CANNOT_WRITE, e.getMessage());
        }
    }

    private void finish(Path folder, SiteChoice choice, Solution solution, Outcome outcome, PrintWriter err)
            throws IOException {
        new OptimizeFiles(choice, solution, Optional.of(outcome)).write(folder);
        new Drawing(err, verbose.isOn()).finish(folder);
    }

    private Map<String, String> overridden() {
        Map<String, String> all = new LinkedHashMap<>();
        overrides().forEach(override -> all.put(override.path(), override.value()));
        return all;
    }

    private void requireAnswer(Solution solution) {
        if (solution.best().isEmpty()) {
            throw new CommandException(
                    ExitCode.INVALID_INPUT,
                    solution.infeasible()
                            ? file + ": no choice of sites keeps every constraint (proven): " + constraints()
                            : file + ": no choice of sites was found in " + timeLimit
                                    + " that keeps every constraint; allow more with --time-limit");
        }
    }

    private static String constraints() {
        return "number of sites, limits of subject-to, capacity in the worst hour (max-utilisation, survive), exclusions, laws;"
                + " relax one of them";
    }

    private static boolean missed(Solution solution, Optional<Outcome> outcome) {
        if (outcome.isEmpty()) {
            return false;
        }
        String selected = solution.best().get(outcome.get().selection().best()).name();
        return outcome.get().result().objectives().stream()
                .filter(row -> row.architecture().equals(selected))
                .anyMatch(row -> !RunReport.keeps(row));
    }
}
