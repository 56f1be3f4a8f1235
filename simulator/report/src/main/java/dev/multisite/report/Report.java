package dev.multisite.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import dev.multisite.report.charts.Chart;
import dev.multisite.report.charts.Source;
import dev.multisite.report.html.PageWriter;
import dev.multisite.report.results.ResultsFolder;
import dev.multisite.report.results.UnreadableResultsException;
import dev.multisite.report.theme.Fonts;

/** Draws a results folder: its charts and {@code report.html}. */
public final class Report {

    private Report() {}

    /**
     * Writes {@code charts/} and {@code report.html} into a results folder, from its own files alone. What is there is
     * replaced, file by file, in one step each.
     *
     * @param resultsFolder a complete results folder
     * @throws UnreadableResultsException if it has no {@code run.json}; the message is for the user
     * @throws IOException if a file cannot be read or written
     */
    public static void write(Path resultsFolder) throws IOException {
        Fonts.prepare();
        Source source = new Source(ResultsFolder.read(resultsFolder));
        List<Chart> charts = Charts.write(resultsFolder, source);
        byte[] page = PageWriter.html(source, charts).getBytes(StandardCharsets.UTF_8);
        AtomicFiles.write(resultsFolder.resolve("report.html"), page);
    }
}
