package dev.multisite.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.multisite.results.InputDifference;
import dev.multisite.results.ResultsException;
import dev.multisite.results.RunComparison;
import dev.multisite.results.RunDocument;
import dev.multisite.results.StoredRun;
import dev.multisite.units.Literals;
import dev.multisite.verdict.Sentence;

/** Compares results of several runs. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Puts results of several runs side by side: every architecture against the baseline of the first"
                + " DIR, paired by replication where the runs share their seed; and in what their inputs differ.")
final class CompareCommand implements Callable<Integer> {
    private static final int MOST_INPUTS = 30;

    @Parameters(paramLabel = "DIR", arity = "2..*", description = "Results folders.")
    private List<Path> folders = new ArrayList<>();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it; so does Failures, by its option
    private Verbose verbose = new Verbose();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<StoredRun> runs = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path folder : folders) {
            try {
                runs.add(StoredRun.read(folder));
            } catch (ResultsException e) {
                problems.add(e.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new CommandException(ExitCode.NO_INPUT, problems);
        }
        RunComparison comparison = RunComparison.of(runs);
        List<InputDifference> inputs = InputDifference.of(runs);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            print(out, comparison, inputs);
        } else {
            comparison.sentences().stream().map(Sentence::text).forEach(text -> TextLines.bullet(out, text));
            out.println();
            CompareTable.lines(comparison).forEach(out::println);
            out.println();
            inputs(inputs).forEach(out::println);
        }
        return ExitCode.DONE;
    }

    private static void print(PrintWriter out, RunComparison comparison, List<InputDifference> inputs) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode changed = root.putArray("inputs");
        inputs.forEach(input -> changed.addObject()
                .put("run", input.run())
                .put("path", input.path())
                .put("before", input.before())
                .put("after", input.after()));
        ArrayNode rows = root.putArray("comparison");
        comparison
                .rows()
                .forEach(row -> RunDocument.comparison(rows.addObject().put("paired", row.paired()), row.comparison()));
        out.println(
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(root));
    }

    private static List<String> inputs(List<InputDifference> inputs) {
        if (inputs.isEmpty()) {
            return List.of("The inputs are equal.");
        }
        List<String> lines = new ArrayList<>(List.of("Inputs that differ:"));
        inputs.stream()
                .limit(MOST_INPUTS)
                .forEach(input -> lines.add("  %s  %s: %s -> %s"
                        .formatted(input.run(), input.path(), shown(input.before()), shown(input.after()))));
        if (inputs.size() > MOST_INPUTS) {
            lines.add("  ... and " + (inputs.size() - MOST_INPUTS) + " more; --json has all");
        }
        return lines;
    }

    private static String shown(String text) {
        return text.isEmpty() ? "(none)" : Literals.harmless(text, 60);
    }
}
