package dev.multisite.cli;

import java.io.PrintWriter;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
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

import dev.multisite.catalogue.Access;
import dev.multisite.catalogue.Catalogue;
import dev.multisite.network.LatencyExplainer;
import dev.multisite.network.LatencyExplainer.Explanation;
import dev.multisite.network.PathEstimate.Part;
import dev.multisite.network.UnknownPlaceException;

/** Explains round trips. */
@Command(
        name = "latency",
        mixinStandardHelpOptions = true,
        description = {
            "Modelled round trip between two places: median, p95, and the parts it is made of.",
            "A place is a city, a country code, a cloud region such as aws/ap-southeast-1, or LAT,LON."
        })
final class LatencyCommand implements Callable<Integer> {
    private static final int OLDEST_YEAR = 2000;
    private static final int NAME_WIDTH = 44;

    @Parameters(index = "0", paramLabel = "FROM", description = "Where the device is.")
    private String from = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "TO", description = "Where the site is.")
    private List<String> to = new ArrayList<>();

    @Option(
            names = "--access",
            paramLabel = "A",
            description = "How the device is connected: wired, wifi, cellular, cellular-3g or satellite."
                    + " Default: wired; none from a cloud region.")
    private @Nullable String access;

    @Option(names = "--year", paramLabel = "YEAR", description = "Year of the network. Default: the newest known.")
    private int year = LatencyExplainer.LATEST_YEAR;

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
        if (year < OLDEST_YEAR || year > Year.now(ZoneOffset.UTC).getValue() + 50) {
            throw new CommandException(
                    ExitCode.USAGE, "--year must be a year from " + OLDEST_YEAR + ", but is " + year);
        }
        LatencyExplainer explainer = new LatencyExplainer(Catalogue.standard(), year);
        List<Explanation> explanations = new ArrayList<>();
        try {
            for (String target : to) {
                explanations.add(
                        access == null
                                ? explainer.explain(from, target)
                                : explainer.explain(from, target, technology(access)));
            }
        } catch (UnknownPlaceException e) {
            throw new CommandException(ExitCode.USAGE, e.getMessage());
        }
        if (json) {
            printJson(explanations);
        } else {
            explanations.forEach(this::print);
        }
        return ExitCode.DONE;
    }

    private static Access technology(String key) {
        for (Access technology : Access.values()) {
            if (technology.key().equals(key.toLowerCase(Locale.ROOT))) {
                return technology;
            }
        }
        throw new CommandException(
                ExitCode.USAGE,
                "--access must be one of wired, wifi, cellular, cellular-3g and satellite, but is '" + key + "'");
    }

    private void print(Explanation explanation) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%s - %s: median %.1f ms, p95 %.1f ms%n",
                explanation.from().name(),
                explanation.to().name(),
                explanation.medianMillis(),
                explanation.p95Millis());
        for (Part part : explanation.parts()) {
            out.printf(
                    Locale.ROOT, "  %-" + NAME_WIDTH + "s %8.2f ms   %s%n", part.name(), part.millis(), part.source());
        }
    }

    private void printJson(List<Explanation> explanations) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < explanations.size(); i++) {
            Explanation explanation = explanations.get(i);
            ObjectNode node = array.addObject();
            node.put("from", from);
            node.put("to", to.get(i));
            node.put("rtt-median-ms", explanation.medianMillis());
            node.put("rtt-p95-ms", explanation.p95Millis());
            ArrayNode parts = node.putArray("parts");
            explanation
                    .parts()
                    .forEach(part -> parts.addObject()
                            .put("name", part.name())
                            .put("ms", part.millis())
                            .put("source", part.source()));
        }
        spec.commandLine()
                .getOut()
                .println(JsonMapper.builder()
                        .build()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(array));
    }
}
