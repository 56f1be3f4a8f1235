package dev.multisite.scenario.yaml;

import java.util.Optional;
import java.util.function.Function;

import tools.jackson.databind.node.ObjectNode;

import dev.multisite.scenario.yaml.Node.Scalar;

/** A scalar that a function reads. */
final class LiteralShape<T> extends Shape<T> {
    private final String type;
    private final String example;
    private final String pattern;
    private final Function<String, T> parse;

    LiteralShape(String type, String example, String pattern, Function<String, T> parse) {
        this.type = type;
        this.example = example;
        this.pattern = pattern;
        this.parse = parse;
    }

    @Override
    Optional<T> read(Node node, Reading reading) {
        if (!(node instanceof Scalar scalar) || scalar.kind() == Scalar.Kind.NULL) {
            reading.problems()
                    .add(node, "expected " + Shapes.article(type) + " such as " + example + ", got " + node.shown());
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(scalar.text()));
        } catch (IllegalArgumentException e) {
            reading.problems().add(node, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    @Override
    ObjectNode schema(SchemaWriter writer) {
        if (!pattern.isEmpty()) {
            return writer.type("string").put("pattern", pattern);
        }
        ObjectNode schema = writer.node();
        schema.putArray("type").add("string").add("number");
        return schema;
    }

    @Override
    String type() {
        return type;
    }
}
