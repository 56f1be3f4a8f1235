package dev.multisite.scenario.yaml;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Builds JSON schema nodes; groups of keys with a name become shared definitions. */
final class SchemaWriter {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Map<String, ObjectNode> definitions = new TreeMap<>();

    ObjectNode node() {
        return NODES.objectNode();
    }

    ObjectNode type(String type) {
        return node().put("type", type);
    }

    /** Returns a reference to the definition {@code name}, which {@code content} builds when it is first used. */
    ObjectNode shared(String name, Supplier<ObjectNode> content) {
        if (!definitions.containsKey(name)) {
            definitions.put(name, node());
            definitions.put(name, content.get());
        }
        return node().put("$ref", "#/$defs/" + name);
    }

    /** Returns the schema of a key's value with the key's meaning and default. */
    ObjectNode described(Key<?> key) {
        ObjectNode value = key.shape().schema(this);
        ObjectNode described = value.has("$ref") ? value.deepCopy() : value;
        described.put("description", key.meaning());
        return described;
    }

    Map<String, ObjectNode> definitions() {
        return definitions;
    }
}
