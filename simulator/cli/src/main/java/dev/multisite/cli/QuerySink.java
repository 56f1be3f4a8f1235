package dev.multisite.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.multisite.results.ResultsDatabase.Column;
import dev.multisite.results.ResultsDatabase.Sink;

/** Prints the rows of a query. */
abstract class QuerySink implements Sink {

    abstract void end();

    /** Columns under each other. Holds the rows, so it is for people. */
    static QuerySink table(PrintWriter out) {
        return new Table(out);
    }

    static QuerySink csv(PrintWriter out) {
        return new Csv(out);
    }

    static QuerySink json(PrintWriter out) {
        return new Json(out);
    }

    private static final class Table extends QuerySink {
        private static final int WIDEST = 60;

        private final PrintWriter out;
        private final List<List<String>> rows = new ArrayList<>();
        private List<Column> columns = List.of();

        Table(PrintWriter out) {
            this.out = out;
        }

        @Override
        public void columns(List<Column> names) {
            columns = names;
            rows.add(names.stream().map(Column::name).toList());
        }

        @Override
        public void row(List<String> values) {
            rows.add(values.stream().map(Table::oneLine).toList());
        }

        private static String oneLine(String value) {
            String line = value.replaceAll("\\p{Cntrl}", " ");
            return line.length() > WIDEST ? line.substring(0, WIDEST - 1) + "…" : line;
        }

        @Override
        void end() {
            int[] widths = new int[columns.size()];
            rows.forEach(row -> {
                for (int i = 0; i < widths.length; i++) {
                    widths[i] = Math.max(widths[i], row.get(i).length());
                }
            });
            for (List<String> row : rows) {
                StringBuilder line = new StringBuilder();
                for (int i = 0; i < widths.length; i++) {
                    String pad = " ".repeat(widths[i] - row.get(i).length());
                    boolean right = columns.get(i).number();
                    line.append(i == 0 ? "" : "  ").append(right ? pad + row.get(i) : row.get(i) + pad);
                }
                out.println(line.toString().stripTrailing());
            }
        }
    }

    private static final class Csv extends QuerySink {
        private final CSVPrinter printer;

        Csv(PrintWriter out) {
            try {
                printer = new CSVPrinter(out, CSVFormat.RFC4180);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void columns(List<Column> names) {
            row(names.stream().map(Column::name).toList());
        }

        @Override
        public void row(List<String> values) {
            try {
                printer.printRecord(values);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        void end() {
            try {
                printer.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Json extends QuerySink {
        private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

        private final PrintWriter out;
        private final JsonMapper mapper = JsonMapper.builder().build();
        private List<Column> columns = List.of();
        private boolean first = true;

        Json(PrintWriter out) {
            this.out = out;
        }

        @Override
        public void columns(List<Column> names) {
            columns = names;
        }

        @Override
        public void row(List<String> values) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            for (int i = 0; i < columns.size(); i++) {
                Column column = columns.get(i);
                String value = values.get(i);
                if (column.number() && NUMBER.matcher(value).matches()) {
                    node.put(column.name(), new BigDecimal(value));
                } else if (column.number() && value.isEmpty()) {
                    node.putNull(column.name());
                } else {
                    node.put(column.name(), value);
                }
            }
            out.print((first ? "[\n  " : ",\n  ") + mapper.writeValueAsString(node));
            first = false;
        }

        @Override
        void end() {
            out.println(first ? "[]" : "\n]");
        }
    }
}
