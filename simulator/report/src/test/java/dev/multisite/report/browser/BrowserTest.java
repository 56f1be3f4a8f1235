package dev.multisite.report.browser;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
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

    @Test
    void theTableOfAlternativesSortsToo() throws Exception {
        String order = browser.evaluate("""
                        (() => { const table = Array.from(document.querySelectorAll('#comparison table'))[1];
                          const head = table.querySelectorAll('thead th')[3]; head.querySelector('button').click();
                          return Array.from(table.tBodies[0].rows).map(row => Number(row.cells[3].dataset.sort)).join(' '); })()
                        """).asString("");

        assertThat(List.of(order.split(" ")).stream().map(Double::valueOf).toList())
                .hasSizeGreaterThan(2)
                .isSorted();
    }

    private static List<Double> numbers(JsonNode values, String order) {
        assertThat(values.get(0).asString("")).isEqualTo(order);
        List<Double> numbers = new ArrayList<>();
        for (int i = 1; i < values.size(); i++) {
            numbers.add(Double.valueOf(values.get(i).asString("")));
        }
        return numbers;
    }

    /**
     * The smallest contrast, as WCAG 2 defines it, of all text with what is behind it, and that text. Cells of heat maps
     * keep their colours in both schemes and are left out.
     */
    private static final String LEAST_CONTRAST = """
            (() => {
              const rgb = colour => colour.match(/[\\d.]+/g).map(Number);
              const luminance = colour => rgb(colour).slice(0, 3).map(part => part / 255)
                .map(part => part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4))
                .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
              const ground = element => { for (let at = element; at; at = at.parentElement) {
                const colour = getComputedStyle(at).backgroundColor;
                if ((rgb(colour)[3] ?? 1) === 1) return colour; } return 'rgb(255, 255, 255)'; };
              document.querySelectorAll('details').forEach(details => details.open = true);
              let least = [99, ''];
              document.querySelectorAll('body *').forEach(element => {
                const own = Array.from(element.childNodes).some(node => node.nodeType === 3 && node.data.trim());
                if (!own || element.closest('script,style')) return;
                const style = getComputedStyle(element);
                const colour = element.ownerSVGElement ? style.fill : style.color;
                if (['rgb(254, 254, 254)', 'rgb(32, 32, 32)'].includes(colour)) return;
                const a = luminance(colour), b = luminance(ground(element.closest('svg')?.parentElement ?? element));
                const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
                if (contrast < least[0]) least = [contrast, element.textContent.slice(0, 60) + ' ' + colour];
              });
              document.querySelectorAll('details').forEach(details => details.open = false);
              return least; })()
            """;

    @Test
    void allTextStandsOutInBothColourSchemes() throws Exception {
        for (String scheme : List.of("light", "dark")) {
            emulate("", "prefers-color-scheme", scheme);
            JsonNode least = browser.evaluate(LEAST_CONTRAST);
            JsonNode paper = browser.evaluate("getComputedStyle(document.body).backgroundColor");

            assertThat(least.get(0).asDouble())
                    .as(scheme + ": " + least.get(1).asString(""))
                    .isGreaterThanOrEqualTo(4.5);
            assertThat(paper.asString("")).isEqualTo(scheme.equals("dark") ? "rgb(13, 18, 24)" : "rgb(243, 245, 248)");
        }
        emulate("", "prefers-color-scheme", "light");
    }

    private void emulate(String media, String feature, String value) throws Exception {
        browser.call(
                "Emulation.setEmulatedMedia",
                Map.of("media", media, "features", List.of(Map.of("name", feature, "value", value))));
    }

    @Test
    void printedPagesAreWhiteAndCutNothingOff() throws Exception {
        emulate("print", "prefers-color-scheme", "dark");
        browser.call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 720, "height", 1000, "deviceScaleFactor", 1, "mobile", false));
        JsonNode seen = browser.evaluate("""
                [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('nav')).display,
                 Math.max(...Array.from(document.querySelectorAll('figure svg'), svg => svg.getBoundingClientRect().right))]
                """);
        browser.call("Emulation.clearDeviceMetricsOverride", Map.of());
        emulate("", "prefers-color-scheme", "light");
        String pdf = browser.call("Page.printToPDF", Map.of()).path("data").asString("");

        assertThat(seen.get(0).asString("")).isEqualTo("rgb(255, 255, 255)");
        assertThat(seen.get(1).asString("")).isEqualTo("none");
        assertThat(seen.get(2).asDouble()).isLessThanOrEqualTo(720);
        assertThat(new String(Base64.getDecoder().decode(pdf.substring(0, 8)), StandardCharsets.US_ASCII))
                .startsWith("%PDF");
    }

    @Test
    void theKeyboardSkipsToTheVerdictSortsAndUnfolds() throws Exception {
        browser.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)");
        press("Tab", 9, "");
        String first =
                browser.evaluate("document.activeElement.getAttribute('href')").asString("");
        browser.evaluate("document.querySelector('#comparison th button').focus()");
        press("Enter", 13, "\r");
        String order = browser.evaluate("document.querySelector('#comparison th').getAttribute('aria-sort')")
                .asString("");
        browser.evaluate("document.querySelector('#latency-by-country summary').focus()");
        press("Enter", 13, "\r");
        boolean open = browser.evaluate("document.querySelector('#latency-by-country details').open")
                .asBoolean();

        assertThat(first).isEqualTo("#verdict");
        assertThat(order).isEqualTo("ascending");
        assertThat(open).isTrue();
    }

    private void press(String key, int code, String text) throws Exception {
        Map<String, Object> event = Map.of("key", key, "code", key, "windowsVirtualKeyCode", code, "text", text);
        for (String type : List.of("keyDown", "keyUp")) {
            Map<String, Object> typed = new LinkedHashMap<>(event);
            typed.put("type", type);
            browser.call("Input.dispatchKeyEvent", typed);
        }
    }

    @Test
    void everyTableHasACaptionAndEveryRegionAName() throws Exception {
        JsonNode bare = browser.evaluate("""
                Array.from(document.querySelectorAll('table')).filter(table => !table.caption?.textContent.trim()).length
                + Array.from(document.querySelectorAll('[role=region],section,article,nav')).filter(region =>
                    !(region.getAttribute('aria-label') || document.getElementById(region.getAttribute('aria-labelledby')))).length
                + document.querySelectorAll('svg:not([role=img])').length
                """);

        assertThat(bare.asInt()).isZero();
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
