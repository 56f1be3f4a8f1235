package dev.multisite.scenario.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.node.ObjectNode;

import dev.multisite.scenario.yaml.Node.Sequence;

/** A list of values of one shape. */
final class ListShape<T> extends Shape<List<T>> {
    private final Shape<T> item;
    private final int fewest;

    ListShape(Shape<T> item, int fewest) {
        this.item = item;
        this.fewest = fewest;
    }

    @Override
    Optional<List<T>> read(Node node, Reading reading) {
        if (!(node instanceof Sequence sequence)) {
            reading.problems().add(node, "expected a list, got " + node.shown(), "write it as [...]");
            return Optional.empty();
        }
        if (sequence.items().size() < fewest) {
            reading.problems().add(node, "the list must not be empty");
            return Optional.empty();
        }
        List<T> values = new ArrayList<>();
        for (Node child : sequence.items()) {
            item.read(child, reading).ifPresent(values::add);
        }
        return values.size() == sequence.items().size() ? Optional.of(values) : Optional.empty();
    }

    @Override
    ObjectNode schema(SchemaWriter writer) {
        ObjectNode schema = writer.type("array").put("minItems", fewest);
        schema.set("items", item.schema(writer));
        return schema;
    }

    @Override
    String type() {
        return "list of " + item.type();
    }

    @Override
    Map<String, Shape<?>> children() {
        return Map.of("*", item);
    }

    @Override
    List<Shape<?>> groups() {
        return item.groups();
    }
}
