package dev.multisite.scenario.yaml;

import java.util.List;
import java.util.Map;

import dev.multisite.scenario.yaml.Node.Mapping;
import dev.multisite.scenario.yaml.Node.Scalar;
import dev.multisite.scenario.yaml.Node.Sequence;

/** Writes a node as YAML on one line. */
final class FlowText {

    private FlowText() {}

    static String of(Node node) {
        if (node instanceof Mapping mapping) {
            List<String> entries =
                    mapping.entries().entrySet().stream().map(FlowText::entry).toList();
            return "{" + String.join(", ", entries) + "}";
        }
        if (node instanceof Sequence sequence) {
            return "["
                    + String.join(
                            ", ", sequence.items().stream().map(FlowText::of).toList()) + "]";
        }
        Scalar scalar = (Scalar) node;
        return scalar.kind() == Scalar.Kind.TEXT ? YamlText.quote(scalar.text()) : scalar.text();
    }

    private static String entry(Map.Entry<String, Mapping.Entry> entry) {
        return YamlText.quote(entry.getKey()) + ": " + of(entry.getValue().value());
    }
}
