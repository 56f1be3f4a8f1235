package dev.multisite.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.multisite.experiment.ExperimentResult;
import dev.multisite.experiment.ObjectiveRow;
import dev.multisite.results.RunDocument;
import dev.multisite.results.RunInfo;
import dev.multisite.scenario.ObjectiveSpec.Bound;
import dev.multisite.verdict.ComparisonTable;
import dev.multisite.verdict.Labels;
import dev.multisite.verdict.Sentence;
import dev.multisite.verdict.Summary;

/** Prints what runs found: verdict first, then the table; or one JSON document for all runs. */
final class RunReport {
    private final PrintWriter out;
    private final boolean json;
    private final boolean quiet;
    private final ArrayNode documents = JsonNodeFactory.instance.arrayNode();
    private int missed;
    private boolean first = true;

    RunReport(PrintWriter out, boolean json, boolean quiet) {
        this.out = out;
        this.json = json;
        this.quiet = quiet;
    }

    void add(RunInfo info, ExperimentResult result, Path folder) {
        missed += (int) result.objectives().stream().filter(row -> !keeps(row)).count();
        if (json) {
            documents.add(RunDocument.of(info, result, folder));
        } else if (quiet) {
            out.println(folder);
        } else {
            print(result, folder);
        }
    }

    private void print(ExperimentResult result, Path folder) {
        if (!first) {
            out.println();
        }
        first = false;
        out.println(Labels.printable(result.scenario().title()));
        List<Sentence> verdict = Summary.of(result);
        if (!verdict.isEmpty()) {
            answer(verdict.get(0).text());
            verdict.subList(1, verdict.size()).forEach(sentence -> TextLines.bullet(out, sentence.text()));
        }
        out.println();
        ComparisonTable.lines(result, Terminal.hasColour()).forEach(out::println);
        out.println();
        out.printf(
                "%d replication%s, seed %d, %s; ± is the half-width at %s %%%n",
                result.replications(),
                result.replications() == 1 ? "" : "s",
                result.scenario().simulation().seed(),
                result.scenario().simulation().fidelity().key(),
                TextLines.number(result.confidence() * 100));
        out.println("Results: " + folder);
    }

    private void answer(String text) {
        boolean colour = Terminal.hasColour();
        TextLines.wrapped(text).forEach(line -> out.println(colour ? "\u001b[1m" + line + "\u001b[0m" : line));
    }

    /** Returns whether the figure itself keeps the limit. */
    static boolean keeps(ObjectiveRow row) {
        double value = row.estimate().value();
        double limit = row.objective().limit();
        return row.objective().bound() == Bound.AT_MOST ? value <= limit : value >= limit;
    }

    void end() {
        if (json) {
            ObjectNode root = JsonNodeFactory.instance.objectNode();
            root.set("runs", documents);
            out.println(JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(root));
        }
    }

    /** Returns the number of objectives whose figure is beyond the limit, or was not measured. */
    int missedObjectives() {
        return missed;
    }
}
