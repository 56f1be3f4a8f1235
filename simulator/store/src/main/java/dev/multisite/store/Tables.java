package dev.multisite.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.multisite.results.ResultsException;
import dev.multisite.results.ResultsException.Kind;

/** The CSV files of a results folder, of a sweep folder, or of a folder of such folders, by table. */
final class Tables {
    private static final List<String> MARKS = List.of("run.json", "sweep.json");

    /** Columns whose empty cell is a text (all of them), not an absent number. */
    private static final Set<String> TEXTS = Set.of(
            "architecture",
            "other",
            "baseline",
            "period",
            "country",
            "site",
            "service",
            "metric",
            "unit",
            "note",
            "kind",
            "subject",
            "detail",
            "reason",
            "law",
            "version",
            "data-class",
            "verdict",
            "review",
            "axis");

    private final Map<String, List<Path>> files = new TreeMap<>();
    private final boolean ofSeveral;

    private Tables(Path folder) throws IOException, ResultsException {
        if (!Files.isDirectory(folder)) {
            throw new ResultsException(Kind.CANNOT_READ, folder + ": there is no such folder");
        }
        this.ofSeveral = !isComplete(folder);
        for (Path run : ofSeveral ? below(folder) : List.of(folder)) {
            for (Path file : sorted(run)) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(".csv") && !name.startsWith(".")) {
                    files.computeIfAbsent(table(name), key -> new ArrayList<>()).add(file);
                }
            }
        }
        if (files.isEmpty()) {
            throw new ResultsException(
                    Kind.CANNOT_READ,
                    folder + ": holds no complete results (run.json or sweep.json) and no folders with such");
        }
    }

    static Tables of(Path folder) throws ResultsException {
        try {
            return new Tables(folder);
        } catch (IOException e) {
            throw new ResultsException(Kind.CANNOT_READ, folder + ": can't be read", e);
        }
    }

    private static boolean isComplete(Path folder) {
        return MARKS.stream().anyMatch(mark -> Files.isRegularFile(folder.resolve(mark)));
    }

    private static List<Path> below(Path folder) throws IOException {
        return sorted(folder).stream().filter(Tables::isComplete).toList();
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    private static String table(String fileName) {
        return fileName.substring(0, fileName.length() - ".csv".length()).replace('-', '_');
    }

    List<String> names() {
        return List.copyOf(files.keySet());
    }

    /** Returns the statements that make the tables. */
    List<String> statements() throws ResultsException {
        List<String> statements = new ArrayList<>();
        for (Map.Entry<String, List<Path>> table : files.entrySet()) {
            statements.add(statement(table.getKey(), table.getValue()));
        }
        return statements;
    }

    private String statement(String table, List<Path> parts) throws ResultsException {
        List<String> paths = parts.stream()
                .map(path -> literal(path.toAbsolutePath().toString()))
                .toList();
        List<String> texts = texts(parts.get(0));
        String types = listed(texts, text -> literal(text) + ": 'VARCHAR'", ", types = {", "}");
        String filled = listed(texts, text -> "coalesce(" + name(text) + ", '') AS " + name(text), " REPLACE (", ")");
        String run = ofSeveral ? "parse_path(filename)[-2] AS run, * EXCLUDE (filename)" : "*";
        return "CREATE TABLE " + name(table) + " AS SELECT " + run + filled + " FROM read_csv(["
                + String.join(", ", paths)
                + "], header = true, delim = ',', quote = '\"', escape = '\"', sample_size = -1, union_by_name = true"
                + ", filename = " + ofSeveral + types + ")";
    }

    private static String listed(List<String> texts, Function<String, String> form, String begin, String end) {
        return texts.isEmpty() ? "" : texts.stream().map(form).collect(Collectors.joining(", ", begin, end));
    }

    /** Returns the columns of texts that a file has. */
    private static List<String> texts(Path file) throws ResultsException {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String header = reader.readLine();
            return header == null
                    ? List.of()
                    : Stream.of(header.split(",", -1)).filter(TEXTS::contains).toList();
        } catch (IOException e) {
            throw new ResultsException(Kind.CANNOT_READ, file + ": can't be read", e);
        }
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    static String name(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
