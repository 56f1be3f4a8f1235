package dev.multisite.validation;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

import dev.multisite.validation.ExactCase.Expectation;
import dev.multisite.validation.ExactCase.FigureKey;

/** The metrics.csv of a results folder, as its readers would read it. */
final class MetricsFile {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final List<CSVRecord> rows;

    private MetricsFile(List<CSVRecord> rows) {
        this.rows = rows;
    }

    static MetricsFile read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return new MetricsFile(FORMAT.parse(reader).getRecords());
        }
    }

    Measured measure(Expectation expectation) {
        FigureKey figure = expectation.figure();
        if (figure.metric().equals("requests-share")) {
            return share(expectation);
        }
        CSVRecord row = row(figure);
        double low = number(row, "ci-low");
        double high = number(row, "ci-high");
        int replications = Integer.parseInt(row.get("replications"));
        double mean = number(row, "mean");
        return expectation.complement()
                ? new Measured(expectation, 1 - mean, 1 - high, 1 - low, replications)
                : new Measured(expectation, mean, low, high, replications);
    }

    /** The requests of a site relative to all requests, whose number varies too little to matter. */
    private Measured share(Expectation expectation) {
        FigureKey figure = expectation.figure();
        CSVRecord part = row(new FigureKey(figure.architecture(), "", figure.site(), "", "requests"));
        double all = number(row(new FigureKey(figure.architecture(), "", "", "", "requests")), "mean");
        return new Measured(
                expectation,
                number(part, "mean") / all,
                number(part, "ci-low") / all,
                number(part, "ci-high") / all,
                Integer.parseInt(part.get("replications")));
    }

    private CSVRecord row(FigureKey figure) {
        String architecture = figure.architecture().isEmpty() ? rows.get(0).get("architecture") : figure.architecture();
        return rows.stream()
                .filter(row -> row.get("architecture").equals(architecture)
                        && row.get("period").isEmpty()
                        && row.get("country").equals(figure.country())
                        && row.get("site").equals(figure.site())
                        && row.get("service").equals(figure.service())
                        && row.get("metric").equals(figure.metric()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("metrics.csv has no row for " + figure));
    }

    private static double number(CSVRecord row, String column) {
        return row.get(column).isEmpty() ? Double.NaN : Double.parseDouble(row.get(column));
    }
}
