package dev.multisite.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import dev.multisite.report.charts.Chart;
import dev.multisite.report.charts.ChartFiles;
import dev.multisite.report.charts.ChartPainter;
import dev.multisite.report.charts.Gallery;
import dev.multisite.report.charts.Source;
import dev.multisite.report.results.ResultsFolder;
import dev.multisite.report.results.UnreadableResultsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChartsTest {

    private static final Set<String> SVG_ELEMENTS = Set.of(
            "svg",
            "defs",
            "clipPath",
            "g",
            "path",
            "rect",
            "text",
            "line",
            "ellipse",
            "circle",
            "title",
            "polygon",
            "polyline",
            "use");

    @TempDir
    private Path folder;

    @Test
    void everyQuestionOfAPlannerHasAChart() throws Exception {
        drawSvg(new SyntheticResults());

        assertThat(names(".svg"))
                .contains(
                        "latency-by-country.svg",
                        "latency-distribution.svg",
                        "failures-by-cause.svg",
                        "over-time.svg",
                        "cost-against-latency.svg",
                        "difference-to-baseline.svg",
                        "growth.svg",
                        "utilisation.svg",
                        "cost-by-site.svg");
        assertThat(text("latency-distribution.svg")).contains("How long do people in India wait?");
    }

    @Test
    void picturesAreSharpAndNotBlank() throws Exception {
        Charts.write(small().writeTo(folder));

        for (String name : names(".png")) {
            BufferedImage image =
                    ImageIO.read(folder.resolve("charts").resolve(name).toFile());
            assertThat(folder.resolve("charts").resolve(name.replace(".png", ".svg")))
                    .exists();
            assertThat(image.getWidth()).as(name).isEqualTo(1800);
            assertThat(colours(image)).as(name).hasSizeGreaterThan(20);
        }
    }

    @Test
    void namesWithMarkupStayText() throws Exception {
        drawSvg(SyntheticResults.hostile());

        for (String name : names(".svg")) {
            Document document = parse(name);
            NodeList elements = document.getElementsByTagName("*");
            for (int i = 0; i < elements.getLength(); i++) {
                Element element = (Element) elements.item(i);
                assertThat(SVG_ELEMENTS).as(name).contains(element.getTagName());
                assertThat(element.hasAttribute("onload") || element.hasAttribute("onerror"))
                        .isFalse();
            }
        }
        assertThat(text("latency-by-country.svg")).contains("<b>IN</b>");
    }

    @Test
    void noPictureHasControlOrDirectionCharacters() throws Exception {
        drawSvg(SyntheticResults.hostile());

        for (String name : names(".svg")) {
            assertThat(text(name))
                    .as(name)
                    .doesNotContainPattern("[\\u0000-\\u0008\\u001B\\u202A-\\u202E\\u2066-\\u2069]");
        }
    }

    @Test
    void sixtyCountriesAndTenArchitecturesStayReadable() throws Exception {
        drawSvg(SyntheticResults.crowded());

        String picture = text("latency-by-country.svg");
        assertThat(picture).contains("All countries", "twenty-sites");
        for (String name : names(".svg")) {
            assertThat(Files.size(folder.resolve("charts").resolve(name)))
                    .as(name)
                    .isLessThan(1_000_000);
        }
    }

    @Test
    void oneReplicationHasNoIntervals() throws Exception {
        SyntheticResults once = small();
        once.replications = 1;
        drawSvg(once);

        assertThat(text("difference-to-baseline.svg"))
                .contains("one replication")
                .doesNotContain("% sure");
    }

    @Test
    void aRunWithoutFailuresSaysSo() throws Exception {
        SyntheticResults calm = small();
        calm.failures = false;
        drawSvg(calm);

        assertThat(text("failures-by-cause.svg")).contains("No request failed");
        assertThat(names(".svg")).doesNotContain("failures-by-country.svg");
    }

    @Test
    void aMissingFileOrMetricCostsOnlyItsOwnCharts() throws Exception {
        small().writeTo(folder);
        Files.delete(folder.resolve("timeline.csv"));
        Files.delete(folder.resolve("latency.csv"));
        Path metrics = folder.resolve("metrics.csv");
        Files.write(
                metrics,
                Files.readAllLines(metrics).stream()
                        .filter(line -> !line.contains(",cost,"))
                        .toList());
        Charts.write(folder);

        assertThat(names(".svg"))
                .contains("latency-by-country.svg", "failures-by-cause.svg")
                .doesNotContain(
                        "over-time.svg", "latency-distribution.svg", "cost-by-site.svg", "cost-against-latency.svg");
    }

    @Test
    void aFolderWithoutARunIsRefused() {
        assertThatThrownBy(() -> Charts.write(folder))
                .isInstanceOf(UnreadableResultsException.class)
                .hasMessageContaining("run.json");
    }

    @Test
    void drawingTwiceGivesTheSameBytes() throws Exception {
        SyntheticResults tiny = small();
        tiny.countries = SyntheticResults.TWELVE.subList(0, 1);
        tiny.exposure = false;
        Charts.write(tiny.writeTo(folder));
        List<byte[]> first = contents();
        Charts.write(folder);

        assertThat(contents()).usingRecursiveComparison().isEqualTo(first);
    }

    private static SyntheticResults small() {
        SyntheticResults small = new SyntheticResults();
        small.days = 40;
        small.countries = SyntheticResults.TWELVE.subList(0, 3);
        return small;
    }

    /** Without the pixel pictures, which take most of the time. */
    private void drawSvg(SyntheticResults results) throws IOException {
        Source source = new Source(ResultsFolder.read(results.writeTo(folder)));
        Files.createDirectories(folder.resolve("charts"));
        for (Chart chart : Gallery.of(source)) {
            assertThat(new ChartPainter(chart, "", true).height())
                    .as(chart.id())
                    .isLessThan(2000);
            Files.write(folder.resolve("charts").resolve(chart.id() + ".svg"), ChartFiles.svg(chart, source.footer()));
        }
    }

    private List<byte[]> contents() throws IOException {
        List<byte[]> contents = new ArrayList<>();
        for (String name : names("")) {
            contents.add(Files.readAllBytes(folder.resolve("charts").resolve(name)));
        }
        return contents;
    }

    private List<String> names(String end) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("charts"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(end))
                    .sorted()
                    .toList();
        }
    }

    private Document parse(String name) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("charts").resolve(name).toFile());
    }

    private String text(String name) throws Exception {
        return parse(name).getDocumentElement().getTextContent();
    }

    private static Set<Integer> colours(BufferedImage image) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 2) {
            for (int x = 0; x < image.getWidth(); x += 2) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours;
    }
}
