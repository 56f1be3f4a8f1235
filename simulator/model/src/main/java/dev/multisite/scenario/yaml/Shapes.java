package dev.multisite.scenario.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.multisite.scenario.yaml.Node.Mapping;
import dev.multisite.scenario.yaml.Node.Scalar;
import dev.multisite.scenario.yaml.Node.Sequence;
import dev.multisite.units.Literals;

/** The building blocks of which the scenario format is made. */
final class Shapes {

    /** Any text; numbers are taken as they are written. */
    static final Shape<String> TEXT = new Literal<>("text", "text", "", text -> text);

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} _-]{0,63}");

    private Shapes() {}

    /** A scalar that {@code parse} reads; its {@link IllegalArgumentException}s are for the user. */
    static <T> Shape<T> literal(String type, String example, Function<String, T> parse) {
        return new Literal<>(type, example, "", parse);
    }

    /** A scalar as {@link #literal(String, String, Function)}; editors check it against a regular expression. */
    static <T> Shape<T> literal(String type, String example, String pattern, Function<String, T> parse) {
        return new Literal<>(type, example, pattern, parse);
    }

    /** A shape with a section of its own in the reference and a definition of its own in the schema. */
    static <T> Shape<T> titled(String name, String meaning, Shape<T> shape) {
        return new Titled<>(name, meaning, shape);
    }

    /** One of a few words. */
    static <T> Shape<T> words(Map<String, T> words) {
        return new Words<>(new LinkedHashMap<>(words));
    }

    /** The word {@code word} alone, which means {@code value}. */
    static <T> Shape<T> word(String word, T value) {
        return words(Map.of(word, value));
    }

    /** A list of values, none of which may be left out. */
    static <T> Shape<List<T>> list(Shape<T> item) {
        return new ListOf<>(item, 0);
    }

    static <T> Shape<List<T>> listOfAtLeastOne(Shape<T> item) {
        return new ListOf<>(item, 1);
    }

    /** Named things in the order of the document. */
    static <T> Shape<Map<String, T>> named(Shape<T> value, int fewest) {
        return new NamedMap<>(value, fewest, false);
    }

    /** As {@link #named}, but {@code *} is a name too: it stands for all others. */
    static <T> Shape<Map<String, T>> namedOrAll(Shape<T> value) {
        return new NamedMap<>(value, 0, true);
    }

    /** What is read depends on whether a scalar, a group or a list stands there. Either of the last two may be absent. */
    static <T> Shape<T> byKind(Shape<T> scalar, List<Shape<T>> group, List<Shape<T>> list) {
        return new ByKind<>(scalar, group, list);
    }

    static <T> Shape<T> scalarOrGroup(Shape<T> scalar, Shape<T> group) {
        return byKind(scalar, List.of(group), List.of());
    }

    /** One of some words, otherwise what {@code other} reads. */
    static <T> Shape<T> wordOr(Map<String, T> words, Shape<T> other) {
        return new WordOr<>(new Words<>(new LinkedHashMap<>(words)), other);
    }

    /** A group with exactly one key, which says what it is. */
    static <T> Shape<T> tagged(Map<String, Shape<T>> variants) {
        return new Tagged<>(new LinkedHashMap<>(variants));
    }

    /** A name that a section of the document defines. */
    static Shape<String> reference(String section, String what) {
        return literal("name of " + article(what), "text", t -> t)
                .then((name, node, reading) -> reading.requireKnown(node, name, what, reading.names(section))
                        ? Optional.of(name)
                        : Optional.empty());
    }

    private static final class Literal<T> extends Shape<T> {
        private final String type;
        private final String example;
        private final String pattern;
        private final Function<String, T> parse;

        Literal(String type, String example, String pattern, Function<String, T> parse) {
            this.type = type;
            this.example = example;
            this.pattern = pattern;
            this.parse = parse;
        }

        @Override
        Optional<T> read(Node node, Reading reading) {
            if (!(node instanceof Scalar scalar) || scalar.kind() == Scalar.Kind.NULL) {
                reading.problems()
                        .add(node, "expected " + article(type) + " such as " + example + ", got " + node.shown());
                return Optional.empty();
            }
            try {
                return Optional.of(parse.apply(scalar.text()));
            } catch (IllegalArgumentException e) {
                reading.problems().add(node, String.valueOf(e.getMessage()));
                return Optional.empty();
            }
        }

        @Override
        ObjectNode schema(SchemaWriter writer) {
            if (!pattern.isEmpty()) {
                return writer.type("string").put("pattern", pattern);
            }
            ObjectNode schema = writer.node();
            schema.putArray("type").add("string").add("number");
            return schema;
        }

        @Override
        String type() {
            return type;
        }
    }

    static String article(String noun) {
        return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }

    private static final class Words<T> extends Shape<T> {
        private final Map<String, T> words;

        Words(Map<String, T> words) {
            this.words = words;
        }

        @Override
        Optional<T> read(Node node, Reading reading) {
            String text = node instanceof Scalar scalar ? scalar.text() : "";
            T value = words.get(text);
            if (value == null) {
                reading.problems()
                        .add(
                                node,
                                "expected " + type().replace("`", "") + ", got " + node.shown(),
                                Nearest.hint(text, words.keySet()));
            }
            return Optional.ofNullable(value);
        }

        boolean has(Node node) {
            return node instanceof Scalar scalar && words.containsKey(scalar.text());
        }

        @Override
        ObjectNode schema(SchemaWriter writer) {
            ObjectNode schema = writer.node();
            ArrayNode values = schema.putArray("enum");
            for (String word : words.keySet()) {
                if (word.equals("true") || word.equals("false")) {
                    values.add(Boolean.parseBoolean(word));
                } else if (word.matches("\\d{1,9}")) {
                    values.add(Integer.parseInt(word));
                } else {
                    values.add(word);
                }
            }
            return schema;
        }

        @Override
        String type() {
            return "`" + String.join("`, `", words.keySet()) + "`";
        }
    }

    private static final class WordOr<T> extends Shape<T> {
        private final Words<T> words;
        private final Shape<T> other;

        WordOr(Words<T> words, Shape<T> other) {
            this.words = words;
            this.other = other;
        }

        @Override
        Optional<T> read(Node node, Reading reading) {
            if (words.has(node)) {
                return words.read(node, reading);
            }
            int before = reading.problems().count();
            Optional<T> value = other.read(node, reading);
            boolean amiss = node instanceof Scalar scalar && scalar.kind() == Scalar.Kind.TEXT;
            if (amiss && value.isEmpty() && reading.problems().count() == before + 1) {
                reading.problems().hintAtLast("or " + String.join(", ", words.words.keySet()));
            }
            return value;
        }

        @Override
        ObjectNode schema(SchemaWriter writer) {
            ObjectNode schema = writer.node();
            schema.putArray("anyOf").add(words.schema(writer)).add(other.schema(writer));
            return schema;
        }

        @Override
        String type() {
            return words.type() + " or " + other.type();
        }

        @Override
        Map<String, Shape<?>> children() {
            return other.children();
        }

        @Override
        List<Shape<?>> groups() {
            return other.groups();
        }
    }

    private static final class ListOf<T> extends Shape<List<T>> {
        private final Shape<T> item;
        private final int fewest;

        ListOf(Shape<T> item, int fewest) {
            this.item = item;
            this.fewest = fewest;
        }

        @Override
        Optional<List<T>> read(Node node, Reading reading) {
            if (!(node instanceof Sequence sequence)) {
                reading.problems().add(node, "expected a list, got " + node.shown(), "write it as [...]");
                return Optional.empty();
            }
            if (sequence.items().size() < fewest) {
                reading.problems().add(node, "the list must not be empty");
                return Optional.empty();
            }
            List<T> values = new ArrayList<>();
            for (Node child : sequence.items()) {
                item.read(child, reading).ifPresent(values::add);
            }
            return values.size() == sequence.items().size() ? Optional.of(values) : Optional.empty();
        }

        @Override
        ObjectNode schema(SchemaWriter writer) {
            ObjectNode schema = writer.type("array").put("minItems", fewest);
            schema.set("items", item.schema(writer));
            return schema;
        }

        @Override
        String type() {
            return "list of " + item.type();
        }

        @Override
        Map<String, Shape<?>> children() {
            return Map.of("*", item);
        }

        @Override
        List<Shape<?>> groups() {
            return item.groups();
        }
    }

    private static final class NamedMap<T> extends Shape<Map<String, T>> {
        private final Shape<T> value;
        private final int fewest;
        private final boolean star;

        NamedMap(Shape<T> value, int fewest, boolean star) {
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

    private static final class ByKind<T> extends Shape<T> {
        private final Shape<T> scalar;
        private final List<Shape<T>> group;
        private final List<Shape<T>> list;

        ByKind(Shape<T> scalar, List<Shape<T>> group, List<Shape<T>> list) {
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
            if (scalar instanceof Words<T> words && !words.has(node)) {
                String hint = Nearest.hint(node instanceof Scalar text ? text.text() : "", words.words.keySet());
                reading.problems().add(node, "expected " + expected(words) + ", got " + node.shown(), hint);
                return Optional.empty();
            }
            return scalar.read(node, reading);
        }

        private String expected(Words<T> words) {
            List<String> forms = new ArrayList<>(words.words.keySet());
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

    private static final class Tagged<T> extends Shape<T> {
        private final Map<String, Shape<T>> variants;

        Tagged(Map<String, Shape<T>> variants) {
            this.variants = variants;
        }

        @Override
        Optional<T> read(Node node, Reading reading) {
            if (!(node instanceof Mapping mapping) || mapping.entries().size() != 1) {
                reading.problems()
                        .add(
                                node,
                                "expected exactly one of " + String.join(", ", variants.keySet()) + ", got "
                                        + got(node));
                return Optional.empty();
            }
            Map.Entry<String, Mapping.Entry> only =
                    mapping.entries().entrySet().iterator().next();
            Shape<T> variant = variants.get(only.getKey());
            if (variant == null) {
                String hint = Nearest.hint(only.getKey(), variants.keySet());
                reading.problems()
                        .add(
                                only.getValue().keyPosition(),
                                mapping.path().child(only.getKey()).toString(),
                                "unknown key",
                                hint.isEmpty() ? "known here: " + String.join(", ", variants.keySet()) : hint);
                return Optional.empty();
            }
            return variant.read(only.getValue().value(), reading);
        }

        private static String got(Node node) {
            return node instanceof Mapping mapping ? mapping.entries().size() + " keys" : node.shown();
        }

        @Override
        ObjectNode schema(SchemaWriter writer) {
            ObjectNode schema = writer.type("object")
                    .put("additionalProperties", false)
                    .put("minProperties", 1)
                    .put("maxProperties", 1);
            ObjectNode properties = schema.putObject("properties");
            variants.forEach((name, shape) -> properties.set(name, shape.schema(writer)));
            return schema;
        }

        @Override
        String type() {
            List<String> forms = new ArrayList<>();
            variants.forEach((name, shape) -> forms.add("`" + name + ":` " + shape.type()));
            return "one of " + String.join("; ", forms);
        }

        @Override
        Map<String, Shape<?>> children() {
            return new LinkedHashMap<>(variants);
        }

        @Override
        List<Shape<?>> groups() {
            return variants.values().stream()
                    .<Shape<?>>flatMap(v -> v.groups().stream())
                    .toList();
        }
    }

    /** Adds nothing but a name. */
    static final class Titled<T> extends Shape<T> {
        private final String name;
        private final String meaning;
        private final Shape<T> base;

        Titled(String name, String meaning, Shape<T> base) {
            this.name = name;
            this.meaning = meaning;
            this.base = base;
        }

        String name() {
            return name;
        }

        String meaning() {
            return meaning;
        }

        Shape<T> base() {
            return base;
        }

        @Override
        Optional<T> read(Node node, Reading reading) {
            return base.read(node, reading);
        }

        @Override
        ObjectNode schema(SchemaWriter writer) {
            return writer.shared(name.replace(' ', '-'), () -> base.schema(writer));
        }

        @Override
        String type() {
            return "[" + name + "](#" + name.replace(' ', '-') + ")";
        }

        @Override
        Map<String, Shape<?>> children() {
            return base.children();
        }

        @Override
        List<Shape<?>> groups() {
            return List.of(this);
        }
    }
}
