package dev.multisite.regulation.yaml;

import java.util.List;
import java.util.Map;

/** A value of a document with its place: a {@link Text}, a {@link Group} of keys or a {@link Sequence}. */
public abstract sealed class YamlNode {

    private final String file;
    private final int line;
    private final int column;
    private final String path;

    private YamlNode(String file, int line, int column, String path) {
        this.file = file;
        this.line = line;
        this.column = column;
        this.path = path;
    }

    public String file() {
        return file;
    }

    /** Returns the line, from 1. */
    public int line() {
        return line;
    }

    /** Returns the column, from 1. */
    public int column() {
        return column;
    }

    /** Returns the keys from the root to this value, joined by dots; elements of lists are numbered from 0. */
    public String path() {
        return path;
    }

    /** Returns how a message names the value. */
    public abstract String shown();

    /** Returns whether the value is an explicit null. */
    public boolean isNull() {
        return false;
    }

    /** Text, number, boolean or null: what YAML's core schema makes of it is in {@link #kind}. */
    public static final class Text extends YamlNode {

        /** The core schema's view of a scalar. */
        public enum Kind {
            STRING,
            NUMBER,
            BOOLEAN,
            NULL
        }

        private final String value;
        private final Kind kind;

        Text(String file, int line, int column, String path, String value, Kind kind) {
            super(file, line, column, path);
            this.value = value;
            this.kind = kind;
        }

        public String value() {
            return value;
        }

        public Kind kind() {
            return kind;
        }

        @Override
        public boolean isNull() {
            return kind == Kind.NULL;
        }

        @Override
        public String shown() {
            return switch (kind) {
                case NULL -> "nothing";
                case BOOLEAN -> "the boolean " + value;
                case NUMBER -> "the number " + value;
                case STRING -> "'" + (value.length() > 60 ? value.substring(0, 60) + "…" : value) + "'";
            };
        }
    }

    /** Keys and values in the order of the file. */
    public static final class Group extends YamlNode {

        private final Map<String, YamlNode> entries;
        private final Map<String, YamlNode> keys;

        Group(
                String file,
                int line,
                int column,
                String path,
                Map<String, YamlNode> entries,
                Map<String, YamlNode> keys) {
            super(file, line, column, path);
            this.entries = entries;
            this.keys = keys;
        }

        /** Returns the values by key as written. */
        public Map<String, YamlNode> entries() {
            return entries;
        }

        /** Returns the place of a key that is present. */
        public YamlNode placeOf(String key) {
            YamlNode place = keys.get(key);
            return place == null ? this : place;
        }

        @Override
        public String shown() {
            return "a group of keys";
        }
    }

    /** A list. */
    public static final class Sequence extends YamlNode {

        private final List<YamlNode> items;

        Sequence(String file, int line, int column, String path, List<YamlNode> items) {
            super(file, line, column, path);
            this.items = items;
        }

        public List<YamlNode> items() {
            return items;
        }

        @Override
        public String shown() {
            return "a list";
        }
    }
}
