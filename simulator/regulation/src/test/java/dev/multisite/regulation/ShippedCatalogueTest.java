package dev.multisite.regulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.multisite.regulation.catalogue.LawCatalogue;
import dev.multisite.regulation.law.Law;
import dev.multisite.regulation.law.Penalty;
import dev.multisite.regulation.law.Rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ShippedCatalogueTest {

    private static final LawCatalogue CATALOGUE = LawCatalogue.shipped();
    private static final Path ROOT = Path.of("src/main/resources/dev/multisite/regulation/catalogue");

    @Test
    void theIndexNamesEveryFile() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            List<String> found = files.filter(file -> file.toString().endsWith(".yaml"))
                    .map(file -> ROOT.relativize(file).toString())
                    .sorted()
                    .toList();
            List<String> index = Files.readAllLines(ROOT.resolve("index.txt"));
            assertThat(index).containsExactlyInAnyOrderElementsOf(found);
        }
    }

    @Test
    void everyLawHasASourceAndEveryJurisdictionOfTheStoryIsThere() {
        assertThat(CATALOGUE.laws()).allMatch(law -> !law.sources().isEmpty());
        for (String country : List.of(
                "CN", "IN", "SG", "DE", "US", "RU", "ID", "MX", "TH", "TR", "BR", "HK", "TW", "MY", "PH", "GB", "JP",
                "KR", "VN", "SA", "AE", "NG", "ZA", "AU", "CA", "CH", "IL", "AR", "KE", "KZ")) {
            assertThat(CATALOGUE.laws().stream().filter(law -> !law.isAccessLaw()))
                    .as(country)
                    .anyMatch(law -> law.everCovers(country));
        }
    }

    @Test
    void noFactPassesForReviewed() {
        assertThat(CATALOGUE.laws()).noneMatch(law -> law.review().done());
    }

    @Test
    void theCapOfTheGdprIsTheGreaterOfAmountAndShare() {
        Penalty penalty = penalty("EU-GDPR", "transfer", LocalDate.of(2024, 7, 1));
        assertThat(penalty.maximum(34.5e9, 0, false, false)).isEqualTo(1.38e9, within(1.0));
        assertThat(penalty.maximum(100e6, 0, false, false)).isEqualTo(20e6, within(1.0));
        assertThat(290e6 / penalty.maximum(34.5e9, 0, false, false)).isEqualTo(0.210, within(0.0005));
    }

    @Test
    void theCapOfSingaporeGrowsWithLocalTurnoverFromOctober2022() {
        Penalty now = penalty("SG-PDPA", "comparable-protection", LocalDate.of(2022, 10, 1));
        Penalty before = penalty("SG-PDPA", "comparable-protection", LocalDate.of(2014, 7, 2));
        assertThat(now.maximum(0, 8e6, false, false)).isEqualTo(1e6, within(1e-6));
        assertThat(now.maximum(0, 40e6, false, false)).isEqualTo(4e6, within(1e-6));
        assertThat(before.maximum(0, 40e6, false, false)).isEqualTo(1e6, within(1e-6));
    }

    @Test
    void theCapOfMexicoDoublesForSensitiveData() {
        Penalty penalty = penalty("MX-LFPDPPP", "transfer", LocalDate.of(2025, 6, 1));
        assertThat(penalty.maximum(0, 0, false, false)).isEqualTo(36_204_800, within(1e-6));
        assertThat(penalty.maximum(0, 0, false, true)).isEqualTo(72_409_600, within(1e-6));
    }

    private static Penalty penalty(String lawId, String ruleId, LocalDate date) {
        Law law = CATALOGUE.law(lawId);
        return law.versions().stream()
                .filter(version -> version.inForceOn(date))
                .flatMap(version -> version.rules().stream())
                .map(Rule::head)
                .filter(head -> head.id().equals(ruleId))
                .flatMap(head -> head.penalties().stream())
                .filter(penalty -> penalty.holdsOn(date))
                .findFirst()
                .orElseThrow();
    }
}
