package dev.multisite.scenario.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.node.ObjectNode;

/** A group that has one of some keys is read in a special way, everything else as usual. */
final class ByKey<T> extends Shape<T> {

    private final Set<String> keys;
    private final Shape<T> special;
    private final Shape<T> usual;

    ByKey(Set<String> keys, Shape<T> special, Shape<T> usual) {
        this.keys = keys;
        this.special = special;
        this.usual = usual;
    }

    @Override
    Optional<T> read(Node node, Reading reading) {
        boolean isSpecial = node instanceof Node.Mapping mapping
                && mapping.entries().keySet().stream().anyMatch(keys::contains);
        return isSpecial ? special.read(node, reading) : usual.read(node, reading);
    }

    @Override
    ObjectNode schema(SchemaWriter writer) {
        ObjectNode schema = writer.node();
        schema.putArray("anyOf").add(special.schema(writer)).add(usual.schema(writer));
        return schema;
    }

    @Override
    String type() {
        return special.type() + " or " + usual.type();
    }

    @Override
    Map<String, Shape<?>> children() {
        Map<String, Shape<?>> children = new LinkedHashMap<>(special.children());
        children.putAll(usual.children());
        return children;
    }

    @Override
    List<Shape<?>> groups() {
        List<Shape<?>> groups = new ArrayList<>(special.groups());
        groups.addAll(usual.groups());
        return groups;
    }
}
