package dev.multisite.regulation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.multisite.regulation.catalogue.LawCatalogue;
import dev.multisite.regulation.verdict.CaseResult;
import dev.multisite.regulation.verdict.VerdictCase;
import dev.multisite.regulation.verdict.VerdictCases;

import static org.assertj.core.api.Assertions.assertThat;

class AcceptanceCasesTest {

    private static final Path FOLDER = Path.of("../../scenarios/verdicts");

    @ParameterizedTest
    @ValueSource(strings = {"acceptance.yaml", "jurisdictions.yaml"})
    void everyShippedCaseHasTheVerdictItExpects(String file) throws IOException {
        LawCatalogue catalogue = LawCatalogue.shipped();
        List<VerdictCase> cases = VerdictCases.read(FOLDER.resolve(file), catalogue);
        List<CaseResult> results = VerdictCases.evaluate(cases, catalogue);
        assertThat(cases)
                .hasSizeGreaterThan(50)
                .allMatch(c -> !c.expect().isEmpty() || !c.expectReach().isEmpty());
        assertThat(results.stream().flatMap(r -> r.differences().stream())).isEmpty();
    }
}
