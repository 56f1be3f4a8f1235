package dev.multisite.scenario.yaml;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.multisite.scenario.yaml.Node.Scalar;

/** One of a few words, each of which stands for a value. */
final class WordsShape<T> extends Shape<T> {
    private final Map<String, T> words;

    WordsShape(Map<String, T> words) {
        this.words = words;
    }

    @Override
    Optional<T> read(Node node, Reading reading) {
        String text = node instanceof Scalar scalar ? scalar.text() : "";
        T value = words.get(text);
        if (value == null) {
            reading.problems()
                    .add(
                            node,
                            "expected " + type().replace("`", "") + ", got " + node.shown(),
                            Nearest.hint(text, words.keySet()));
        }
        return Optional.ofNullable(value);
    }

    boolean has(Node node) {
        return node instanceof Scalar scalar && words.containsKey(scalar.text());
    }

    @Override
    ObjectNode schema(SchemaWriter writer) {
        ObjectNode schema = writer.node();
        ArrayNode values = schema.putArray("enum");
        for (String word : words.keySet()) {
            if (word.equals("true") || word.equals("false")) {
                values.add(Boolean.parseBoolean(word));
            } else if (word.matches("\\d{1,9}")) {
                values.add(Integer.parseInt(word));
            } else {
                values.add(word);
            }
        }
        return schema;
    }

    @Override
    String type() {
        return "`" + String.join("`, `", words.keySet()) + "`";
    }

    /** Returns the words. */
    Set<String> words() {
        return words.keySet();
    }
}
