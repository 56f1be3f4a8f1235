package dev.multisite.scenario.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class ScenarioSchemaTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ScenarioSchema.json());

    static List<Path> scenarios() throws IOException {
        return ShippedScenariosTest.scenarios();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyShippedScenarioFitsTheSchema(Path file) throws IOException {
        assertThat(SCHEMA.validate(json(Files.readString(file)))).isEmpty();
    }

    @Test
    void whatIfFilesHaveASchemaOfTheirOwn() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(WhatIfSchema.json());
        String text = Files.readString(Path.of("../../scenarios/what-if/india-hosts.yaml"));
        assertThat(schema.validate(json(text))).isEmpty();
        assertThat(schema.validate(json(text.replace("what-if: 1", "what-if: 2"))))
                .isNotEmpty();
        assertThat(schema.validate(json(text.replace("design: grid", "design: {sobole: 8}"))))
                .isNotEmpty();
        assertThat(schema.validate(json(text.replace("measure:", "measures:")))).isNotEmpty();
    }

    @Test
    void theStarterFitsTheSchema() {
        assertThat(SCHEMA.validate(json(ScenarioTemplate.yaml()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "multisite: 1 | multisite: 2",
                "requests: 100/d | request: 100/d",
                "requests: 100/d | requests: 100",
                "timeout: 4s | timeout: soon",
                "place: Mumbai | place: [Mumbai]",
                "churn: 5%/y | churn: [5]",
                "hosts: 2 | hosts: {auto: 1}",
                "seed: 1 | sed: 1",
                "from: start | form: start",
                "capex: 40 kUSD | capex: 40 EUR",
                "at-most: 250ms | at-most: {}",
                "max: 1, | max: true,",
                "lognormal: | lognormale:",
            })
    void aBrokenScenarioDoesNotFitTheSchema(String good, String bad) {
        String yaml = ScenarioTemplate.yaml();
        assertThat(yaml).contains(good);

        assertThat(SCHEMA.validate(json(yaml.replace(good, bad)))).isNotEmpty();
    }

    private static JsonNode json(String yaml) {
        Problems problems = new Problems();
        return json(Composer.compose(yaml, "test.yaml", problems).orElseThrow());
    }

    private static JsonNode json(Node node) {
        if (node instanceof Node.Mapping mapping) {
            ObjectNode object = JSON.objectNode();
            mapping.entries().forEach((key, entry) -> object.set(key, json(entry.value())));
            return object;
        }
        if (node instanceof Node.Sequence sequence) {
            ArrayNode array = JSON.arrayNode();
            sequence.items().forEach(item -> array.add(json(item)));
            return array;
        }
        Node.Scalar scalar = (Node.Scalar) node;
        return switch (scalar.kind()) {
            case TEXT -> JSON.stringNode(scalar.text());
            case BOOLEAN -> JSON.booleanNode(Boolean.parseBoolean(scalar.text()));
            case NULL -> JSON.nullNode();
            case NUMBER ->
                scalar.text().matches("-?\\d{1,18}")
                        ? JSON.numberNode(Long.parseLong(scalar.text()))
                        : JSON.numberNode(Double.parseDouble(scalar.text()));
        };
    }
}
