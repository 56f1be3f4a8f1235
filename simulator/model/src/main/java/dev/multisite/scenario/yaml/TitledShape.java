package dev.multisite.scenario.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.node.ObjectNode;

/** Adds nothing but a name. */
final class TitledShape<T> extends Shape<T> {
    private final String name;
    private final String meaning;
    private final Shape<T> base;

    TitledShape(String name, String meaning, Shape<T> base) {
        this.name = name;
        this.meaning = meaning;
        this.base = base;
    }

    String name() {
        return name;
    }

    String meaning() {
        return meaning;
    }

    Shape<T> base() {
        return base;
    }

    @Override
    Optional<T> read(Node node, Reading reading) {
        return base.read(node, reading);
    }

    @Override
    ObjectNode schema(SchemaWriter writer) {
        return writer.shared(name.replace(' ', '-'), () -> base.schema(writer));
    }

    @Override
    String type() {
        return "[" + name + "](#" + name.replace(' ', '-') + ")";
    }

    @Override
    Map<String, Shape<?>> children() {
        return base.children();
    }

    @Override
    List<Shape<?>> groups() {
        return List.of(this);
    }
}
