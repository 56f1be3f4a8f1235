package dev.multisite.regulation.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

class CatalogueOverviewTest {

    private static final Path PAGE = Path.of("../docs/law-catalogue.md");

    @Test
    void theCommittedPageIsCurrent() throws IOException {
        String current = CatalogueOverview.markdown(LawCatalogue.shipped());
        if (Boolean.getBoolean("regenerate.reference")) {
            Files.writeString(PAGE, current);
            fail("the page was written anew; review the difference and run the tests without regenerate.reference");
        }
        assertThat(Files.readString(PAGE))
                .as("simulator/docs/law-catalogue.md; -Dregenerate.reference=true writes it anew")
                .isEqualTo(current);
    }
}
