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

import dev.multisite.catalogue.Catalogue;
import dev.multisite.scenario.Scenario;
import dev.multisite.simulation.Headroom;

/** What the survivors must carry. */
@Command(
        name = "headroom",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the cores that each site needs in its worst hour while others are lost (N-1, N-k), without",
            "simulating: mean hourly load of first attempts against the cores of all hosts."
        })
final class HeadroomCommand implements Callable<Integer> {
    private static final int MOST_LOST = 3;

    @Parameters(paramLabel = "FILE", description = "Scenario file.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(names = "--lose", paramLabel = "K", description = "Most sites lost at once, 0 to 3. Default: 1.")
    private int lost = 1;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Replace a value of the scenario, e.g. sites.india.hosts=40. May be repeated.")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--json", description = "Print one JSON document: an array with an object per row.")
    private boolean json;

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it; so does Failures, by its option
    private Verbose verbose = new Verbose();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (lost < 0 || lost > MOST_LOST) {
            throw new CommandException(
                    ExitCode.USAGE, "--lose must lie between 0 and " + MOST_LOST + ", but is " + lost);
        }
        Catalogue catalogue = Catalogue.standard();
        Scenario scenario = new Scenarios(catalogue)
                .load(List.of(file), Scenarios.settings(settings))
                .get(0)
                .scenario();
        List<Headroom.Row> rows = Headroom.of(scenario, catalogue, lost);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(node(scenario, rows)));
        } else {
            print(scenario, rows, out);
        }
        return ExitCode.DONE;
    }

    private static void print(Scenario scenario, List<Headroom.Row> rows, PrintWriter out) {
        String heading = "";
        for (Headroom.Row row : rows) {
            String group = row.architecture() + ", phase '" + row.phase() + "'";
            if (!group.equals(heading)) {
                out.printf("%s%s%n", heading.isEmpty() ? "" : "\n", group);
                out.printf(
                        "  %-20s %-16s %9s %9s %7s  %s%n", "lost", "site", "needs", "has", "load", "worst hour, UTC");
                heading = group;
            }
            out.printf(
                    "  %-20s %-16s %9s %9s %6.0f %%  %s%s%n",
                    row.lost().isEmpty() ? "-" : String.join(" + ", row.lost()),
                    row.site(),
                    Figures.text(row.offeredCores()),
                    Figures.text(row.capacityCores()),
                    row.load() * 100,
                    hour(scenario, row),
                    row.load() > 1 ? " !" : "");
        }
        out.println("\nneeds, has: cores. ! more than the site has.");
    }

    private static String hour(Scenario scenario, Headroom.Row row) {
        return scenario.period().toInstant(row.hourStartSeconds()).toString().substring(0, 16);
    }

    private static ArrayNode node(Scenario scenario, List<Headroom.Row> rows) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Headroom.Row row : rows) {
            ObjectNode node =
                    all.addObject().put("architecture", row.architecture()).put("phase", row.phase());
            ArrayNode names = node.putArray("lost");
            row.lost().forEach(names::add);
            node.put("site", row.site())
                    .put("needs-cores", row.offeredCores())
                    .put("has-cores", row.capacityCores())
                    .put(
                            "worst-hour",
                            scenario.period().toInstant(row.hourStartSeconds()).toString());
        }
        return all;
    }
}
