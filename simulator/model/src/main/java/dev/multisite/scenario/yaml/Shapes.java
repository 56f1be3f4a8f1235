package dev.multisite.scenario.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The building blocks of which the scenario format is made. */
final class Shapes {

    /** Any text; numbers are taken as they are written. */
    static final Shape<String> TEXT = new LiteralShape<>("text", "text", "", text -> text);

    private Shapes() {}

    /** A scalar that {@code parse} reads; its {@link IllegalArgumentException}s are for the user. */
    static <T> Shape<T> literal(String type, String example, Function<String, T> parse) {
        return new LiteralShape<>(type, example, "", parse);
    }

    /** A scalar as {@link #literal(String, String, Function)}; editors check it against a regular expression. */
    static <T> Shape<T> literal(String type, String example, String pattern, Function<String, T> parse) {
        return new LiteralShape<>(type, example, pattern, parse);
    }

    /** A shape with a section of its own in the reference and a definition of its own in the schema. */
    static <T> Shape<T> titled(String name, String meaning, Shape<T> shape) {
        return new TitledShape<>(name, meaning, shape);
    }

    /** One of a few words. */
    static <T> Shape<T> words(Map<String, T> words) {
        return new WordsShape<>(new LinkedHashMap<>(words));
    }

    /** The word {@code word} alone, which means {@code value}. */
    static <T> Shape<T> word(String word, T value) {
        return words(Map.of(word, value));
    }

    /** A list of values, none of which may be left out. */
    static <T> Shape<List<T>> list(Shape<T> item) {
        return new ListShape<>(item, 0);
    }

    static <T> Shape<List<T>> listOfAtLeastOne(Shape<T> item) {
        return new ListShape<>(item, 1);
    }

    /** Named things in the order of the document. */
    static <T> Shape<Map<String, T>> named(Shape<T> value, int fewest) {
        return new NamedMapShape<>(value, fewest, false);
    }

    /** As {@link #named}, but {@code *} is a name too: it stands for all others. */
    static <T> Shape<Map<String, T>> namedOrAll(Shape<T> value) {
        return new NamedMapShape<>(value, 0, true);
    }

    /** What is read depends on whether a scalar, a group or a list stands there. Either of the last two may be absent. */
    static <T> Shape<T> byKind(Shape<T> scalar, List<Shape<T>> group, List<Shape<T>> list) {
        return new ByKindShape<>(scalar, group, list);
    }

    static <T> Shape<T> scalarOrGroup(Shape<T> scalar, Shape<T> group) {
        return byKind(scalar, List.of(group), List.of());
    }

    /** One of some words, otherwise what {@code other} reads. */
    static <T> Shape<T> wordOr(Map<String, T> words, Shape<T> other) {
        return new WordOrShape<>(new WordsShape<>(new LinkedHashMap<>(words)), other);
    }

    /** A group with exactly one key, which says what it is. */
    static <T> Shape<T> tagged(Map<String, Shape<T>> variants) {
        return new TaggedShape<>(new LinkedHashMap<>(variants));
    }

    /** A name that a section of the document defines. */
    static Shape<String> reference(String section, String what) {
        return literal("name of " + article(what), "text", t -> t)
                .then((name, node, reading) -> reading.requireKnown(node, name, what, reading.names(section))
                        ? Optional.of(name)
                        : Optional.empty());
    }

    static String article(String noun) {
        return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }
}
