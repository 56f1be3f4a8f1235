package dev.multisite.validation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.multisite.validation.ExactCase.Expectation;
import dev.multisite.validation.ExactCase.FigureKey;

import static org.assertj.core.api.Assertions.assertThat;

/** What can be told about the suite without running it. */
class ValidationPageTest {

    @Test
    void everyCaseHasAResultOfItsPresentScenario() throws IOException {
        List<ExactCase> cases = ExactCases.of(Suite.CASES);
        assertThat(cases).extracting(ExactCase::id).doesNotHaveDuplicates();
        assertThat(StoredResults.read(Suite.RESULTS, cases).keySet())
                .as("run ExactCasesTest with -Dvalidation.update=true for the cases that are missing")
                .containsExactlyElementsOf(cases);
    }

    @Test
    void everyStoredFigurePasses() throws IOException {
        Map<ExactCase, List<Measured>> results = StoredResults.read(Suite.RESULTS, ExactCases.of(Suite.CASES));
        int figures = ValidationPage.figures(results);
        assertThat(results)
                .allSatisfy((exactCase, measured) -> assertThat(measured)
                        .allSatisfy(figure -> assertThat(figure.passes(figures))
                                .as("%s %s", exactCase.id(), figure)
                                .isTrue()));
    }

    @Test
    void thePageShowsTheStoredResults() throws IOException {
        String page = ValidationPage.render(
                StoredResults.read(Suite.RESULTS, ExactCases.of(Suite.CASES)), NotExpressedCases.ALL);
        if (Boolean.getBoolean("validation.update")) {
            Files.writeString(Suite.PAGE, page, StandardCharsets.UTF_8);
        }
        assertThat(Suite.PAGE)
                .content(StandardCharsets.UTF_8)
                .as("stale: run this test with -Dvalidation.update=true")
                .isEqualTo(page);
    }

    @Test
    void aWideOrDistantIntervalFails() {
        assertThat(measured(100, 99, 101).passes(200)).isTrue();
        assertThat(measured(100, 50, 150).passes(200)).as("wide").isFalse();
        assertThat(measured(106, 105, 107).passes(200)).as("distant").isFalse();
        assertThat(measured(102, 101, 103).usual()).as("in no 99.9 % interval").isFalse();
        assertThat(measured(102, 101, 103).passes(200)).as("but chance may").isTrue();
    }

    private static Measured measured(double estimate, double low, double high) {
        FigureKey figure = new FigureKey("", "", "", "", "latency-mean");
        return new Measured(new Expectation(figure, 100, "ms", 0.03, false), estimate, low, high, 20);
    }
}
