package dev.multisite.cli;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code explain} says about records: who may serve them, what that costs, what a fire would take along. */
class ExplainRecordsTest {

    private static final Path LAWFUL = Path.of("..", "..", "scenarios", "lawful-routing.yaml");
    private static final Path FIRE = Path.of("..", "..", "scenarios", "site-destroyed.yaml");

    @Test
    void jsonAnswersForEverySitePopulationAndServiceOnADay() {
        Invocation before = Invocation.of("explain", LAWFUL, "--from", "*", "--json", "--on", "2015-08-31");
        Invocation after = Invocation.of("explain", LAWFUL, "--from", "*", "--json", "--on", "2015-09-01");
        assertThat(permitted(before, "RU", "frankfurt")).isEqualTo("yes");
        assertThat(permitted(after, "RU", "frankfurt")).isEqualTo("no");
        assertThat(permitted(after, "RU", "moscow")).isEqualTo("yes");
        assertThat(permitted(after, "DE", "frankfurt")).isEqualTo("yes");
        assertThat(after.out()).contains("RU-LOCAL", "BREACH", "first be recorded");
        assertThat(after.exitCode()).isZero();
    }

    private static String permitted(Invocation done, String population, String site) {
        JsonNode rows = JsonMapper.builder().build().readTree(done.out());
        for (JsonNode row : rows) {
            if (row.get("architecture").asString().equals("in-time")
                    && row.get("population").asString().equals(population)
                    && row.get("site").asString().equals(site)) {
                return row.get("permitted").asString();
            }
        }
        return "";
    }

    @Test
    void recordsElsewhereCostARoundTripAndAFireTheRecordsWithoutACopy() {
        Invocation done = Invocation.of("explain", FIRE, "--from", "FR", "--on", "2021-02-01T12:00Z");
        assertThat(done.err()).isEmpty();
        assertThat(done.out())
                .contains("strasbourg: nothing, they are here (orders)")
                .contains("ms to strasbourg and back for 50 % of the requests (orders)")
                .contains("strasbourg: 3,150,000, the oldest written 756h before")
                .contains("strasbourg: 50,000, the oldest written 12h before")
                .contains("strasbourg: none");
    }
}
