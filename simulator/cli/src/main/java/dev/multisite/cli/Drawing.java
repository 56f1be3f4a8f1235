package dev.multisite.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

import dev.multisite.report.Report;
import dev.multisite.results.ResultsWriter;

/** Draws charts and report into a results folder; figures are kept even where a picture cannot be drawn. */
final class Drawing implements ResultsWriter.Finish {
    private final PrintWriter err;
    private final boolean verbose;

    Drawing(PrintWriter err, boolean verbose) {
        this.err = err;
        this.verbose = verbose;
    }

    @Override
    public void finish(Path folder) throws IOException {
        try {
            Report.write(folder);
        } catch (RuntimeException | LinkageError e) {
            err.println("multisite: charts and report could not be drawn: " + e);
            if (verbose) {
                e.printStackTrace(err);
            }
        }
    }
}
