package dev.multisite.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.multisite.catalogue.Catalogue;
import dev.multisite.experiment.ExperimentListener;
import dev.multisite.regulation.catalogue.CatalogueNames;
import dev.multisite.report.SweepCharts;
import dev.multisite.scenario.yaml.Problem;
import dev.multisite.scenario.yaml.UnreadableInputException;
import dev.multisite.scenario.yaml.WhatIfReader;
import dev.multisite.scenario.yaml.WhatIfResult;
import dev.multisite.whatif.ClusterEngine;
import dev.multisite.whatif.Sweep;
import dev.multisite.whatif.SweepEngine;
import dev.multisite.whatif.SweepException;
import dev.multisite.whatif.SweepListener;
import dev.multisite.whatif.SweepOutcome;

/** Runs what-if files. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        description = {
            "Simulates every point of a what-if file: the same scenario with other values, on common random numbers.",
            "What is done survives a crash; --resume goes on with the rest."
        })
final class SweepCommand implements Callable<Integer> {
    private static final String LOCAL = "local";
    private static final String SPARK = "spark";

    @Parameters(paramLabel = "FILE", description = "What-if file; with --find a scenario.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(names = "--out", paramLabel = "DIR", description = "Sweep folder. Default: results/<what-if>-<sweep id>.")
    private @Nullable Path out;

    @Option(names = "--resume", description = "Simulate the points that an interrupted sweep lacks.")
    private boolean resume;

    @Option(names = "--force", description = "Replace an existing sweep.")
    private boolean force;

    @Option(names = "--threads", paramLabel = "N", description = "Points at once. Default: all cores.")
    private @Nullable Integer threads;

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            defaultValue = LOCAL,
            description = "Where points are simulated: local (the threads of this program) or spark. Default: local.")
    private String engine = LOCAL;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "Address of the Spark cluster, e.g. spark://host:7077. Default: what spark-submit says.")
    private @Nullable String master;

    @Option(
            names = "--spark-conf",
            paramLabel = "KEY=VALUE",
            description = "A setting of Spark, e.g. spark.executor.memory=2g; may be repeated.")
    private Map<String, String> sparkSettings = new LinkedHashMap<>();

    @Option(names = "--dry-run", description = "Check every point and list them; simulate nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print one JSON document and nothing else on standard output.")
    private boolean json;

    @Option(names = "--quiet", description = "No progress and no table: print the sweep folder alone.")
    private boolean quiet;

    @Option(
            names = "--find",
            paramLabel = "PATH=LOW..HIGH",
            description = "Search the value from which on a condition holds, e.g. sites.india.hosts=1..80.")
    private @Nullable String find;

    @Option(
            names = "--so-that",
            paramLabel = "CONDITION",
            description = "The condition, e.g. \"latency-p95(IN) <= 250ms\" or \"cost <= baseline\".")
    private @Nullable String soThat;

    @Option(names = "--architecture", paramLabel = "A", description = "Which architecture --so-that is about.")
    private @Nullable String architecture;

    @Mixin
    private Verbose verbose = new Verbose();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        int workers = requireThreads();
        if (resume && force) {
            throw new CommandException(ExitCode.USAGE, "--resume goes on and --force begins anew: give one of them");
        }
        requireLocalOptionsAlone();
        if (find != null || soThat != null) {
            return search(workers);
        }
        Catalogue catalogue = Catalogue.standard();
        SweepEngine chosen = engine(catalogue, workers);
        WhatIfResult.Valid input = read(catalogue);
        Sweep sweep = new Sweep(input, VersionProvider.version());
        requireValid(sweep.problems(workers));
        SweepReport report = new SweepReport(spec.commandLine().getOut(), input, json, quiet);
        if (dryRun) {
            report.plan(sweep.points());
            return ExitCode.DONE;
        }
        SweepOutcome outcome = run(sweep, chosen);
        draw(outcome, input.whatIf().name());
        report.print(outcome);
        return outcome.failed() > 0 ? ExitCode.INTERNAL_ERROR : ExitCode.DONE;
    }

    private void draw(SweepOutcome outcome, String name) {
        PrintWriter err = spec.commandLine().getErr();
        try {
            SweepCharts.write(outcome.folder(), name);
        } catch (IOException | RuntimeException | LinkageError e) {
            err.println("multisite: the chart could not be drawn: " + e);
            if (verbose.isOn()) {
                e.printStackTrace(err);
            }
        }
    }

    private int search(int workers) throws InterruptedException {
        if (find == null || soThat == null) {
            throw new CommandException(ExitCode.USAGE, "--find and --so-that go together");
        }
        if (out != null || resume || force || dryRun) {
            throw new CommandException(ExitCode.USAGE, "--find prints its answer; it has no folder and no plan");
        }
        BreakEvenSearch search = new BreakEvenSearch(find, soThat);
        CommandLine command = spec.commandLine();
        search.run(file, architecture, workers, json, command.getOut(), ExperimentListener.NONE);
        return ExitCode.DONE;
    }

    private int requireThreads() {
        if (threads != null && threads < 1) {
            throw new CommandException(ExitCode.USAGE, "--threads must be at least 1, but is " + threads);
        }
        return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    }

    private void requireLocalOptionsAlone() {
        boolean local = engine.equals(LOCAL);
        if (local && (master != null || !sparkSettings.isEmpty())) {
            throw new CommandException(ExitCode.USAGE, "--master and --spark-conf go with --engine spark");
        }
        if (!local && (find != null || soThat != null)) {
            throw new CommandException(ExitCode.USAGE, "--find searches on the threads of this program: drop --engine");
        }
    }

    private SweepEngine engine(Catalogue catalogue, int workers) {
        if (engine.equals(LOCAL)) {
            return SweepEngine.local(scenario -> Simulators.of(scenario, catalogue), workers);
        }
        if (!engine.equals(SPARK)) {
            throw new CommandException(ExitCode.USAGE, "expected --engine local or spark, got " + engine);
        }
        try {
            return ClusterEngine.find(engine)
                    .orElseThrow(() -> new CommandException(
                            ExitCode.UNAVAILABLE,
                            "--engine spark needs the optional part 'spark', which is not beside the program; build it"
                                    + " with: ./mvnw -pl simulator/spark -am -DskipTests package"))
                    .at(master == null ? "" : master, sparkSettings);
        } catch (SweepException e) {
            throw new CommandException(exitCode(e.kind()), String.valueOf(e.getMessage()));
        }
    }

    private WhatIfResult.Valid read(Catalogue catalogue) {
        try {
            WhatIfResult result = new WhatIfReader(catalogue, CatalogueNames::of).read(file);
            if (result instanceof WhatIfResult.Invalid invalid) {
                requireValid(invalid.problems());
            }
            return (WhatIfResult.Valid) result;
        } catch (UnreadableInputException e) {
            throw new CommandException(ExitCode.NO_INPUT, String.valueOf(e.getMessage()));
        }
    }

    private static void requireValid(List<Problem> problems) {
        if (!problems.isEmpty()) {
            List<String> texts = new ArrayList<>();
            problems.forEach(problem -> texts.add(problem.text()));
            throw new CommandException(ExitCode.INVALID_INPUT, texts);
        }
    }

    private SweepOutcome run(Sweep sweep, SweepEngine chosen) throws InterruptedException {
        Path folder = out == null ? Path.of("results").resolve(sweep.folderName()) : out;
        Sweep.Existing existing = resume ? Sweep.Existing.RESUME : force ? Sweep.Existing.REPLACE : Sweep.Existing.KEEP;
        PrintWriter err = spec.commandLine().getErr();
        boolean shows = !quiet && Terminal.isInteractive();
        SweepProgress counted = new SweepProgress();
        try (Progress progress = shows ? new Progress(err, String.valueOf(file.getFileName())) : Progress.hidden(err)) {
            SweepListener listener = counted.and(progress);
            return sweep.run(folder, existing, chosen, listener);
        } catch (SweepException e) {
            throw new CommandException(exitCode(e.kind()), String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            throw new CommandException(
                    ExitCode.INTERRUPTED,
                    "interrupted after " + counted.done() + " of "
                            + sweep.points().size() + " points; go on with: multisite sweep " + file + " --out "
                            + folder + " --resume");
        }
    }

    private static int exitCode(SweepException.Kind kind) {
        return switch (kind) {
            case OTHER_SWEEP, CANNOT_WRITE -> ExitCode.CANNOT_WRITE;
            case CANNOT_READ -> ExitCode.NO_INPUT;
            case NO_ENGINE -> ExitCode.UNAVAILABLE;
            case ENGINE_LOST -> ExitCode.INTERRUPTED;
        };
    }
}
