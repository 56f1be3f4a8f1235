package dev.multisite.validation;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

import dev.multisite.validation.ExactCase.Expectation;

/**
 * The results of the last complete run of the suite, one line per figure, in the order of the case's expectations. The page
 * is made from them, so that whether it is up to date can be told without running anything.
 */
final class StoredResults {

    private static final String[] HEADER = {
        "case", "scenario-crc", "metric", "exact", "estimate", "ci-low", "ci-high", "replications"
    };
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(HEADER)
            .setSkipHeaderRecord(true)
            .setRecordSeparator('\n')
            .get();

    private StoredResults() {}

    /**
     * Returns the stored results of those of {@code cases} whose scenario and expectations are still the ones that were
     * run.
     */
    static Map<ExactCase, List<Measured>> read(Path file, List<ExactCase> cases) throws IOException {
        Map<String, List<CSVRecord>> lines = new LinkedHashMap<>();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                for (CSVRecord line : FORMAT.parse(reader)) {
                    lines.computeIfAbsent(line.get("case"), id -> new ArrayList<>())
                            .add(line);
                }
            }
        }
        Map<ExactCase, List<Measured>> results = new LinkedHashMap<>();
        for (ExactCase exactCase : cases) {
            List<CSVRecord> own = lines.getOrDefault(exactCase.id(), List.of());
            if (isOf(exactCase, own)) {
                results.put(exactCase, measured(exactCase, own));
            }
        }
        return results;
    }

    private static boolean isOf(ExactCase exactCase, List<CSVRecord> lines) {
        List<Expectation> expectations = exactCase.expectations();
        if (lines.size() != expectations.size()) {
            return false;
        }
        for (int i = 0; i < lines.size(); i++) {
            CSVRecord line = lines.get(i);
            boolean same = line.get("scenario-crc").equals(crc(exactCase))
                    && line.get("metric").equals(expectations.get(i).figure().metric())
                    && Double.parseDouble(line.get("exact"))
                            == expectations.get(i).exact();
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private static List<Measured> measured(ExactCase exactCase, List<CSVRecord> lines) {
        List<Measured> measured = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            CSVRecord line = lines.get(i);
            measured.add(new Measured(
                    exactCase.expectations().get(i),
                    Double.parseDouble(line.get("estimate")),
                    Double.parseDouble(line.get("ci-low")),
                    Double.parseDouble(line.get("ci-high")),
                    Integer.parseInt(line.get("replications"))));
        }
        return measured;
    }

    static void write(Path file, Map<ExactCase, List<Measured>> results) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                CSVPrinter printer = new CSVPrinter(writer, FORMAT)) {
            printer.printRecord((Object[]) HEADER);
            for (Map.Entry<ExactCase, List<Measured>> entry : results.entrySet()) {
                for (Measured figure : entry.getValue()) {
                    printer.printRecord(
                            entry.getKey().id(),
                            crc(entry.getKey()),
                            figure.expectation().figure().metric(),
                            figure.expectation().exact(),
                            figure.estimate(),
                            figure.low(),
                            figure.high(),
                            figure.replications());
                }
            }
        }
    }

    private static String crc(ExactCase exactCase) {
        CRC32 crc = new CRC32();
        crc.update(exactCase.scenario().getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }
}
