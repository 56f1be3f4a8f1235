package dev.multisite.scenario.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import tools.jackson.databind.node.ObjectNode;

import dev.multisite.scenario.yaml.Node.Mapping;
import dev.multisite.units.Literals;

/** A group whose keys are names that the author chooses. */
final class NamedMapShape<T> extends Shape<Map<String, T>> {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} _-]{0,63}");

    private final Shape<T> value;
    private final int fewest;
    private final boolean star;

    NamedMapShape(Shape<T> value, int fewest, boolean star) {
        this.value = value;
        this.fewest = fewest;
        this.star = star;
    }

    @Override
    Optional<Map<String, T>> read(Node node, Reading reading) {
        if (!(node instanceof Mapping mapping)) {
            reading.problems().add(node, "expected names with their settings, got " + node.shown());
            return Optional.empty();
        }
        if (mapping.entries().size() < fewest) {
            reading.problems().add(node, "must name at least one");
            return Optional.empty();
        }
        boolean fine = true;
        Map<String, T> values = new LinkedHashMap<>();
        for (Map.Entry<String, Mapping.Entry> entry : mapping.entries().entrySet()) {
            fine &= checkName(entry.getKey(), entry.getValue(), mapping, reading);
            Optional<T> read = value.read(entry.getValue().value(), reading);
            read.ifPresent(v -> values.put(entry.getKey(), v));
            fine &= read.isPresent();
        }
        return fine ? Optional.of(values) : Optional.empty();
    }

    private boolean checkName(String name, Mapping.Entry entry, Mapping mapping, Reading reading) {
        boolean fine = NAME.matcher(name).matches() || (star && name.equals("*"));
        if (!fine) {
            reading.problems()
                    .add(
                            entry.keyPosition(),
                            mapping.path().child(name).toString(),
                            "a name has letters, digits, spaces, '-' and '_' (64 at most), got "
                                    + Literals.quoted(name),
                            "");
        }
        return fine;
    }

    @Override
    ObjectNode schema(SchemaWriter writer) {
        ObjectNode schema = writer.type("object").put("minProperties", fewest);
        schema.set("additionalProperties", value.schema(writer));
        return schema;
    }

    @Override
    String type() {
        return "name: " + value.type();
    }

    @Override
    Map<String, Shape<?>> children() {
        return Map.of("*", value);
    }

    @Override
    List<Shape<?>> groups() {
        return value.groups();
    }
}
