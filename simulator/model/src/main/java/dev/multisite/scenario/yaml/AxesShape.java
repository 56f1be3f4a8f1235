package dev.multisite.scenario.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.node.ObjectNode;

import dev.multisite.scenario.whatif.Axis;
import dev.multisite.scenario.whatif.Level;
import dev.multisite.scenario.yaml.Node.Mapping;
import dev.multisite.scenario.yaml.Node.Scalar;
import dev.multisite.scenario.yaml.Node.Sequence;
import dev.multisite.units.Literals;

/** The section {@code vary}: scenario paths with their values. */
final class AxesShape extends Shape<List<Axis>> {

    private static final int LONGEST_LABEL = 200;

    @Override
    Optional<List<Axis>> read(Node node, Reading reading) {
        if (!(node instanceof Mapping mapping) || mapping.entries().isEmpty()) {
            reading.problems()
                    .add(
                            node,
                            "expected paths with their values such as sites.india.hosts: [10, 20], got "
                                    + (node instanceof Mapping ? "nothing" : node.shown()));
            return Optional.empty();
        }
        List<Axis> axes = new ArrayList<>();
        mapping.entries()
                .forEach((path, entry) -> axis(path, entry, reading.problems()).ifPresent(axes::add));
        boolean fine = axes.size() == mapping.entries().size() && disjoint(mapping, reading.problems());
        return fine ? Optional.of(axes) : Optional.empty();
    }

    private static Optional<Axis> axis(String path, Mapping.Entry entry, Problems problems) {
        String origin = at(entry.keyPosition());
        Node value = entry.value();
        if (DistributionShape.isDistribution(value)) {
            return DistributionShape.read((Mapping) value, path, origin, problems);
        }
        List<Level> levels = new ArrayList<>();
        if (value instanceof Sequence sequence) {
            sequence.items().forEach(item -> levels.add(level(label(item), item)));
        } else if (value instanceof Mapping labelled) {
            labelled.entries().forEach((label, item) -> levels.add(level(label, item.value())));
        }
        if (levels.isEmpty()) {
            problems.add(
                    value,
                    "expected a list of values such as [10, 20], labelled values such as {small: 10, large: 80} or a"
                            + " distribution such as {uniform: [30d, 720d]}, got " + value.shown());
            return Optional.empty();
        }
        return distinct(levels, value, problems)
                ? Optional.of(new Axis.Listed(path, origin, levels))
                : Optional.empty();
    }

    private static Level level(String label, Node value) {
        return new Level(label, FlowText.of(value), at(value.position()));
    }

    private static String label(Node value) {
        String text = value instanceof Scalar scalar ? scalar.text() : FlowText.of(value);
        return text.length() > LONGEST_LABEL ? text.substring(0, LONGEST_LABEL) : text;
    }

    private static boolean distinct(List<Level> levels, Node node, Problems problems) {
        Set<String> labels = new HashSet<>();
        for (Level level : levels) {
            if (!labels.add(level.label())) {
                problems.add(node, "the value " + Literals.quoted(level.label()) + " is given twice");
                return false;
            }
        }
        return true;
    }

    /** An axis that replaces a group would undo another one inside that group. */
    private static boolean disjoint(Mapping mapping, Problems problems) {
        boolean fine = true;
        for (Map.Entry<String, Mapping.Entry> inner : mapping.entries().entrySet()) {
            for (String outer : mapping.entries().keySet()) {
                if (inner.getKey().startsWith(outer + ".")) {
                    problems.add(
                            inner.getValue().keyPosition(),
                            mapping.path().child(inner.getKey()).toString(),
                            "lies inside " + Literals.quoted(outer) + ", which is varied as a whole",
                            "vary one of them");
                    fine = false;
                }
            }
        }
        return fine;
    }

    static String at(Position position) {
        return position.source() + ":" + position.line() + ":" + position.column();
    }

    @Override
    ObjectNode schema(SchemaWriter writer) {
        ObjectNode schema = writer.type("object").put("minProperties", 1);
        ObjectNode values = schema.putObject("additionalProperties");
        values.putArray("type").add("array").add("object");
        return schema;
    }

    @Override
    String type() {
        return "path: list of values, labelled values or a distribution";
    }
}
