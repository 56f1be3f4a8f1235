package dev.multisite.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.multisite.report.charts.Chart;
import dev.multisite.report.charts.ChartFiles;
import dev.multisite.report.charts.Gallery;
import dev.multisite.report.charts.Placements;
import dev.multisite.report.charts.Source;
import dev.multisite.report.results.PlacementRow;
import dev.multisite.report.results.ResultsFolder;
import dev.multisite.report.results.UnreadableResultsException;
import dev.multisite.report.theme.Fonts;

/** Draws the charts of a results folder into its {@code charts} folder. */
public final class Charts {

    private Charts() {}

    /**
     * Writes {@code charts/*.svg} and {@code charts/*.png}, replacing those of the same name and deleting charts that the
     * folder no longer has figures for.
     *
     * @param resultsFolder a complete results folder
     * @throws UnreadableResultsException if it has no {@code run.json}
     * @throws IOException if a file cannot be read or written
     */
    public static void write(Path resultsFolder) throws IOException {
        Fonts.prepare();
        write(resultsFolder, new Source(ResultsFolder.read(resultsFolder)));
    }

    static List<Chart> write(Path resultsFolder, Source source) throws IOException {
        Path folder = Files.createDirectories(resultsFolder.resolve("charts"));
        List<Chart> charts = new ArrayList<>(Gallery.of(source));
        Placements.of(PlacementRow.read(resultsFolder)).ifPresent(charts::add);
        for (Chart chart : charts) {
            AtomicFiles.write(folder.resolve(chart.id() + ".svg"), ChartFiles.svg(chart, source.footer()));
            AtomicFiles.write(folder.resolve(chart.id() + ".png"), ChartFiles.png(chart, source.footer()));
        }
        deleteOthers(folder, charts.stream().map(Chart::id).toList());
        return charts;
    }

    /** A picture of an earlier drawing that this one no longer makes would tell of other figures. */
    private static void deleteOthers(Path folder, List<String> drawn) throws IOException {
        for (String kind : Gallery.KINDS) {
            if (!drawn.contains(kind)) {
                Files.deleteIfExists(folder.resolve(kind + ".svg"));
                Files.deleteIfExists(folder.resolve(kind + ".png"));
            }
        }
    }
}
