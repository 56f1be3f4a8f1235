package dev.multisite.store;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.multisite.results.ResultsDatabase;
import dev.multisite.results.ResultsDatabase.Column;
import dev.multisite.results.ResultsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DuckDbResultsTest {
    private static final String HEADER =
            "point,sites.one.hosts,architecture,country,site,metric,unit,mean,ci-low,ci-high\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final ResultsDatabase database = new DuckDbResults();

    private static final class Rows implements ResultsDatabase.Sink {
        private List<Column> columns = List.of();
        private final List<List<String>> rows = new ArrayList<>();

        @Override
        public void columns(List<Column> names) {
            columns = names;
        }

        @Override
        public void row(List<String> values) {
            rows.add(values);
        }
    }

    @BeforeEach
    void writeSweep() throws IOException {
        sweep("a's sweep", "1,2,near,,,cost,USD,10.5,10,11\n2,4,near,IN,,cost,USD,20,,\n");
    }

    private Path sweep(String name, String rows) throws IOException {
        Path sweep = Files.createDirectories(folder.resolve(name));
        Files.writeString(sweep.resolve("sweep.csv"), HEADER + rows);
        Files.writeString(sweep.resolve("sweep.json"), "{}");
        return sweep;
    }

    private Rows query(Path of, String sql) throws ResultsException {
        Rows rows = new Rows();
        database.query(of, sql, rows);
        return rows;
    }

    @Test
    void theProgramFindsItAsAnOptionalPart() {
        assertThat(ResultsDatabase.find()).get().isInstanceOf(DuckDbResults.class);
    }

    @Test
    void numbersAreNumbersAndAllIsAnEmptyText() throws Exception {
        Rows rows = query(
                folder.resolve("a's sweep"),
                "select \"sites.one.hosts\", country, mean, \"ci-low\" from sweep where country = '' or mean > 15 order by 1");

        assertThat(rows.columns)
                .containsExactly(
                        new Column("sites.one.hosts", true),
                        new Column("country", false),
                        new Column("mean", true),
                        new Column("ci-low", true));
        assertThat(rows.rows).containsExactly(List.of("2", "", "10.5", "10"), List.of("4", "IN", "20.0", ""));
    }

    @Test
    void aFolderOfFoldersIsAskedAsOne() throws Exception {
        sweep("b", "1,2,near,,,cost,USD,7,6,8\n");
        Files.createDirectories(folder.resolve("unfinished"));
        Files.writeString(folder.resolve("unfinished/sweep.csv"), "garbage");

        assertThat(query(folder, "select run, max(mean) from sweep group by run order by run").rows)
                .containsExactly(List.of("a's sweep", "20.0"), List.of("b", "7.0"));
    }

    @Test
    void aQuerySeesNeitherFilesNorSettings() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.csv"), "a\n1\n");
        for (String sql : List.of(
                "select * from read_csv('" + secret + "')",
                "copy sweep to '" + folder.resolve("stolen.csv") + "'",
                "set enable_external_access = true",
                "attach '" + folder.resolve("x.db") + "' as x",
                "install httpfs")) {
            assertThatThrownBy(() -> query(folder.resolve("a's sweep"), sql))
                    .as(sql)
                    .isInstanceOf(ResultsException.class);
        }
        assertThat(folder.resolve("stolen.csv")).doesNotExist();
    }

    @Test
    void problemsSayWhatToDo() throws Exception {
        assertThatThrownBy(() -> query(folder.resolve("a's sweep"), "select * from metrics"))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("The tables are sweep");
        assertThatThrownBy(() -> query(folder.resolve("none"), "select 1")).hasMessageContaining("no such folder");
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertThatThrownBy(() -> query(empty, "select 1")).hasMessageContaining("no complete results");
    }

    @Test
    void anExportHoldsTheSameRowsAndIsNeverOverwritten() throws Exception {
        Path sweep = folder.resolve("a's sweep");
        Path target = folder.resolve("out's");
        List<Path> written = database.export(sweep, target);

        assertThat(written)
                .extracting(path -> String.valueOf(path.getFileName()))
                .containsExactly("sweep.parquet", "results.duckdb");
        assertThat(target).isDirectoryNotContaining("glob:**partial*");
        try (var connection = java.sql.DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            String file = target.toString().replace("'", "''");
            try (var result = statement.executeQuery("select count(*), sum(mean) from '" + file + "/sweep.parquet'")) {
                assertThat(result.next()).isTrue();
                assertThat(result.getLong(1)).isEqualTo(2);
                assertThat(result.getDouble(2)).isEqualTo(30.5);
            }
            statement.execute("attach '" + file + "/results.duckdb' as stored (read_only)");
            try (var result = statement.executeQuery(
                    "select tags['storage_version'] from duckdb_databases()" + " where database_name = 'stored'")) {
                assertThat(result.next()).isTrue();
                assertThat(result.getString(1)).startsWith("v1.0.0");
            }
        }
        assertThatThrownBy(() -> database.export(sweep, target)).hasMessageContaining("exists already");
    }

    @Test
    void aHundredThousandRowsAreReadInSeconds() throws Exception {
        Path sweep = sweep("large", "");
        try (BufferedWriter writer = Files.newBufferedWriter(sweep.resolve("sweep.csv"))) {
            writer.write(HEADER);
            for (int i = 0; i < 100_000; i++) {
                writer.write(i / 10 + "," + i % 7 + ",near,IN,,cost,USD," + i * 0.37 + "," + i + "," + i + "\n");
            }
        }
        long begin = System.nanoTime();
        Rows rows = query(
                sweep,
                "select \"sites.one.hosts\", count(*), quantile_cont(mean, 0.95) from sweep group by 1 order by 1");

        assertThat(rows.rows).hasSize(7);
        assertThat((System.nanoTime() - begin) * 1e-9).isLessThan(30);
    }
}
