package dev.multisite.scenario.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.multisite.scenario.yaml.Node.Mapping;
import dev.multisite.scenario.yaml.Node.Scalar;
import dev.multisite.scenario.yaml.Node.Sequence;

/** What may be written in several ways, told apart by the kind of node. */
final class ByKindShape<T> extends Shape<T> {
    private final Shape<T> scalar;
    private final List<Shape<T>> group;
    private final List<Shape<T>> list;

    ByKindShape(Shape<T> scalar, List<Shape<T>> group, List<Shape<T>> list) {
        this.scalar = scalar;
        this.group = group;
        this.list = list;
    }

    @Override
    Optional<T> read(Node node, Reading reading) {
        if (node instanceof Mapping && !group.isEmpty()) {
            return group.get(0).read(node, reading);
        }
        if (node instanceof Sequence && !list.isEmpty()) {
            return list.get(0).read(node, reading);
        }
        if (scalar instanceof WordsShape<T> words && !words.has(node)) {
            String hint = Nearest.hint(node instanceof Scalar text ? text.text() : "", words.words());
            reading.problems().add(node, "expected " + expected(words) + ", got " + node.shown(), hint);
            return Optional.empty();
        }
        return scalar.read(node, reading);
    }

    private String expected(WordsShape<T> words) {
        List<String> forms = new ArrayList<>(words.words());
        group.forEach(g -> forms.add("keys such as "
                + String.join(", ", g.children().keySet().stream().limit(3).toList())));
        list.forEach(l -> forms.add("a list"));
        return String.join(" or ", forms);
    }

    private List<Shape<T>> alternatives() {
        List<Shape<T>> all = new ArrayList<>();
        all.add(scalar);
        all.addAll(group);
        all.addAll(list);
        return all;
    }

    @Override
    ObjectNode schema(SchemaWriter writer) {
        ObjectNode schema = writer.node();
        ArrayNode any = schema.putArray("anyOf");
        alternatives().forEach(a -> any.add(a.schema(writer)));
        return schema;
    }

    @Override
    String type() {
        return String.join(" or ", alternatives().stream().map(Shape::type).toList());
    }

    @Override
    Map<String, Shape<?>> children() {
        Map<String, Shape<?>> children = new LinkedHashMap<>();
        alternatives().forEach(a -> children.putAll(a.children()));
        return children;
    }

    @Override
    List<Shape<?>> groups() {
        List<Shape<?>> groups = new ArrayList<>();
        alternatives().forEach(a -> groups.addAll(a.groups()));
        return groups;
    }
}
