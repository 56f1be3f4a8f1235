package dev.multisite.scenario.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A value in which two scenarios differ.
 *
 * @param path as for {@code --set}; {@code (file) name} for a file that the scenario refers to
 * @param before its text in the first scenario; empty where it has no such path
 * @param after its text in the second
 */
public record ScenarioDifference(String path, String before, String after) {
    private static final String FILE = "# ";
    private static final String HASH = ": sha-256 ";

    /**
     * Returns where two scenarios differ, in the order of the first, then of the second.
     *
     * @param first effective text of a scenario, as {@link ScenarioResult.Valid#effectiveText} has it
     * @param second effective text of another
     */
    public static List<ScenarioDifference> of(String first, String second) {
        Map<String, String> a = values(first);
        Map<String, String> b = values(second);
        Set<String> paths = new LinkedHashSet<>(a.keySet());
        paths.addAll(b.keySet());
        List<ScenarioDifference> differences = new ArrayList<>();
        for (String path : paths) {
            String before = a.getOrDefault(path, "");
            String after = b.getOrDefault(path, "");
            if (!before.equals(after)) {
                differences.add(new ScenarioDifference(path, before, after));
            }
        }
        return differences;
    }

    private static Map<String, String> values(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        text.lines()
                .filter(line -> line.startsWith(FILE) && line.contains(HASH))
                .forEach(line -> {
                    int hash = line.lastIndexOf(HASH);
                    values.put(
                            "(file) " + line.substring(FILE.length(), hash),
                            "sha-256 " + line.substring(hash + HASH.length()));
                });
        Composer.compose(text, "scenario", new Problems()).ifPresent(root -> collect(root, values));
        return values;
    }

    private static void collect(Node node, Map<String, String> values) {
        if (node instanceof Node.Mapping mapping) {
            mapping.entries().values().forEach(entry -> collect(entry.value(), values));
        } else if (node instanceof Node.Sequence sequence) {
            values.put(
                    path(node, "(elements)"), Integer.toString(sequence.items().size()));
            for (int i = 0; i < sequence.items().size(); i++) {
                collect(sequence.items().get(i), values);
            }
        } else {
            values.put(path(node, ""), ((Node.Scalar) node).text());
        }
    }

    private static String path(Node node, String suffix) {
        String path = node.path().toString();
        return suffix.isEmpty() ? path : path + " " + suffix;
    }
}
