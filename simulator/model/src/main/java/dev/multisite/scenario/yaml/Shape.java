package dev.multisite.scenario.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

import tools.jackson.databind.node.ObjectNode;

/**
 * What a value must look like: reads it, describes it for the JSON schema and for the reference page.
 *
 * @param <T> what it is read into
 */
abstract class Shape<T> {

    /** Returns the value, or nothing after reporting every problem. Fills defaults into {@code node}. */
    abstract Optional<T> read(Node node, Reading reading);

    /** Returns the JSON schema of the value. */
    abstract ObjectNode schema(SchemaWriter writer);

    /** Returns what the value is, for people, e.g. {@code duration}. */
    abstract String type();

    /** Returns the shapes of the keys below, as far as they have fixed names; {@code *} stands for any name or index. */
    Map<String, Shape<?>> children() {
        return Map.of();
    }

    /** Returns the shapes with a section of their own that the value may consist of, for the reference page. */
    List<Shape<?>> groups() {
        return List.of();
    }

    /** Returns this shape with a further step: {@code step} may report a problem at the node and return nothing. */
    <R> Shape<R> then(Step<T, R> step) {
        return new Mapped<>(this, step);
    }

    <R> Shape<R> map(java.util.function.Function<T, R> function) {
        return then((value, node, reading) -> Optional.of(function.apply(value)));
    }

    /** Turns a value that was read into another, or reports what is wrong with it. */
    interface Step<T, R> {
        Optional<R> apply(T value, Node node, Reading reading);
    }

    /** A check that reports at the node and says whether the value is fine. */
    Shape<T> check(BiFunction<T, Reading, String> complaint) {
        return then((value, node, reading) -> {
            String message = complaint.apply(value, reading);
            if (!message.isEmpty()) {
                reading.problems().add(node, message);
                return Optional.empty();
            }
            return Optional.of(value);
        });
    }

    private static final class Mapped<T, R> extends Shape<R> {
        private final Shape<T> base;
        private final Step<T, R> step;

        Mapped(Shape<T> base, Step<T, R> step) {
            this.base = base;
            this.step = step;
        }

        @Override
        Optional<R> read(Node node, Reading reading) {
            return base.read(node, reading).flatMap(value -> step.apply(value, node, reading));
        }

        @Override
        ObjectNode schema(SchemaWriter writer) {
            return base.schema(writer);
        }

        @Override
        String type() {
            return base.type();
        }

        @Override
        Map<String, Shape<?>> children() {
            return base.children();
        }

        @Override
        List<Shape<?>> groups() {
            return base.groups();
        }
    }
}
