package dev.multisite.scenario.yaml;

import java.util.Map;
import java.util.regex.Pattern;

import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

import dev.multisite.scenario.yaml.Node.Mapping;
import dev.multisite.scenario.yaml.Node.Scalar;
import dev.multisite.scenario.yaml.Node.Sequence;

/** Writes a node tree as YAML, defaults marked by comments. */
final class YamlText {

    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N} _./%+>-]*[\\p{L}\\p{N}_./%+-])?");

    private final StringBuilder text = new StringBuilder();

    private YamlText() {}

    static String of(Mapping root) {
        YamlText writer = new YamlText();
        writer.entries(root, 0);
        return writer.text.toString();
    }

    /** Returns a text so that YAML reads the same text again: plain where that is safe, otherwise in double quotes. */
    static String quote(String value) {
        boolean isText =
                new CoreSchema().getScalarResolver().resolve(value, true).equals(Tag.STR);
        return isText && PLAIN.matcher(value).matches() ? value : inQuotes(value);
    }

    private static String inQuotes(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c == '\n') {
                quoted.append("\\n");
            } else if (c < 0x20 || (c >= 0x7f && c <= 0xa0) || c == 0x2028 || c == 0x2029 || c == 0xfeff) {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private void entries(Mapping mapping, int indent) {
        for (Map.Entry<String, Mapping.Entry> entry : mapping.entries().entrySet()) {
            indent(indent);
            text.append(quote(entry.getKey())).append(':');
            value(entry.getValue().value(), indent);
        }
    }

    private void value(Node node, int indent) {
        if (isInline(node)) {
            text.append(' ').append(inline(node));
            note(node);
            return;
        }
        note(node);
        if (node instanceof Mapping mapping) {
            entries(mapping, indent + 2);
        } else if (node instanceof Sequence sequence) {
            for (Node item : sequence.items()) {
                indent(indent + 2);
                text.append('-');
                value(item, indent + 2);
            }
        }
    }

    private void note(Node node) {
        text.append(node.note().isEmpty() ? "" : "  # " + node.note()).append('\n');
    }

    private void indent(int width) {
        text.append(" ".repeat(width));
    }

    /** Scalars, empty collections and lists of scalars stand on one line. */
    private static boolean isInline(Node node) {
        if (node instanceof Mapping mapping) {
            return mapping.entries().isEmpty();
        }
        return !(node instanceof Sequence sequence) || sequence.items().stream().allMatch(Scalar.class::isInstance);
    }

    private static String inline(Node node) {
        if (node instanceof Scalar scalar) {
            return scalar.kind() == Scalar.Kind.TEXT ? quote(scalar.text()) : scalar.text();
        }
        return node instanceof Sequence sequence
                ? "["
                        + String.join(
                                ", ",
                                sequence.items().stream().map(YamlText::inline).toList()) + "]"
                : "{}";
    }
}
