package dev.multisite.scenario.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.multisite.scenario.yaml.Key.Absence;
import dev.multisite.scenario.yaml.Node.Mapping;

/** A group of declared keys. */
final class ObjectShape<T> extends Shape<T> {

    private final String name;
    private final String meaning;
    private final List<Key<?>> keys;
    private final Function<Fields, Optional<T>> build;

    /**
     * Declares a group.
     *
     * @param name unique name, used for the schema's definitions and the headings of the reference
     * @param meaning one or two sentences for the reference
     * @param build makes the value once every key is fine; may report problems and return nothing
     */
    ObjectShape(String name, String meaning, List<Key<?>> keys, Function<Fields, Optional<T>> build) {
        this.name = name;
        this.meaning = meaning;
        this.keys = List.copyOf(keys);
        this.build = build;
    }

    /** A group that needs no check beyond those of its keys. */
    static <T> ObjectShape<T> of(String name, String meaning, List<Key<?>> keys, Function<Fields, T> build) {
        return new ObjectShape<>(name, meaning, keys, fields -> Optional.of(build.apply(fields)));
    }

    String name() {
        return name;
    }

    String meaning() {
        return meaning;
    }

    List<Key<?>> keys() {
        return keys;
    }

    @Override
    Optional<T> read(Node node, Reading reading) {
        if (!(node instanceof Mapping mapping)) {
            reading.problems().add(node, "expected keys such as " + exampleKeys() + ", got " + node.shown());
            return Optional.empty();
        }
        boolean fine = refuseUnknown(mapping, reading);
        Fields fields = new Fields(mapping, reading);
        for (Key<?> key : keys) {
            fine &= readKey(key, mapping, fields, reading);
        }
        return fine ? build.apply(fields) : Optional.empty();
    }

    private boolean refuseUnknown(Mapping mapping, Reading reading) {
        boolean fine = true;
        Map<String, Key<?>> known = byName();
        for (Map.Entry<String, Mapping.Entry> entry : mapping.entries().entrySet()) {
            Key<?> key = known.get(entry.getKey());
            if (key == null) {
                String path = mapping.path().child(entry.getKey()).toString();
                String hint = Nearest.hint(entry.getKey(), supported());
                reading.problems()
                        .add(
                                entry.getValue().keyPosition(),
                                path,
                                "unknown key",
                                hint.isEmpty() ? "known here: " + String.join(", ", supported()) : hint);
                fine = false;
            }
        }
        return fine;
    }

    private <V> boolean readKey(Key<V> key, Mapping mapping, Fields fields, Reading reading) {
        Mapping.Entry entry = mapping.entries().get(key.name());
        if (key.absence() == Absence.NOT_SUPPORTED) {
            if (entry == null) {
                return true;
            }
            String path = mapping.path().child(key.name()).toString();
            reading.problems().add(entry.keyPosition(), path, "not supported yet", "");
            return false;
        }
        Optional<Node> node = entry == null ? fallback(key, mapping, fields, reading) : Optional.of(entry.value());
        if (node.isEmpty()) {
            return key.absence() == Absence.OPTIONAL;
        }
        Optional<V> value = key.shape().read(node.get(), reading);
        value.ifPresent(v -> fields.put(key, v));
        return value.isPresent();
    }

    private Optional<Node> fallback(Key<?> key, Mapping mapping, Fields fields, Reading reading) {
        return switch (key.absence()) {
            case LITERAL_DEFAULT -> insert(key, key.defaultText(), "default", mapping, reading);
            case DERIVED_DEFAULT ->
                key.derivation()
                        .apply(fields, reading)
                        .flatMap(text -> insert(key, text, "default: " + key.defaultText(), mapping, reading));
            case REQUIRED -> {
                reading.problems()
                        .add(
                                mapping,
                                "missing key '" + key.name() + "'",
                                "for example " + key.name() + ": " + key.example());
                yield Optional.empty();
            }
            case OPTIONAL, NOT_SUPPORTED -> Optional.empty();
        };
    }

    private Optional<Node> insert(Key<?> key, String text, String note, Mapping mapping, Reading reading) {
        Optional<Node> node = Composer.composeDefault(text, mapping, key.name(), reading.problems());
        node.ifPresent(n -> {
            n.annotate(note);
            mapping.entries().put(key.name(), new Mapping.Entry(mapping.position(), n));
        });
        return node;
    }

    private String exampleKeys() {
        List<String> names = supported();
        return String.join(", ", names.subList(0, Math.min(3, names.size())));
    }

    private List<String> supported() {
        return keys.stream()
                .filter(k -> k.absence() != Absence.NOT_SUPPORTED)
                .map(Key::name)
                .toList();
    }

    private Map<String, Key<?>> byName() {
        Map<String, Key<?>> map = new LinkedHashMap<>();
        keys.forEach(k -> map.put(k.name(), k));
        return map;
    }

    @Override
    ObjectNode schema(SchemaWriter writer) {
        return writer.shared(name.replace(' ', '-'), () -> {
            ObjectNode schema =
                    writer.type("object").put("description", meaning).put("additionalProperties", false);
            ObjectNode properties = schema.putObject("properties");
            ArrayNode required = schema.putArray("required");
            for (Key<?> key : keys) {
                if (key.absence() != Absence.NOT_SUPPORTED) {
                    properties.set(key.name(), writer.described(key));
                }
                if (key.absence() == Absence.REQUIRED) {
                    required.add(key.name());
                }
            }
            return schema;
        });
    }

    @Override
    String type() {
        return "[" + name + "](#" + name.replace(' ', '-') + ")";
    }

    @Override
    Map<String, Shape<?>> children() {
        Map<String, Shape<?>> children = new LinkedHashMap<>();
        keys.stream().filter(k -> k.absence() != Absence.NOT_SUPPORTED).forEach(k -> children.put(k.name(), k.shape()));
        return children;
    }

    @Override
    List<Shape<?>> groups() {
        return List.of(this);
    }
}
