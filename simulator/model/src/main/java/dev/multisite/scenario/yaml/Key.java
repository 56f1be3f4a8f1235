package dev.multisite.scenario.yaml;

import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A key of a group, declared once: everything that the program says about it, and how it reads it, follows from here.
 *
 * @param <T> what its value is read into
 */
final class Key<T> {

    /** What happens when the key is not there. */
    enum Absence {
        REQUIRED,
        OPTIONAL,
        LITERAL_DEFAULT,
        DERIVED_DEFAULT,
        /** The key belongs to the format but not to this version. */
        NOT_SUPPORTED
    }

    /** Works out a default, as YAML text, from the keys read before; nothing where they had problems. */
    interface Derivation extends BiFunction<Fields, Reading, Optional<String>> {}

    private final String name;
    private final Shape<T> shape;
    private final String example;
    private final String meaning;
    private final Absence absence;
    private final String defaultText;
    private final Derivation derivation;

    private Key(
            String name,
            Shape<T> shape,
            String example,
            String meaning,
            Absence absence,
            String defaultText,
            Derivation derivation) {
        this.name = name;
        this.shape = shape;
        this.example = example;
        this.meaning = meaning;
        this.absence = absence;
        this.defaultText = defaultText;
        this.derivation = derivation;
    }

    private static Optional<String> nothing(Fields fields, Reading reading) {
        return Optional.empty();
    }

    static <T> Key<T> required(String name, Shape<T> shape, String example, String meaning) {
        return new Key<>(name, shape, example, meaning, Absence.REQUIRED, "", Key::nothing);
    }

    static <T> Key<T> optional(String name, Shape<T> shape, String example, String meaning) {
        return new Key<>(name, shape, example, meaning, Absence.OPTIONAL, "", Key::nothing);
    }

    /** A key whose default is the YAML text {@code defaultText}. */
    static <T> Key<T> of(String name, Shape<T> shape, String defaultText, String example, String meaning) {
        return new Key<>(name, shape, example, meaning, Absence.LITERAL_DEFAULT, defaultText, Key::nothing);
    }

    /** A key whose default follows from other keys and the catalogue; {@code source} says from what. */
    static <T> Key<T> derived(
            String name, Shape<T> shape, String source, Derivation derivation, String example, String meaning) {
        return new Key<>(name, shape, example, meaning, Absence.DERIVED_DEFAULT, source, derivation);
    }

    /** A key that is refused with a clear message. */
    static Key<String> notSupported(String name) {
        return new Key<>(name, Shapes.TEXT, "", "", Absence.NOT_SUPPORTED, "", Key::nothing);
    }

    String name() {
        return name;
    }

    Shape<T> shape() {
        return shape;
    }

    String example() {
        return example;
    }

    String meaning() {
        return meaning;
    }

    Absence absence() {
        return absence;
    }

    /** Returns the default as YAML text, or for a derived one where it comes from. */
    String defaultText() {
        return defaultText;
    }

    Derivation derivation() {
        return derivation;
    }
}
