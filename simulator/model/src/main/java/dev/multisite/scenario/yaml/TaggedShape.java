package dev.multisite.scenario.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.node.ObjectNode;

import dev.multisite.scenario.yaml.Node.Mapping;

/** A group with exactly one key, which says what the rest is. */
final class TaggedShape<T> extends Shape<T> {
    private final Map<String, Shape<T>> variants;

    TaggedShape(Map<String, Shape<T>> variants) {
        this.variants = variants;
    }

    @Override
    Optional<T> read(Node node, Reading reading) {
        if (!(node instanceof Mapping mapping) || mapping.entries().size() != 1) {
            reading.problems()
                    .add(
                            node,
                            "expected exactly one of " + String.join(", ", variants.keySet()) + ", got " + got(node));
            return Optional.empty();
        }
        Map.Entry<String, Mapping.Entry> only =
                mapping.entries().entrySet().iterator().next();
        Shape<T> variant = variants.get(only.getKey());
        if (variant == null) {
            String hint = Nearest.hint(only.getKey(), variants.keySet());
            reading.problems()
                    .add(
                            only.getValue().keyPosition(),
                            mapping.path().child(only.getKey()).toString(),
                            "unknown key",
                            hint.isEmpty() ? "known here: " + String.join(", ", variants.keySet()) : hint);
            return Optional.empty();
        }
        return variant.read(only.getValue().value(), reading);
    }

    private static String got(Node node) {
        return node instanceof Mapping mapping ? mapping.entries().size() + " keys" : node.shown();
    }

    @Override
    ObjectNode schema(SchemaWriter writer) {
        ObjectNode schema = writer.type("object")
                .put("additionalProperties", false)
                .put("minProperties", 1)
                .put("maxProperties", 1);
        ObjectNode properties = schema.putObject("properties");
        variants.forEach((name, shape) -> properties.set(name, shape.schema(writer)));
        return schema;
    }

    @Override
    String type() {
        List<String> forms = new ArrayList<>();
        variants.forEach((name, shape) -> forms.add("`" + name + ":` " + shape.type()));
        return "one of " + String.join("; ", forms);
    }

    @Override
    Map<String, Shape<?>> children() {
        return new LinkedHashMap<>(variants);
    }

    @Override
    List<Shape<?>> groups() {
        return variants.values().stream()
                .<Shape<?>>flatMap(v -> v.groups().stream())
                .toList();
    }
}
