package dev.multisite.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.multisite.results.ResultsDatabase;
import dev.multisite.results.ResultsException;
import dev.multisite.results.ResultsException.Kind;

/** Results in an embedded DuckDB, in memory for queries. */
public final class DuckDbResults implements ResultsDatabase {
    private static final String DATABASE = "results.duckdb";

    /** The oldest storage that DuckDB 1.x writes, which every 1.x client reads. */
    private static final String STORAGE = "v1.0.0";

    private static final Set<String> NUMBERS = Set.of(
            "TINYINT",
            "SMALLINT",
            "INTEGER",
            "BIGINT",
            "HUGEINT",
            "UTINYINT",
            "USMALLINT",
            "UINTEGER",
            "UBIGINT",
            "UHUGEINT",
            "FLOAT",
            "DOUBLE",
            "DECIMAL");

    @Override
    public void query(Path folder, String sql, Sink sink) throws ResultsException {
        Tables tables = Tables.of(folder);
        try (Connection connection = load(folder, tables);
                Statement statement = connection.createStatement()) {
            statement.execute("SET enable_external_access = false");
            statement.execute("SET lock_configuration = true");
            run(statement, sql, tables, sink);
        } catch (SQLException e) {
            throw new ResultsException(Kind.CANNOT_READ, "the database failed: " + e.getMessage(), e);
        }
    }

    private static Connection load(Path folder, Tables tables) throws ResultsException, SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET autoinstall_known_extensions = false");
            for (String create : tables.statements()) {
                statement.execute(create);
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw new ResultsException(Kind.CANNOT_READ, folder + ": a CSV file is damaged: " + firstLine(e), e);
        }
    }

    private static void run(Statement statement, String sql, Tables tables, Sink sink) throws ResultsException {
        try {
            if (statement.execute(sql)) {
                try (ResultSet rows = statement.getResultSet()) {
                    pass(rows, sink);
                }
            }
        } catch (SQLException e) {
            throw new ResultsException(
                    Kind.WRONG_QUERY, e.getMessage() + "\nThe tables are " + String.join(", ", tables.names()), e);
        }
    }

    private static void pass(ResultSet rows, Sink sink) throws SQLException {
        ResultSetMetaData meta = rows.getMetaData();
        List<Column> columns = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            String type = meta.getColumnTypeName(i).replaceFirst("\\(.*", "");
            columns.add(new Column(meta.getColumnLabel(i), NUMBERS.contains(type)));
        }
        sink.columns(columns);
        while (rows.next()) {
            List<String> values = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                Object value = rows.getObject(i);
                values.add(value == null ? "" : value.toString());
            }
            sink.row(values);
        }
    }

    @Override
    public List<Path> export(Path folder, Path target) throws ResultsException {
        Tables tables = Tables.of(folder);
        List<Path> written = files(target, tables);
        try {
            for (Path file : written) {
                if (Files.exists(file)) {
                    throw new ResultsException(Kind.CANNOT_WRITE, "cannot write " + file + ": it exists already");
                }
            }
            Files.createDirectories(target);
            Path partial = Files.createTempDirectory(target, ".partial-");
            try {
                export(folder, tables, partial);
                for (Path file : written) {
                    Files.move(partial.resolve(file.getFileName()), file);
                }
            } finally {
                deleteAll(partial);
            }
            return written;
        } catch (IOException e) {
            throw new ResultsException(Kind.CANNOT_WRITE, "cannot write " + target + ": " + e.getMessage(), e);
        }
    }

    private static List<Path> files(Path target, Tables tables) {
        List<Path> files = new ArrayList<>();
        tables.names().forEach(name -> files.add(target.resolve(name + ".parquet")));
        files.add(target.resolve(DATABASE));
        return files;
    }

    private static void export(Path folder, Tables tables, Path partial) throws ResultsException {
        try (Connection connection = load(folder, tables);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "ATTACH " + Tables.literal(partial.resolve(DATABASE).toString()) + " AS stored (STORAGE_VERSION '"
                            + STORAGE + "')");
            for (String name : tables.names()) {
                String file = partial.resolve(name + ".parquet").toString();
                statement.execute("COPY " + Tables.name(name) + " TO " + Tables.literal(file)
                        + " (FORMAT parquet, COMPRESSION zstd)");
                statement.execute("CREATE TABLE stored." + Tables.name(name) + " AS FROM " + Tables.name(name));
            }
            statement.execute("DETACH stored");
        } catch (SQLException e) {
            throw new ResultsException(Kind.CANNOT_WRITE, "cannot write the export: " + firstLine(e), e);
        }
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static void deleteAll(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                Files.delete(entry);
            }
        }
        Files.delete(folder);
    }
}
