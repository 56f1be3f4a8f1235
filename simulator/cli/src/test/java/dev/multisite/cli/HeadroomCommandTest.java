package dev.multisite.cli;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class HeadroomCommandTest {
    private static final Path FILE = Path.of("../../scenarios/what-if/india-2016.yaml");

    @Test
    void theSurvivorCarriesTheLoadOfTheLostSite() {
        Invocation done = Invocation.of("headroom", FILE, "--json");

        assertThat(done.exitCode()).isZero();
        JsonNode rows = JsonMapper.builder().build().readTree(done.out());
        double before = needs(rows, "from-india", "india", "");
        assertThat(before).isPositive();
        assertThat(needs(rows, "from-india", "singapore", "")).isZero();
        assertThat(needs(rows, "from-india", "singapore", "india")).isEqualTo(before);
    }

    private static double needs(JsonNode rows, String architecture, String site, String lost) {
        for (JsonNode row : rows) {
            String names =
                    row.get("lost").isEmpty() ? "" : row.get("lost").get(0).asString();
            if (row.get("architecture").asString().equals(architecture)
                    && row.get("site").asString().equals(site)
                    && names.equals(lost)) {
                return row.get("needs-cores").asDouble();
            }
        }
        throw new AssertionError("no row for " + site + " without " + lost);
    }

    @Test
    void tooLittleIsMarked() {
        Invocation done = Invocation.of("headroom", FILE, "--set", "populations.IN.devices=1M");
        assertThat(done.out().lines().filter(line -> line.endsWith(" !"))).isNotEmpty();
        assertThat(Invocation.of("headroom", FILE, "--lose", 9).exitCode()).isEqualTo(2);
    }
}
