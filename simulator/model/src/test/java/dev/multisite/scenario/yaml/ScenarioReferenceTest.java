package dev.multisite.scenario.yaml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.multisite.catalogue.Catalogue;
import dev.multisite.scenario.Period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

class ScenarioReferenceTest {

    private static final Path PAGE = Path.of("../docs/scenario-format.md");

    @Test
    void theCommittedPageIsCurrent() throws IOException {
        String current = ScenarioReference.markdown();
        if (Boolean.getBoolean("regenerate.reference")) {
            Files.writeString(PAGE, current);
            fail("the page was written anew; review the difference and run the tests without regenerate.reference");
        }
        assertThat(Files.readString(PAGE))
                .as("simulator/docs/scenario-format.md; -Dregenerate.reference=true writes it anew")
                .isEqualTo(current);
    }

    @Test
    void everyExampleOfAKeyIsReadAsThatKeySays() {
        List<String> wrong = new ArrayList<>();
        keys(ScenarioShape.SCENARIO, new HashSet<>()).forEach(key -> {
            if (key.absence() != Key.Absence.NOT_SUPPORTED) {
                Problems problems = new Problems();
                Node.Mapping root = (Node.Mapping)
                        Composer.compose(WORLD, "world", problems).orElseThrow();
                Node node = Composer.compose(key.example(), "example", problems).orElseThrow();
                Reading reading = new Reading(
                        root, new Gazetteer(Catalogue.standard()), LegalNames.Source.UNCHECKED, Path.of("."), problems);
                reading.begin(new Period(Instant.parse("2014-07-01T00:00:00Z"), Instant.parse("2016-07-01T00:00:00Z")));
                reading.opens("india", Instant.EPOCH);
                boolean isFile = key.name().equals("matrix");
                if (!isFile && (key.shape().read(node, reading).isEmpty() || !problems.isEmpty())) {
                    wrong.add(key.name() + ": " + problems.sorted());
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    private static final String WORLD = """
            services: {cloud-sync: {}, messaging: {}}
            populations: {IN: {}, CN: {}}
            sites: {beijing: {}, singapore: {}, india: {opens: 2015-07-01}}
            network: {risks: {cn-power: {}}}
            architectures: {single-site: {}}
            """;

    private static List<Key<?>> keys(Shape<?> shape, Set<Object> seen) {
        List<Key<?>> keys = new ArrayList<>();
        if (shape instanceof ObjectShape<?> group && seen.add(group)) {
            keys.addAll(group.keys());
            group.keys().forEach(key -> key.shape().groups().forEach(g -> keys.addAll(keys(g, seen))));
        } else if (shape instanceof TitledShape<?> titled && seen.add(titled)) {
            titled.base().groups().forEach(g -> keys.addAll(keys(g, seen)));
        }
        return keys;
    }

    @Test
    void theStarterIsAValidScenario() {
        ScenarioResult result = new ScenarioReader(Catalogue.standard())
                .read(
                        "starter.yaml",
                        ScenarioTemplate.yaml().getBytes(StandardCharsets.UTF_8),
                        Path.of("."),
                        List.of());

        assertThat(result).isInstanceOf(ScenarioResult.Valid.class);
    }
}
