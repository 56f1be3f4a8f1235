package dev.multisite.scenario.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.multisite.units.Literals;

/**
 * A value of the document with its place. The tree belongs to one reading: overrides change it, and reading fills in the
 * defaults, after which it is the effective document.
 */
abstract sealed class Node {

    private final Position position;
    private final KeyPath path;
    private String note = "";

    private Node(Position position, KeyPath path) {
        this.position = position;
        this.path = path;
    }

    Position position() {
        return position;
    }

    KeyPath path() {
        return path;
    }

    /** Returns the remark that the effective document shows beside the value; empty for values the user wrote. */
    String note() {
        return note;
    }

    void annotate(String newNote) {
        note = newNote;
    }

    /** Returns the value for a message, e.g. {@code the list}, {@code "often"}. */
    abstract String shown();

    /** A path such as {@code sites.india.hosts}; list elements are numbered from 0. */
    record KeyPath(@Nullable KeyPath parent, String segment) {

        static final KeyPath ROOT = new KeyPath(null, "");

        KeyPath child(String name) {
            return new KeyPath(this, name);
        }

        @Override
        public String toString() {
            return parent == null ? "" : parent.parent == null ? segment : parent + "." + segment;
        }
    }

    /** Text, a number, true, false or null. */
    static final class Scalar extends Node {

        /** What YAML's core schema makes of the text. */
        enum Kind {
            TEXT,
            NUMBER,
            BOOLEAN,
            NULL
        }

        private final String text;
        private final Kind kind;
        private final boolean plain;

        Scalar(String text, Kind kind, boolean plain, Position position, KeyPath path) {
            super(position, path);
            this.text = text;
            this.kind = kind;
            this.plain = plain;
        }

        String text() {
            return text;
        }

        Kind kind() {
            return kind;
        }

        /** Returns whether it was written without quotes on one line. */
        boolean plain() {
            return plain;
        }

        @Override
        String shown() {
            return switch (kind) {
                case TEXT -> Literals.quoted(text);
                case NUMBER -> "the number " + unquoted();
                case BOOLEAN -> unquoted();
                case NULL -> "nothing";
            };
        }

        private String unquoted() {
            return Literals.harmless(text, 60);
        }
    }

    /** Keys and values in the order of the document. */
    static final class Mapping extends Node {

        /** A key's place and its value. */
        record Entry(Position keyPosition, Node value) {}

        private final Map<String, Entry> entries = new LinkedHashMap<>();

        Mapping(Position position, KeyPath path) {
            super(position, path);
        }

        Map<String, Entry> entries() {
            return entries;
        }

        @Nullable
        Node find(String key) {
            Entry entry = entries.get(key);
            return entry == null ? null : entry.value();
        }

        @Override
        String shown() {
            return "a group of keys";
        }
    }

    /** A list. */
    static final class Sequence extends Node {

        private final List<Node> items = new ArrayList<>();

        Sequence(Position position, KeyPath path) {
            super(position, path);
        }

        List<Node> items() {
            return items;
        }

        @Override
        String shown() {
            return "a list";
        }
    }
}
