package dev.multisite.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.multisite.report.charts.Gallery;
import dev.multisite.report.charts.Source;
import dev.multisite.report.html.PageWriter;
import dev.multisite.report.results.ResultsFolder;

/** Pages of made-up folders. */
public final class SamplePages {

    private SamplePages() {}

    /** Writes the page whose names try to break out. */
    public static Path hostile(Path folder) throws IOException {
        return write(SyntheticResults.hostile(), folder);
    }

    static Path write(SyntheticResults results, Path folder) throws IOException {
        Source source = new Source(ResultsFolder.read(results.writeTo(folder)));
        return Files.writeString(folder.resolve("report.html"), PageWriter.html(source, Gallery.of(source)));
    }
}
