package dev.multisite.report;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import dev.multisite.report.results.ResultsFolder;
import dev.multisite.report.results.Run;

import static org.assertj.core.api.Assertions.assertThat;

/** The page is written so that an XML parser reads it too. */
class ReportTest {

    @TempDir
    private Path folder;

    @Test
    void thePageHasVerdictComparisonPicturesAndOrigin() throws Exception {
        SyntheticResults usual = new SyntheticResults();
        usual.days = 60;
        Document page = page(usual);

        assertThat(ids(page))
                .contains("verdict", "comparison", "map", "latency-by-country", "timeline", "assumptions", "reproduce");
        assertThat(page.getDocumentElement().getTextContent())
                .contains("Multi-site lowers the share of failed requests by 0.18 pp ± 0.06 pp.")
                .contains("cannot be told apart")
                .contains("sha256:6f1c0d9e4b")
                .contains("All checks of the run hold");
        assertThat(Files.size(folder.resolve("report.html"))).isLessThan(3_000_000);
    }

    @Test
    void thePlanIsComparedWithTheOtherAlternatives() throws Exception {
        String text = page(small()).getDocumentElement().getTextContent();

        assertThat(text)
                .contains("multi-site-india against multi-site", "−123 ± 14 ms")
                .contains("with 0 ms, multi-site lowers p95 latency for India by 756 ms", "not looked at");
    }

    @Test
    void theMapShowsWhatWasCounted() throws Exception {
        page(small());
        Run run = ResultsFolder.read(folder).run();

        assertThat(run.phases())
                .filteredOn(phase -> phase.architecture().equals("multi-site") && phase.counted())
                .singleElement()
                .satisfies(phase -> assertThat(phase.routes())
                        .contains(new Run.Route("CN", "beijing", 0.75), new Run.Route("CN", "oregon", 0.25)));
    }

    @Test
    void aFolderOfAnOlderProgramStillMakesAPage() throws Exception {
        SyntheticResults older = small();
        older.recent = false;
        String text = page(older).getDocumentElement().getTextContent();

        assertThat(text)
                .contains("Multi-site lowers the share of failed requests")
                .doesNotContain("Against the other alternatives", "one assumption were different");
        assertThat(ResultsFolder.read(folder).run().phases())
                .allSatisfy(phase -> assertThat(phase.routes()).isNotEmpty());
    }

    @Test
    void thePageNeedsNoOtherFile() throws Exception {
        Document page = page(small());

        for (Element element : elements(page)) {
            for (String attribute : List.of("src", "href", "xlink:href", "action", "data")) {
                String target = element.getAttribute(attribute);
                assertThat(target.isEmpty() || target.startsWith("#") || target.equals("data:,"))
                        .as(element.getTagName() + " " + attribute + " " + target)
                        .isTrue();
            }
        }
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("default-src 'none'")
                .doesNotContain("@import", "url(http");
    }

    @Test
    void hostileNamesStayText() throws Exception {
        Document page = page(SyntheticResults.hostile());

        Set<String> tags = new HashSet<>();
        for (Element element : elements(page)) {
            tags.add(element.getTagName());
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                assertThat(element.getAttributes().item(i).getNodeName()).doesNotStartWith("on");
            }
        }
        assertThat(tags).doesNotContain("img", "b", "iframe", "object");
        assertThat(page.getElementsByTagName("script").getLength()).isEqualTo(1);
        assertThat(page.getElementsByTagName("title").item(0).getTextContent()).contains("<script>alert(1)</script>");
        assertThat(page.getDocumentElement().getTextContent())
                .doesNotContainPattern("[\\u0000-\\u0008\\u001B\\u202A-\\u202E\\u2066-\\u2069]");
    }

    @Test
    void everyPictureHasAName() throws Exception {
        Document page = page(small());
        Set<String> ids = ids(page);

        NodeList pictures = page.getElementsByTagName("svg");
        assertThat(pictures.getLength()).isGreaterThan(6);
        for (int i = 0; i < pictures.getLength(); i++) {
            Element picture = (Element) pictures.item(i);
            assertThat(picture.getAttribute("role")).isEqualTo("img");
            assertThat(ids).contains(picture.getAttribute("aria-labelledby").split(" "));
        }
    }

    @Test
    void noIdIsUsedTwice() throws Exception {
        Document page = page(small());
        List<String> all = new ArrayList<>();
        elements(page).forEach(element -> all.add(element.getAttribute("id")));
        all.removeIf(String::isEmpty);

        assertThat(all).doesNotHaveDuplicates();
    }

    @Test
    void anEmptyRunStillMakesAPage() throws Exception {
        Files.writeString(folder.resolve("run.json"), "{\"scenario\": {\"name\": \"bare\"}}");
        Report.write(folder);

        String text = parse(folder.resolve("report.html")).getDocumentElement().getTextContent();
        assertThat(text).contains("bare", "no comparison", "lists no checks");
    }

    @Test
    void aFailedCheckIsShown() throws Exception {
        small().writeTo(folder);
        Path run = folder.resolve("run.json");
        Files.writeString(run, Files.readString(run).replace("\"holds\":true", "\"holds\":false"));
        Report.write(folder);

        assertThat(parse(folder.resolve("report.html")).getDocumentElement().getTextContent())
                .contains("Not all checks of the run hold");
    }

    @Test
    void aCrowdedPageStaysUnderFiveMegabytes() throws Exception {
        page(SyntheticResults.crowded());

        assertThat(Files.size(folder.resolve("report.html"))).isLessThan(5_000_000);
    }

    private static SyntheticResults small() {
        SyntheticResults small = new SyntheticResults();
        small.days = 30;
        small.countries = SyntheticResults.TWELVE.subList(0, 3);
        return small;
    }

    private Document page(SyntheticResults results) throws Exception {
        SamplePages.write(results, folder);
        return parse(folder.resolve("report.html"));
    }

    private static Document parse(Path file) throws Exception {
        String text =
                Files.readString(file).replaceFirst("(?i)<!doctype html>", "").strip();
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    private static Set<String> ids(Document page) {
        Set<String> ids = new HashSet<>();
        elements(page).forEach(element -> ids.add(element.getAttribute("id")));
        return ids;
    }

    private static List<Element> elements(Document page) {
        NodeList nodes = page.getElementsByTagName("*");
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
