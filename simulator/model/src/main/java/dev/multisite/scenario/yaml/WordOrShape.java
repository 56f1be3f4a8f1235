package dev.multisite.scenario.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.node.ObjectNode;

import dev.multisite.scenario.yaml.Node.Scalar;

/** A word that stands for a value, or something of another shape. */
final class WordOrShape<T> extends Shape<T> {
    private final WordsShape<T> words;
    private final Shape<T> other;

    WordOrShape(WordsShape<T> words, Shape<T> other) {
        this.words = words;
        this.other = other;
    }

    @Override
    Optional<T> read(Node node, Reading reading) {
        if (words.has(node)) {
            return words.read(node, reading);
        }
        int before = reading.problems().count();
        Optional<T> value = other.read(node, reading);
        boolean amiss = node instanceof Scalar scalar && scalar.kind() == Scalar.Kind.TEXT;
        if (amiss && value.isEmpty() && reading.problems().count() == before + 1) {
            reading.problems().hintAtLast("or " + String.join(", ", words.words()));
        }
        return value;
    }

    @Override
    ObjectNode schema(SchemaWriter writer) {
        ObjectNode schema = writer.node();
        schema.putArray("anyOf").add(words.schema(writer)).add(other.schema(writer));
        return schema;
    }

    @Override
    String type() {
        return words.type() + " or " + other.type();
    }

    @Override
    Map<String, Shape<?>> children() {
        return other.children();
    }

    @Override
    List<Shape<?>> groups() {
        return other.groups();
    }
}
