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

import dev.multisite.results.ResultsException;
import dev.multisite.results.RunComparison;
import dev.multisite.results.RunDocument;
import dev.multisite.results.StoredRun;
import dev.multisite.verdict.Sentence;

/** Compares results of several runs. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Puts results of several runs side by side: every architecture against the baseline of the first"
                + " DIR, paired by replication where the runs share their seed.")
final class CompareCommand implements Callable<Integer> {
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
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ArrayNode rows = JsonNodeFactory.instance.arrayNode();
            comparison
                    .rows()
                    .forEach(row ->
                            RunDocument.comparison(rows.addObject().put("paired", row.paired()), row.comparison()));
            out.println(JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(rows));
        } else {
            comparison.sentences().stream().map(Sentence::text).forEach(text -> TextLines.bullet(out, text));
            out.println();
            CompareTable.lines(comparison).forEach(out::println);
        }
        return ExitCode.DONE;
    }
}
