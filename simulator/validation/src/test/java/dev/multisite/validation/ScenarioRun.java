package dev.multisite.validation;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

import dev.multisite.cli.Multisite;
import dev.multisite.statistics.Estimate;

import static org.assertj.core.api.Assertions.assertThat;

/** A command as a user types it, and the files that it leaves. */
record ScenarioRun(String out, Path folder) {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    /** Runs a command that writes a results folder, on one thread, and fails unless it ends well. */
    static ScenarioRun of(String command, Path file, Path folder, String... options) {
        List<String> words =
                new ArrayList<>(List.of(command, file.toString(), "--out", folder.toString(), "--threads", "1"));
        words.addAll(List.of(options));
        return new ScenarioRun(print(words.toArray(String[]::new)), folder);
    }

    /** Returns what a command prints, and fails unless it ends with 0 and without a complaint. */
    static String print(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Multisite.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
        assertThat(exitCode).as(err.toString()).isZero();
        assertThat(err.toString()).isEmpty();
        return out.toString();
    }

    /** Returns a figure over all countries, sites and services. */
    Estimate figure(String architecture, String metric) {
        return figure(architecture, metric, "");
    }

    /** Returns a figure of a population; empty: all. */
    Estimate figure(String architecture, String metric, String country) {
        return estimate(
                row(
                        "metrics.csv",
                        Map.of(
                                "architecture",
                                architecture,
                                "metric",
                                metric,
                                "period",
                                "",
                                "country",
                                country,
                                "site",
                                "",
                                "service",
                                "")),
                "mean");
    }

    /** Returns the paired difference of an architecture to the baseline. */
    Estimate difference(String architecture, String metric, String country) {
        return estimate(
                row(
                        "comparison.csv",
                        Map.of("architecture", architecture, "metric", metric, "country", country, "service", "")),
                "difference");
    }

    /** Returns the row of a file whose cells are as given. */
    CSVRecord row(String file, Map<String, String> cells) {
        List<CSVRecord> found = rows(file).stream()
                .filter(row -> cells.entrySet().stream()
                        .allMatch(cell -> row.get(cell.getKey()).equals(cell.getValue())))
                .toList();
        assertThat(found).as("rows of %s with %s", file, cells).hasSize(1);
        return found.get(0);
    }

    private List<CSVRecord> rows(String file) {
        try (Reader reader = Files.newBufferedReader(folder.resolve(file), StandardCharsets.UTF_8)) {
            return FORMAT.parse(reader).getRecords();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Estimate estimate(CSVRecord row, String value) {
        return new Estimate(number(row, value), number(row, "ci-low"), number(row, "ci-high"), 0);
    }

    private static double number(CSVRecord row, String column) {
        return row.get(column).isEmpty() ? Double.NaN : Double.parseDouble(row.get(column));
    }
}
