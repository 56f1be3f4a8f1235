package dev.multisite.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the CSV files that lie beside these classes: a header line, {@code #} for comments, UTF-8. */
final class CsvResource {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .setIgnoreEmptyLines(true)
            .get();

    private CsvResource() {}

    static List<CSVRecord> rows(String file) {
        InputStream stream = CsvResource.class.getResourceAsStream(file);
        if (stream == null) {
            throw new IllegalStateException("the program is incomplete: " + file + " of the catalogue is missing");
        }
        try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
                CSVParser parser = FORMAT.parse(reader)) {
            return List.copyOf(parser.getRecords());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + " of the catalogue", e);
        }
    }

    static double number(CSVRecord row, String column) {
        return Double.parseDouble(row.get(column));
    }
}
