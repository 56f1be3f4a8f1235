package dev.multisite.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import dev.multisite.report.charts.Chart;
import dev.multisite.report.charts.ChartFiles;
import dev.multisite.report.charts.Tornado;
import dev.multisite.report.results.SensitivityRow;
import dev.multisite.report.theme.Fonts;

/** Draws the chart of a sweep folder. */
public final class SweepCharts {

    private SweepCharts() {}

    /**
     * Writes {@code charts/sensitivity.svg} and {@code .png} from {@code sensitivity.csv}; nothing if no figure moves.
     *
     * @param title what was swept, for the line at the foot
     */
    public static void write(Path sweepFolder, String title) throws IOException {
        Fonts.prepare();
        Optional<Chart> chart = Tornado.of(SensitivityRow.read(sweepFolder));
        if (chart.isPresent()) {
            Path folder = Files.createDirectories(sweepFolder.resolve("charts"));
            String footer = title + " · 95 % intervals · multisite";
            AtomicFiles.write(folder.resolve("sensitivity.svg"), ChartFiles.svg(chart.get(), footer));
            AtomicFiles.write(folder.resolve("sensitivity.png"), ChartFiles.png(chart.get(), footer));
        }
    }
}
