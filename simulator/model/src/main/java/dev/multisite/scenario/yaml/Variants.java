package dev.multisite.scenario.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.multisite.scenario.yaml.Node.Mapping;
import dev.multisite.scenario.yaml.Node.Scalar;

/** Groups of keys of which one key, a word, says which group it is. */
final class Variants<T> extends Shape<T> {

    private final String discriminator;
    private final Map<String, Shape<T>> variants;

    Variants(String discriminator, Map<String, Shape<T>> variants) {
        this.discriminator = discriminator;
        this.variants = variants;
    }

    @Override
    Optional<T> read(Node node, Reading reading) {
        if (!(node instanceof Mapping mapping)) {
            reading.problems().add(node, "expected keys such as " + discriminator + ", got " + node.shown());
            return Optional.empty();
        }
        Node kind = mapping.find(discriminator);
        if (kind == null) {
            String known = String.join(", ", variants.keySet());
            reading.problems().add(mapping, "missing key '" + discriminator + "'", "it is one of " + known);
            return Optional.empty();
        }
        String word = kind instanceof Scalar scalar ? scalar.text() : "";
        Shape<T> variant = variants.get(word);
        if (variant == null) {
            reading.requireKnown(kind, word, discriminator, variants.keySet());
            return Optional.empty();
        }
        return variant.read(node, reading);
    }

    @Override
    ObjectNode schema(SchemaWriter writer) {
        ObjectNode schema = writer.node();
        ArrayNode any = schema.putArray("anyOf");
        variants.values().forEach(v -> any.add(v.schema(writer)));
        return schema;
    }

    @Override
    String type() {
        return String.join(" or ", variants.values().stream().map(Shape::type).toList());
    }

    @Override
    Map<String, Shape<?>> children() {
        Map<String, Shape<?>> children = new LinkedHashMap<>();
        variants.values().forEach(v -> children.putAll(v.children()));
        return children;
    }

    @Override
    List<Shape<?>> groups() {
        return variants.values().stream()
                .<Shape<?>>flatMap(v -> v.groups().stream())
                .toList();
    }
}
