package dev.multisite.scenario.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.multisite.scenario.yaml.Node.Mapping;
import dev.multisite.scenario.yaml.Node.Scalar;
import dev.multisite.scenario.yaml.Node.Sequence;
import dev.multisite.units.Literals;

/** Puts overrides into a document before it is read. */
final class Overrides {

    private static final int MAX_STEPS = 20;

    private final Problems problems;

    Overrides(Problems problems) {
        this.problems = problems;
    }

    void apply(Mapping root, Shape<?> shape, List<ValueOverride> overrides) {
        for (ValueOverride override : overrides) {
            apply(root, shape, override);
        }
    }

    private void apply(Mapping root, Shape<?> rootShape, ValueOverride override) {
        String[] steps = override.path().split("\\.", -1);
        if (steps.length > MAX_STEPS) {
            problem(override, "the path has more than " + MAX_STEPS + " steps", "");
            return;
        }
        Node node = root;
        Optional<Shape<?>> shape = Optional.of(rootShape);
        for (int i = 0; i < steps.length - 1; i++) {
            Optional<Node> next = step(node, shape, steps[i], override);
            if (next.isEmpty()) {
                return;
            }
            node = next.get();
            shape = child(shape, steps[i]);
        }
        replace(node, shape, steps[steps.length - 1], override);
    }

    private Optional<Node> step(Node node, Optional<Shape<?>> shape, String step, ValueOverride override) {
        Optional<Node> existing = find(node, step);
        if (existing.isPresent()) {
            return existing;
        }
        boolean knownKey = node instanceof Mapping
                && shape.isPresent()
                && shape.get().children().containsKey(step);
        if (!knownKey) {
            unknown(node, shape, step, override);
            return Optional.empty();
        }
        Mapping created =
                new Mapping(Position.ofOverride(override.origin()), node.path().child(step));
        put(node, step, created, override);
        return Optional.of(created);
    }

    private void replace(Node parent, Optional<Shape<?>> shape, String step, ValueOverride override) {
        Optional<Node> existing = find(parent, step);
        boolean knownKey = parent instanceof Mapping
                && shape.isPresent()
                && shape.get().children().containsKey(step);
        if (existing.isEmpty() && !knownKey) {
            unknown(parent, shape, step, override);
            return;
        }
        Composer.composeOverride(
                        override.value(), override.origin(), parent.path().child(step), problems)
                .ifPresent(value -> {
                    boolean same = existing.isPresent() && sameText(existing.get(), value);
                    if (same && override.mustChange()) {
                        problem(
                                override,
                                "changes nothing, the value is "
                                        + existing.get().shown() + " already",
                                "");
                    }
                    put(parent, step, value, override);
                });
    }

    private static boolean sameText(Node a, Node b) {
        return a instanceof Scalar x && b instanceof Scalar y && x.text().equals(y.text());
    }

    private static void put(Node parent, String step, Node value, ValueOverride override) {
        if (parent instanceof Mapping mapping) {
            mapping.entries().put(step, new Mapping.Entry(Position.ofOverride(override.origin()), value));
        } else if (parent instanceof Sequence sequence) {
            sequence.items().set(Integer.parseInt(step), value);
        }
    }

    private static Optional<Node> find(Node node, String step) {
        if (node instanceof Mapping mapping) {
            return Optional.ofNullable(mapping.find(step));
        }
        boolean isIndex = node instanceof Sequence && step.matches("\\d{1,6}");
        return isIndex && Integer.parseInt(step) < ((Sequence) node).items().size()
                ? Optional.of(((Sequence) node).items().get(Integer.parseInt(step)))
                : Optional.empty();
    }

    private static Optional<Shape<?>> child(Optional<Shape<?>> shape, String step) {
        return shape.map(Shape::children)
                .flatMap(children -> Optional.<Shape<?>>ofNullable(children.get(step))
                        .or(() -> Optional.ofNullable(children.get("*"))));
    }

    private void unknown(Node node, Optional<Shape<?>> shape, String step, ValueOverride override) {
        String where =
                node.path().toString().isEmpty() ? "the scenario" : node.path().toString();
        if (node instanceof Scalar) {
            problem(override, where + " is " + node.shown() + ", which has no part " + Literals.quoted(step), "");
            return;
        }
        if (node instanceof Sequence sequence) {
            problem(
                    override,
                    where + " has " + sequence.items().size() + " elements, numbered from 0; there is no "
                            + Literals.quoted(step),
                    "");
            return;
        }
        List<String> known = new ArrayList<>(((Mapping) node).entries().keySet());
        shape.map(Shape::children)
                .map(Map::keySet)
                .ifPresent(keys -> keys.stream()
                        .filter(k -> !k.equals("*") && !known.contains(k))
                        .forEach(known::add));
        String hint = Nearest.hint(step, known);
        problem(
                override,
                where + " has no " + Literals.quoted(step),
                hint.isEmpty() && known.size() <= 20 ? "known: " + String.join(", ", known) : hint);
    }

    private void problem(ValueOverride override, String message, String hint) {
        problems.add(Position.ofOverride(override.origin()), override.path(), message, hint);
    }
}
