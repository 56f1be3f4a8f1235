package dev.multisite.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LookupTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void latencyPrintsOneJsonDocumentWhosePartsAddUp() {
        Invocation done = Invocation.of("latency", "Delhi", "beijing", "singapore", "--json");
        assertThat(done.exitCode()).isZero();
        assertThat(done.err()).isEmpty();
        JsonNode array = JsonMapper.builder().build().readTree(done.out());
        assertThat(array.size()).isEqualTo(2);
        for (JsonNode path : array) {
            double sum = 0;
            for (JsonNode part : path.path("parts")) {
                sum += part.path("ms").asDouble();
            }
            assertThat(sum).isCloseTo(path.path("rtt-median-ms").asDouble(), within(0.01));
            assertThat(path.path("rtt-p95-ms").asDouble())
                    .isGreaterThan(path.path("rtt-median-ms").asDouble());
        }
        assertThat(array.path(1).path("to").asString()).isEqualTo("singapore");
    }

    @Test
    void theCatalogueCanBeSearched() {
        Invocation done = Invocation.of("catalogue", "regions", "mumbai");
        assertThat(done.exitCode()).isZero();
        assertThat(done.out()).contains("aws/ap-south-1");
        assertThat(Invocation.of("catalogue", "countries", "--json").out()).contains("\"IN\"");
        assertThat(Invocation.of("catalogue", "profiles").exitCode()).isZero();
        assertThat(Invocation.of("catalogue", "cities", "atlantis").exitCode()).isEqualTo(2);
    }

    @Test
    void initWritesAScenarioThatIsValid() {
        Path file = folder.resolve("mine.yaml");
        assertThat(Invocation.of("init", file).exitCode()).isZero();
        assertThat(Invocation.of("validate", file).exitCode()).isZero();
    }

    @Test
    void effectiveShowsEveryDefaultAndIsValidItself() throws IOException {
        Path file = folder.resolve("mine.yaml");
        Invocation.of("init", file);
        Invocation effective = Invocation.of("validate", "--effective", file);
        assertThat(effective.out()).contains("retransmission-timeout");
        Path again = Files.writeString(folder.resolve("effective.yaml"), effective.out());
        assertThat(Invocation.of("validate", again).err()).isEmpty();
    }

    @Test
    void explainShowsParts() {
        Path file = folder.resolve("mine.yaml");
        Invocation.of("init", file);
        Invocation done = Invocation.of("explain", file, "--from", "IN", "--to", "frankfurt");
        assertThat(done.err()).isEmpty();
        assertThat(done.out())
                .contains("network: round trip", "service app", "outages of frankfurt", "cores busy", "M/M/16");
    }

    @Test
    void theSchemaIsJson() {
        assertThat(JsonMapper.builder()
                        .build()
                        .readTree(Invocation.of("schema").out())
                        .isObject())
                .isTrue();
    }

    @Test
    void helpOfEveryCommandNamesItsOptions() {
        assertThat(Invocation.of("--help").out()).contains("run", "compare", "99");
        assertThat(Invocation.of("run", "--help").out()).contains("--fail-on-objectives", "--set");
        assertThat(Invocation.of("--version").out()).startsWith("multisite ");
    }
}
