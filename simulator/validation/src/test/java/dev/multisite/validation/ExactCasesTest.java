package dev.multisite.validation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every exact case through the real program. Each figure is judged at about 99.9 %, with fixed seeds: a right program that
 * is given new seeds fails one of about 150 figures in one of seven suites.
 */
@Tag("slow")
class ExactCasesTest {

    private static final Path CASES = Path.of("src/main/resources/dev/multisite/validation/cases");
    private static final Path PAGE = Path.of("../docs/validation.md");

    @TempDir
    private Path folder;

    private final Map<ExactCase, List<Measured>> results = new LinkedHashMap<>();

    @TestFactory
    Stream<DynamicTest> everyExactCaseIsMet() {
        CaseRunner runner = new CaseRunner(folder);
        Stream<DynamicTest> cases = ExactCases.of(CASES).stream()
                .map(exactCase -> DynamicTest.dynamicTest(exactCase.id() + " " + exactCase.title(), () -> {
                    List<Measured> measured = runner.run(exactCase);
                    results.put(exactCase, measured);
                    assertThat(measured)
                            .allSatisfy(figure ->
                                    assertThat(figure.passes()).as("%s", figure).isTrue());
                }));
        return Stream.concat(
                cases, Stream.of(DynamicTest.dynamicTest("the page shows these results", this::checkPage)));
    }

    /** Writes the page instead, and fails, when run with {@code -Dvalidation.update=true}: the difference wants a look. */
    private void checkPage() throws IOException {
        String page = ValidationPage.render(results, NotExpressedCases.ALL);
        if (Boolean.getBoolean("validation.update")) {
            Files.writeString(PAGE, page, StandardCharsets.UTF_8);
        }
        assertThat(Boolean.getBoolean("validation.update"))
                .as("the page was rewritten: look at the difference")
                .isFalse();
        assertThat(PAGE).content(StandardCharsets.UTF_8).isEqualTo(page);
    }
}
