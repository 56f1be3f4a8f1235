package dev.multisite.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.multisite.report.charts.Chart;
import dev.multisite.report.charts.ChartFiles;
import dev.multisite.report.charts.Gallery;
import dev.multisite.report.charts.Source;
import dev.multisite.report.results.ResultsFolder;
import dev.multisite.report.theme.Fonts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The gallery in the documentation shows every kind of chart. {@code -Dgallery.from=FOLDER} draws it again from a results
 * folder.
 */
class GalleryPageTest {

    private static final Path PAGE = Path.of("../docs/gallery.md");
    private static final Path IMAGES = Path.of("../docs/images/gallery");

    @BeforeAll
    static void drawAgainIfAsked() throws IOException {
        String folder = System.getProperty("gallery.from", "");
        if (!folder.isEmpty()) {
            Fonts.prepare();
            draw(new Source(ResultsFolder.read(Path.of(folder))));
        }
    }

    private static void draw(Source source) throws IOException {
        Files.createDirectories(IMAGES);
        for (Path old : pictures()) {
            Files.delete(old);
        }
        StringBuilder page =
                new StringBuilder("# Gallery\n\nThe charts of the flagship scenario, drawn by the command in"
                        + " [charts.md](charts.md#gallery). Do not edit.\n");
        List<Chart> charts = Gallery.of(source);
        for (Chart chart : charts) {
            Files.write(IMAGES.resolve(chart.id() + ".svg"), ChartFiles.svg(chart, source.footer()));
            page.append("\n## ")
                    .append(chart.question())
                    .append("\n\n`")
                    .append(chart.id())
                    .append("`: ");
            page.append(chart.guide()).append("\n\n![").append(chart.question());
            page.append("](images/gallery/").append(chart.id()).append(".svg)\n");
        }
        List<String> drawn = charts.stream().map(Chart::id).toList();
        String absent = Gallery.KINDS.stream()
                .filter(kind -> !drawn.contains(kind))
                .map(kind -> "`" + kind + "`")
                .collect(Collectors.joining(", "));
        if (!absent.isEmpty()) {
            page.append("\nWithout figures in this folder: ").append(absent).append(".\n");
        }
        Files.writeString(PAGE, page);
    }

    @Test
    void everyKindOfChartIsInTheGallery() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(Gallery.KINDS).allSatisfy(kind -> assertThat(page).contains("`" + kind + "`"));
    }

    @Test
    void everyPictureIsShownAndThere() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (String part : Files.readString(PAGE).split("images/gallery/")) {
            shown.add(part.substring(0, Math.max(0, part.indexOf(')'))));
        }
        Set<String> there = new TreeSet<>();
        for (Path picture : pictures()) {
            there.add(picture.getFileName().toString());
            assertThat(Files.readString(picture, StandardCharsets.UTF_8)).contains("</svg>");
        }

        assertThat(shown).containsAll(there);
        assertThat(there).hasSizeGreaterThan(10);
    }

    @Test
    void thePicturesStaySmall() throws IOException {
        long bytes = 0;
        for (Path picture : pictures()) {
            bytes += Files.size(picture);
        }

        assertThat(bytes).isLessThan(2_000_000);
    }

    @Test
    void everyChartIsOfAKnownKind(@TempDir Path folder) throws IOException {
        SyntheticResults usual = new SyntheticResults();
        usual.days = 30;
        List<Chart> charts = Gallery.of(new Source(ResultsFolder.read(usual.writeTo(folder))));

        assertThat(charts).extracting(Chart::id).isSubsetOf(Gallery.KINDS).hasSize(Gallery.KINDS.size());
    }

    private static List<Path> pictures() throws IOException {
        try (Stream<Path> files = Files.list(IMAGES)) {
            return files.sorted().toList();
        }
    }
}
