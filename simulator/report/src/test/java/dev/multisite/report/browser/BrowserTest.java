package dev.multisite.report.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import dev.multisite.report.SamplePages;

import static org.assertj.core.api.Assertions.assertThat;

/** What only a browser can tell. Runs with {@code -Pbrowser-tests -Dall-tests}; skipped where there is no Chromium. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTest {

    private Chromium browser;
    private Path page;

    @BeforeAll
    void openTheHostilePage(@TempDir Path folder) throws Exception {
        Optional<Path> program = Chromium.program();
        Assumptions.assumeTrue(program.isPresent(), "no Chromium on this machine");
        page = SamplePages.hostile(Files.createDirectories(folder.resolve("results")));
        browser = Chromium.start(program.get(), Files.createDirectories(folder.resolve("profile")));
        browser.open(page);
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void theConsoleIsSilent() {
        assertThat(browser.count("Page.loadEventFired")).isEqualTo(1);
        assertThat(browser.events("Log.entryAdded")).isEmpty();
        assertThat(browser.events("Runtime.exceptionThrown")).isEmpty();
        assertThat(browser.events("Runtime.consoleAPICalled")).isEmpty();
        assertThat(browser.events("Page.javascriptDialogOpening")).isEmpty();
    }

    @Test
    void nothingIsAskedFromTheNetwork() {
        List<String> addresses = new ArrayList<>();
        for (JsonNode request : browser.events("Network.requestWillBeSent")) {
            addresses.add(request.path("request").path("url").asString(""));
        }
        assertThat(addresses).allMatch(address -> address.startsWith("file:") || address.startsWith("data:"));
        assertThat(addresses.stream().filter(address -> address.startsWith("file:")))
                .hasSize(1);
    }

    @Test
    void tablesSortByNumberAndBack() throws Exception {
        String column = """
                (() => { const table = document.querySelector('#latency-by-country table');
                  const head = table.querySelectorAll('thead th')[2]; head.querySelector('button').click();
                  return [head.getAttribute('aria-sort')].concat(
                    Array.from(table.tBodies[0].rows).map(row => row.cells[2].dataset.sort)); })()
                """;
        List<Double> up = numbers(browser.evaluate(column), "ascending");
        List<Double> down = numbers(browser.evaluate(column), "descending");

        assertThat(up).hasSizeGreaterThan(5).isSorted();
        assertThat(down).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    private static List<Double> numbers(JsonNode values, String order) {
        assertThat(values.get(0).asString("")).isEqualTo(order);
        List<Double> numbers = new ArrayList<>();
        for (int i = 1; i < values.size(); i++) {
            numbers.add(Double.valueOf(values.get(i).asString("")));
        }
        return numbers;
    }

    @Test
    void textStandsOutInBothColourSchemes() throws Exception {
        for (String scheme : List.of("light", "dark")) {
            browser.call(
                    "Emulation.setEmulatedMedia",
                    Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
            double ink = luminance("getComputedStyle(document.querySelector('h1')).color");
            double paper = luminance("getComputedStyle(document.body).backgroundColor");
            double label = luminance("getComputedStyle(document.querySelector('figure svg text')).fill");
            double surface = luminance("getComputedStyle(document.querySelector('section')).backgroundColor");

            assertThat(contrast(ink, paper)).as(scheme).isGreaterThan(7);
            assertThat(contrast(label, surface)).as(scheme).isGreaterThan(4.5);
            assertThat(paper < 0.2).as(scheme).isEqualTo(scheme.equals("dark"));
        }
    }

    private static double contrast(double a, double b) {
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** Relative luminance as WCAG 2 defines it. */
    private double luminance(String colour) throws Exception {
        String[] parts =
                browser.evaluate(colour).asString("").replaceAll("[^0-9,.]", "").split(",");
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double part = Double.parseDouble(parts[i]) / 255;
            sum += weights[i] * (part <= 0.03928 ? part / 12.92 : StrictMath.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    @Test
    void aPhoneNeedsNoSidewaysScrolling() throws Exception {
        browser.call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 844, "deviceScaleFactor", 2, "mobile", true));
        JsonNode width = browser.evaluate("document.documentElement.scrollWidth");
        browser.call("Emulation.clearDeviceMetricsOverride", Map.of());

        assertThat(width.asInt()).isLessThanOrEqualTo(390);
    }

    @Test
    void everyControlIsReachedByKeyboardAndHasAName() throws Exception {
        JsonNode nameless = browser.evaluate("""
                Array.from(document.querySelectorAll('a[href],button,summary,[tabindex]')).filter(element =>
                  element.tabIndex < 0 || !(element.textContent.trim() || element.getAttribute('aria-label'))).length
                """);

        assertThat(nameless.asInt()).isZero();
    }

    @Test
    void noNameBecameMarkup() throws Exception {
        assertThat(browser.evaluate("document.querySelectorAll('img,iframe,object,b').length")
                        .asInt())
                .isZero();
        assertThat(browser.evaluate("document.querySelectorAll('script').length")
                        .asInt())
                .isEqualTo(1);
    }
}
