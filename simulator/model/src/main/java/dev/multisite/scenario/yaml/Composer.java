package dev.multisite.scenario.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

import dev.multisite.scenario.yaml.Node.KeyPath;
import dev.multisite.scenario.yaml.Node.Mapping;
import dev.multisite.scenario.yaml.Node.Scalar;
import dev.multisite.scenario.yaml.Node.Sequence;
import dev.multisite.units.Literals;

/**
 * Builds the node tree from the events of a YAML 1.2 parser. Works on events rather than on the library's own tree in
 * order to bound depth, number of nodes and aliases before anything is built, and to see tags.
 */
final class Composer {

    static final int MAX_DEPTH = 64;
    static final int MAX_LINE = 100_000;
    static final int MAX_NODES = 200_000;
    static final int MAX_NODES_FROM_ALIASES = 10_000;

    private static final ScalarResolver RESOLVER = new CoreSchema().getScalarResolver();

    private final String source;
    private final Optional<Position> fixed;
    private final Problems problems;
    private final Map<String, Node> anchors = new HashMap<>();
    private int nodes;
    private int aliasNodes;

    private Composer(String source, Optional<Position> fixed, Problems problems) {
        this.source = source;
        this.fixed = fixed;
        this.problems = problems;
    }

    /** Returns the root of the only document in {@code text}, or nothing after reporting what is wrong. */
    static Optional<Node> compose(String text, String source, Problems problems) {
        return new Composer(source, Optional.empty(), problems).run(text, KeyPath.ROOT);
    }

    /** Returns the value of an override as a node that will live at {@code path}; its position is the override. */
    static Optional<Node> composeOverride(String text, String override, KeyPath path, Problems problems) {
        return new Composer(override, Optional.of(Position.ofOverride(override)), problems).run(text, path);
    }

    /** Returns the default of a key as a node; its position is that of the group it is missing from. */
    static Optional<Node> composeDefault(String text, Mapping group, String key, Problems problems) {
        Composer composer = new Composer(group.position().source(), Optional.of(group.position()), problems);
        return composer.run(text, group.path().child(key));
    }

    private Optional<Node> run(String text, KeyPath path) {
        if (hasOverlongLine(text)) {
            return Optional.empty();
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(source)
                .setSchema(new CoreSchema())
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        try {
            return Optional.of(document(new Parse(settings).parseString(text).iterator(), path));
        } catch (SyntaxException e) {
            problems.add(e.position, "", String.valueOf(e.getMessage()), "");
        } catch (MarkedYamlEngineException e) {
            Position position =
                    e.getProblemMark().or(e::getContextMark).map(this::at).orElse(at(1, 1));
            problems.add(position, "", "YAML syntax: " + oneLine(e.getProblem()), "");
        } catch (ReaderException e) {
            problems.add(
                    at(1, 1),
                    "",
                    "the character U+%04X is not allowed in YAML".formatted(e.getCodePoint()),
                    "it is character " + (e.getPosition() + 1) + " of the file");
        } catch (RuntimeException e) {
            // The library lets exceptions of other kinds escape for some malformed tags and escapes.
            problems.add(at(1, 1), "", "YAML syntax: " + oneLine(String.valueOf(e.getMessage())), "");
        }
        return Optional.empty();
    }

    /** The parser's time grows with the square of some tokens' length; bounded lines bound it. */
    private boolean hasOverlongLine(String text) {
        int start = 0;
        for (int line = 1; start < text.length(); line++) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            if (end - start > MAX_LINE) {
                problems.add(at(line, 1), "", "the line is longer than " + MAX_LINE + " characters", "break it");
                return true;
            }
            start = end + 1;
        }
        return false;
    }

    private Node document(Iterator<Event> events, KeyPath path) {
        events.next();
        Event start = events.next();
        if (start.getEventId() == Event.ID.StreamEnd) {
            throw new SyntaxException(at(1, 1), fixed.isPresent() ? "the value is empty" : "the file is empty");
        }
        Node root = node(events, events.next(), path, 0);
        events.next();
        Event after = events.next();
        if (after.getEventId() != Event.ID.StreamEnd) {
            throw new SyntaxException(at(after), "there is more than one YAML document");
        }
        return root;
    }

