package dev.multisite.results;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Answers SQL over the CSV files of results and sweep folders. An optional part of the program: found by {@link
 * ServiceLoader} where its library is there.
 *
 * <p>Each file becomes a table of its name, {@code -} written as {@code _}: {@code metrics}, {@code comparison}, {@code
 * sweep}, {@code sweep_comparison} and so on. Asked about a folder that holds such folders, the tables hold the rows of all,
 * with the folder's name in the column {@code run}.
 */
public interface ResultsDatabase {

    /** Returns the database, or nothing if its library is not there. */
    static Optional<ResultsDatabase> find() {
        return ServiceLoader.load(ResultsDatabase.class).findFirst();
    }

    /**
     * Runs statements; the rows of the last one go to {@code sink}. They see the tables and nothing else: neither files nor
     * the network.
     *
     * @throws ResultsException if the folder has no results or the SQL is wrong; the message is for the user
     */
    void query(Path folder, String sql, Sink sink) throws ResultsException;

    /**
     * Writes every table as {@code <table>.parquet}, and all of them as {@code results.duckdb}.
     *
     * @return the files written
     * @throws ResultsException if the folder has no results, or {@code target} has such files or cannot be written
     */
    List<Path> export(Path folder, Path target) throws ResultsException;

    /** Receives the rows of a query. */
    interface Sink {
        /** Receives the columns, before the first row. */
        void columns(List<Column> columns);

        /** Receives a row; a value that is absent (NULL) is an empty text. */
        void row(List<String> values);
    }

    /** @param number whether its values are numbers */
    record Column(String name, boolean number) {}
}
