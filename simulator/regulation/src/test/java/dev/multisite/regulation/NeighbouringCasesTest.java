package dev.multisite.regulation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.multisite.regulation.catalogue.LawCatalogue;
import dev.multisite.regulation.verdict.CaseResult;
import dev.multisite.regulation.verdict.VerdictCases;

import static org.assertj.core.api.Assertions.assertThat;

/** Cases beside the shipped ones: the day before and after, other forms, roles, ties and numbers. */
class NeighbouringCasesTest {

    @Test
    void everyNeighbouringCaseHasTheVerdictItExpects() throws IOException {
        LawCatalogue catalogue = LawCatalogue.shipped();
        List<CaseResult> results = VerdictCases.evaluate(
                VerdictCases.read(Path.of("src/test/resources/neighbouring-cases.yaml"), catalogue), catalogue);
        assertThat(results).hasSizeGreaterThan(40);
        assertThat(results.stream().flatMap(result -> result.differences().stream()))
                .isEmpty();
    }
}
