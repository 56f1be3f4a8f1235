package dev.multisite.scenario.yaml;

import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Optional;

import dev.multisite.scenario.yaml.Node.Mapping;

/** The values of a group of keys, by key. */
final class Fields {

    private final Mapping node;
    private final Reading reading;
    private final IdentityHashMap<Key<?>, Object> values = new IdentityHashMap<>();

    Fields(Mapping node, Reading reading) {
        this.node = node;
        this.reading = reading;
    }

    <T> void put(Key<T> key, T value) {
        values.put(key, value);
    }

    /** Returns the value of a key that is required or has a default. */
    <T> T get(Key<T> key) {
        return find(key).orElseThrow(() -> new IllegalStateException("no value for " + key.name()));
    }

    @SuppressWarnings("unchecked")
    <T> Optional<T> find(Key<T> key) {
        return Optional.ofNullable((T) values.get(key));
    }

    /** Returns the group's own name: the last part of its path. */
    String name() {
        return node.path().segment();
    }

    Mapping node() {
        return node;
    }

    /** Returns the node of a key that is there. */
    Node node(Key<?> key) {
        return Objects.requireNonNull(node.find(key.name()));
    }

    /** Returns whether the document, defaults included, has the key. */
    boolean has(Key<?> key) {
        return node.find(key.name()) != null;
    }

    /** Reports a problem at a key, or at the group where the key is absent. */
    void problem(Key<?> key, String message) {
        reading.problems().add(has(key) ? node(key) : node, message);
    }

    Reading reading() {
        return reading;
    }
}
