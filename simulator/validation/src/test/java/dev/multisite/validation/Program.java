package dev.multisite.validation;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

import dev.multisite.cli.Multisite;

/** Runs scenarios through the command line and reads what it wrote. */
final class Program {

    /** The files that may depend on nothing but the scenario. */
    static final List<String> FILES =
            List.of("metrics.csv", "comparison.csv", "timeline.csv", "events.csv", "replications.csv", "latency.csv");

    private final Path folder;
    private int runs;

    Program(Path folder) {
        this.folder = folder;
    }

    /** Returns the results folder. */
    Path run(String scenario, String... options) {
        Path file = folder.resolve("scenario-" + runs + ".yaml");
        Path results = folder.resolve("results-" + runs++);
        List<String> arguments =
                new ArrayList<>(List.of("run", file.toString(), "--out", results.toString(), "--no-report", "--quiet"));
        arguments.addAll(List.of(options));
        StringWriter err = new StringWriter();
        try {
            Files.writeString(file, scenario, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int exitCode = Multisite.run(
                new PrintWriter(new StringWriter()), new PrintWriter(err), arguments.toArray(String[]::new));
        if (exitCode != 0) {
            throw new IllegalStateException("exit code " + exitCode + ": " + err + "\n" + scenario);
        }
        return results;
    }

    static String text(Path results, String file) {
        try {
            return Files.readString(results.resolve(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the values of replications.csv by everything that names them. */
    static Map<String, Double> figures(Path results) {
        Map<String, Double> figures = new TreeMap<>();
        for (CSVRecord row : rows(text(results, "replications.csv"))) {
            String key = String.join(
                    " ",
                    row.get("architecture"),
                    row.get("replication"),
                    "[" + row.get("period") + "|" + row.get("country") + "|" + row.get("site") + "|"
                            + row.get("service") + "]",
                    row.get("metric"));
            figures.put(key, row.get("value").isEmpty() ? Double.NaN : Double.parseDouble(row.get("value")));
        }
        return figures;
    }

    private static List<CSVRecord> rows(String csv) {
        try {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(new java.io.StringReader(csv))
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
