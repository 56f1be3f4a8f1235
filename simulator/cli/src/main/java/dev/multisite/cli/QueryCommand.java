package dev.multisite.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.multisite.results.ResultsDatabase;
import dev.multisite.results.ResultsException;

/** Asks results in SQL. */
@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        description = {
            "Runs SQL over the CSV files of a results or sweep folder, or of a folder of such folders: each file is a",
            "table (metrics, comparison, timeline, sweep, sweep_comparison ...)."
        })
final class QueryCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "Results folder, sweep folder, or a folder of several.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path folder;

    @Parameters(index = "1", paramLabel = "SQL", arity = "0..1", description = "For example: select * from metrics.")
    private @Nullable String sql;

    @Option(
            names = "--export",
            paramLabel = "TARGET",
            description = "Write every table as Parquet, and all as results.duckdb, into this folder.")
    private @Nullable Path target;

    @Option(names = "--json", description = "Print one JSON document: an array with an object per row.")
    private boolean json;

    @Option(names = "--csv", description = "Print CSV.")
    private boolean csv;

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it; so does Failures, by its option
    private Verbose verbose = new Verbose();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        if ((sql == null) == (target == null)) {
            throw new CommandException(ExitCode.USAGE, "expected either SQL or --export TARGET");
        }
        ResultsDatabase database = ResultsDatabase.find()
                .orElseThrow(() -> new CommandException(
                        ExitCode.UNAVAILABLE,
                        "query needs the optional part 'store', which is not beside the program; build it with:"
                                + " ./mvnw -pl simulator/store -am -DskipTests package"));
        PrintWriter out = spec.commandLine().getOut();
        try {
            if (target != null) {
                List<Path> written = database.export(folder, target);
                written.forEach(out::println);
            } else if (sql != null) {
                QuerySink sink = json ? QuerySink.json(out) : csv ? QuerySink.csv(out) : QuerySink.table(out);
                database.query(folder, sql, sink);
                sink.end();
            }
        } catch (ResultsException e) {
            throw new CommandException(exitCode(e.kind()), String.valueOf(e.getMessage()));
        }
        return ExitCode.DONE;
    }

    private static int exitCode(ResultsException.Kind kind) {
        return switch (kind) {
            case CANNOT_READ -> ExitCode.NO_INPUT;
            case CANNOT_WRITE -> ExitCode.CANNOT_WRITE;
            case WRONG_QUERY -> ExitCode.USAGE;
        };
    }
}
