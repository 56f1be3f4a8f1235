package dev.multisite.report.results;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** One CSV file of the folder. A file that is not there has no rows. */
final class Table {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private Table() {}

    static <T> List<T> read(Path file, RowReader<T> reader) throws IOException {
        List<T> rows = new ArrayList<>();
        Map<String, Instant> instants = new HashMap<>();
        if (!Files.isRegularFile(file)) {
            return rows;
        }
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser parser = CSVParser.parse(text, FORMAT)) {
            for (CSVRecord entry : parser) {
                rows.add(reader.read(new Row(entry, instants)));
            }
        }
        return rows;
    }

    /** Makes a value of a row. */
    interface RowReader<T> {
        T read(Row row);
    }

    /** A row whose cells may be missing. */
    static final class Row {

        private final CSVRecord cells;

        /** Those that the file has held so far: a timeline has hundreds of rows of the same time. */
        private final Map<String, Instant> instants;

        Row(CSVRecord cells, Map<String, Instant> instants) {
            this.cells = cells;
            this.instants = instants;
        }

        /** Returns the cell as an instant, see {@link Times#instant}. */
        Instant instant(String column) {
            return instants.computeIfAbsent(text(column), Times::instant);
        }

        /** Returns the cell as text fit to be shown; empty if the column is missing. */
        String text(String column) {
            return cells.isSet(column) ? Text.clean(withoutGuard(cells.get(column))) : "";
        }

        /** Returns the cell as a number; NaN if it is missing, empty or no number. */
        double number(String column) {
            String text = cells.isSet(column) ? cells.get(column).strip() : "";
            try {
                return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
            } catch (NumberFormatException e) {
                return Double.NaN;
            }
        }

        /** Cells that a spreadsheet would run as a formula are written with an apostrophe before them. */
        private static String withoutGuard(String cell) {
            return cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@".indexOf(cell.charAt(1)) >= 0
                    ? cell.substring(1)
                    : cell;
        }
    }
}
