package dev.multisite.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

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

/** Looks things up in the catalogue. */
@Command(
        name = "catalogue",
        mixinStandardHelpOptions = true,
        description = "Looks things up in the built-in catalogue, each with its source.")
final class CatalogueCommand implements Callable<Integer> {
    /** What can be looked up. */
    enum Kind {
        COUNTRIES,
        CITIES,
        REGIONS,
        LAWS,
        PROFILES;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Entry(List<String> cells, String source) {}

    @Parameters(index = "0", paramLabel = "KIND", description = "One of ${COMPLETION-CANDIDATES}.")
    private Kind kind = Kind.COUNTRIES;

    @Parameters(index = "1", arity = "0..1", paramLabel = "QUERY", description = "Text that entries must contain.")
    private String query = "";

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
        if (kind == Kind.LAWS) {
            return laws();
        }
        Catalogue catalogue = Catalogue.standard();
        String wanted = query.toLowerCase(Locale.ROOT);
        List<Entry> entries = entries(catalogue)
                .filter(entry ->
                        String.join(" ", entry.cells()).toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        if (entries.isEmpty()) {
            throw new CommandException(ExitCode.USAGE, "the catalogue has no " + kind + " with '" + query + "'");
        }
        if (json) {
            printJson(entries);
        } else {
            print(entries);
        }
        return ExitCode.DONE;
    }

    private int laws() {
        LawLookup lookup = new LawLookup(query);
        if (lookup.isEmpty()) {
            throw new CommandException(ExitCode.USAGE, "the catalogue has no laws with '" + query + "'");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            lookup.printJson(out);
        } else {
            lookup.print(out);
        }
        return ExitCode.DONE;
    }

    private List<String> columns() {
        return switch (kind) {
            case COUNTRIES -> List.of("code", "name", "population-2014", "population-2024", "internet-2014", "centres");
            case CITIES -> List.of("name", "country", "latitude", "longitude", "population", "zone");
            case REGIONS -> List.of("region", "metro", "country", "latitude", "longitude", "opened", "operator-home");
            case PROFILES -> List.of("name", "weights");
            case LAWS -> throw new IllegalStateException("laws are shown by LawLookup");
        };
    }

    private Stream<Entry> entries(Catalogue catalogue) {
        return switch (kind) {
            case COUNTRIES ->
                catalogue.countries().stream()
                        .map(country -> new Entry(
                                List.of(
                                        country.code(),
                                        country.name(),
                                        Long.toString(country.population2014()),
                                        Long.toString(country.population2024()),
                                        decimal(country.internetShare2014()),
                                        Integer.toString(catalogue
                                                .centres(country.code())
                                                .size())),
                                country.source()));
            case CITIES ->
                catalogue.cities().stream()
                        .map(city -> new Entry(
                                List.of(
                                        city.name(),
                                        city.country(),
                                        decimal(city.point().latitude()),
                                        decimal(city.point().longitude()),
                                        Long.toString(city.population()),
                                        city.zone().getId()),
                                city.source()));
            case REGIONS ->
                catalogue.regions().stream()
                        .map(region -> new Entry(
                                List.of(
                                        region.key(),
                                        region.metro(),
                                        region.country(),
                                        decimal(region.point().latitude()),
                                        decimal(region.point().longitude()),
                                        region.openedOn().isEmpty() ? "-" : region.openedOn(),
                                        region.operatorHome()),
                                region.source()));
            case LAWS -> Stream.empty();
            case PROFILES ->
                catalogue.profiles().stream()
                        .map(profile -> new Entry(
                                List.of(
                                        profile.name(),
                                        String.join(
                                                " ",
                                                profile.weights().stream()
                                                        .map(CatalogueCommand::decimal)
                                                        .toList())),
                                profile.source()));
        };
    }

    private static String decimal(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.2f", value);
    }

    private void print(List<Entry> entries) {
        PrintWriter out = spec.commandLine().getOut();
        List<String> columns = columns();
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = Math.max(
                    columns.get(i).length(),
                    entries.stream()
                            .mapToInt(entry -> entry.cells().get(column).length())
                            .max()
                            .orElse(0));
        }
        out.println(line(columns, widths) + "  source");
        entries.forEach(entry -> out.println(line(entry.cells(), widths) + "  " + entry.source()));
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(i == 0 ? "" : "  ").append(cells.get(i));
            line.append(" ".repeat(widths[i] - cells.get(i).length()));
        }
        return line.toString();
    }

    private void printJson(List<Entry> entries) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        List<String> columns = columns();
        for (Entry entry : entries) {
            ObjectNode node = array.addObject();
            for (int i = 0; i < columns.size(); i++) {
                node.put(columns.get(i), entry.cells().get(i));
            }
            node.put("source", entry.source());
        }
        spec.commandLine()
                .getOut()
                .println(JsonMapper.builder()
                        .build()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(array));
    }
}