    private Node node(Iterator<Event> events, Event event, KeyPath path, int depth) {
        count(event, depth);
        if (event instanceof AliasEvent alias) {
            return alias(alias, path, depth);
        }
        rejectTag(event);
        Node node = event instanceof ScalarEvent scalar
                ? scalar(scalar, path)
                : event.getEventId() == Event.ID.SequenceStart
                        ? sequence(events, event, path, depth)
                        : mapping(events, event, path, depth);
        ((NodeEvent) event).getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), node));
        return node;
    }

    private void count(Event event, int depth) {
        if (depth > MAX_DEPTH) {
            throw new SyntaxException(at(event), "nested more than " + MAX_DEPTH + " levels deep");
        }
        if (++nodes > MAX_NODES) {
            throw new SyntaxException(
                    at(event), "more than " + MAX_NODES + " values; put large tables into a CSV file");
        }
    }

    private void rejectTag(Event event) {
        Optional<String> tag =
                event instanceof ScalarEvent scalar ? scalar.getTag() : ((CollectionStartEvent) event).getTag();
        if (tag.isPresent()) {
            throw new SyntaxException(at(event), "tags such as " + Literals.quoted(tag.get()) + " are not allowed");
        }
    }

    private Scalar scalar(ScalarEvent event, KeyPath path) {
        Tag tag = RESOLVER.resolve(event.getValue(), event.getImplicit().canOmitTagInPlainScalar());
        Scalar.Kind kind = Scalar.Kind.TEXT;
        if (event.isPlain() && (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT))) {
            kind = Scalar.Kind.NUMBER;
        } else if (event.isPlain() && tag.equals(Tag.BOOL)) {
            kind = Scalar.Kind.BOOLEAN;
        } else if (event.isPlain() && tag.equals(Tag.NULL)) {
            kind = Scalar.Kind.NULL;
        }
        return new Scalar(event.getValue(), kind, event.isPlain(), at(event), path);
    }

    private Sequence sequence(Iterator<Event> events, Event start, KeyPath path, int depth) {
        Sequence sequence = new Sequence(at(start), path);
        for (Event e = events.next(); e.getEventId() != Event.ID.SequenceEnd; e = events.next()) {
            KeyPath itemPath = path.child(Integer.toString(sequence.items().size()));
            sequence.items().add(node(events, e, itemPath, depth + 1));
        }
        return sequence;
    }

    private Mapping mapping(Iterator<Event> events, Event start, KeyPath path, int depth) {
        Mapping mapping = new Mapping(at(start), path);
        List<Node> merged = new ArrayList<>();
        Event mergeEvent = start;
        for (Event e = events.next(); e.getEventId() != Event.ID.MappingEnd; e = events.next()) {
            Position position = at(e);
            if (!(e instanceof ScalarEvent key)) {
                throw new SyntaxException(position, "a key must be plain text");
            }
            rejectTag(e);
            String name = key.getValue();
            Node value = node(events, events.next(), path.child(name), depth + 1);
            if (name.equals("<<") && key.isPlain()) {
                merged.add(value);
                mergeEvent = e;
                continue;
            }
            Mapping.Entry first = mapping.entries().putIfAbsent(name, new Mapping.Entry(position, value));
            if (first != null) {
                problems.add(
                        position,
                        path.child(name).toString(),
                        "duplicate key, first given at line "
                                + first.keyPosition().line(),
                        "");
            }
        }
        for (Node node : merged) {
            merge(node, mapping, mergeEvent, depth);
        }
        return mapping;
    }

    /** The merge key of YAML 1.1, which people use with anchors: keys of the group itself win. */
    private void merge(Node node, Mapping into, Event event, int depth) {
        if (node instanceof Sequence sequence) {
            sequence.items().forEach(item -> merge(item, into, event, depth + 1));
            return;
        }
        if (!(node instanceof Mapping from)) {
            throw new SyntaxException(at(event), "'<<' merges the keys of a group, but this is " + node.shown());
        }
        from.entries().forEach((key, entry) -> {
            if (!into.entries().containsKey(key)) {
                Node copy = copy(entry.value(), event, into.path().child(key), depth + 1);
                into.entries().put(key, new Mapping.Entry(entry.keyPosition(), copy));
            }
        });
    }

    private Node alias(AliasEvent event, KeyPath path, int depth) {
        Node target = anchors.get(event.getAlias().getValue());
        if (target == null) {
            throw new SyntaxException(
                    at(event),
                    "the alias *" + Literals.harmless(event.getAlias().getValue(), 60) + " names no anchor before it");
        }
        return copy(target, event, path, depth);
    }

    private Node copy(Node node, Event alias, KeyPath path, int depth) {
        count(alias, depth);
        if (++aliasNodes > MAX_NODES_FROM_ALIASES) {
            throw new SyntaxException(
                    at(alias), "aliases repeat more than " + MAX_NODES_FROM_ALIASES + " values in total");
        }
        if (node instanceof Mapping mapping) {
            Mapping copy = new Mapping(at(alias), path);
            mapping.entries()
                    .forEach((key, entry) -> copy.entries()
                            .put(
                                    key,
                                    new Mapping.Entry(
                                            entry.keyPosition(),
                                            copy(entry.value(), alias, path.child(key), depth + 1))));
            return copy;
        }
        if (node instanceof Sequence sequence) {
            Sequence copy = new Sequence(at(alias), path);
            for (Node item : sequence.items()) {
                copy.items()
                        .add(copy(
                                item,
                                alias,
                                path.child(Integer.toString(copy.items().size())),
                                depth + 1));
            }
            return copy;
        }
        Scalar scalar = (Scalar) node;
        return new Scalar(scalar.text(), scalar.kind(), scalar.plain(), at(alias), path);
    }

    private Position at(Event event) {
        return event.getStartMark().map(this::at).orElse(at(1, 1));
    }

    private Position at(Mark mark) {
        return at(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private Position at(int line, int column) {
        return fixed.orElseGet(() -> new Position(source, line, column));
    }

    private static String oneLine(String text) {
        return Literals.harmless(text.replaceAll("\\s+", " "), 200);
    }

    /** Ends composing; the message is for the user. */
    private static final class SyntaxException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Position position;

        SyntaxException(Position position, String message) {
            super(message, null, false, false);
            this.position = position;
        }
    }
}
