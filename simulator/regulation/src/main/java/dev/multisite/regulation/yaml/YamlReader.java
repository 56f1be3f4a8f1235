package dev.multisite.regulation.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads one YAML 1.2 document. Anchors and aliases are refused: no file of this program needs them. */
public final class YamlReader {

    private static final int MAX_DEPTH = 40;
    private static final int MAX_CHARACTERS = 8 * 1024 * 1024;

    private final String file;
    private final Faults faults;

    private YamlReader(String file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    /** Returns the root of the document, or nothing after reporting why there is none. */
    public static Optional<YamlNode> read(String file, String text, Faults faults) {
        return new YamlReader(file, faults).read(text);
    }

    private Optional<YamlNode> read(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setMaxAliasesForCollections(0)
                .setCodePointLimit(MAX_CHARACTERS)
                .build();
        try {
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                faults.add(new Fault(file, 1, 1, "", "the file is empty"));
                return Optional.empty();
            }
            return Optional.of(convert(root.get(), "", 0));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            int column = e.getProblemMark().map(Mark::getColumn).orElse(0) + 1;
            faults.add(new Fault(file, line, column, "", "this is not YAML: " + oneLine(e.getProblem())));
        } catch (RuntimeException e) {
            // The library lets other exceptions escape for some malformed input.
            faults.add(new Fault(file, 1, 1, "", "this is not YAML: " + oneLine(String.valueOf(e.getMessage()))));
        }
        return Optional.empty();
    }

    private YamlNode convert(Node node, String path, int depth) {
        int line = node.getStartMark().map(Mark::getLine).orElse(0) + 1;
        int column = node.getStartMark().map(Mark::getColumn).orElse(0) + 1;
        if (node.getAnchor().isPresent()) {
            faults.add(new Fault(file, line, column, path, "anchors and aliases are not allowed; repeat the value"));
            return new YamlNode.Text(file, line, column, path, "", YamlNode.Text.Kind.NULL);
        }
        if (depth > MAX_DEPTH) {
            faults.add(new Fault(file, line, column, path, "nested more than " + MAX_DEPTH + " levels deep"));
            return new YamlNode.Text(file, line, column, path, "", YamlNode.Text.Kind.NULL);
        }
        if (node instanceof MappingNode mapping) {
            return group(mapping, line, column, path, depth);
        }
        if (node instanceof SequenceNode sequence) {
            List<YamlNode> items = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                items.add(convert(item, child(path, Integer.toString(items.size())), depth + 1));
            }
            return new YamlNode.Sequence(file, line, column, path, items);
        }
        return text((ScalarNode) node, line, column, path);
    }

    private YamlNode group(MappingNode mapping, int line, int column, String path, int depth) {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        Map<String, YamlNode> keys = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            YamlNode key = convert(tuple.getKeyNode(), path, depth + 1);
            if (!(key instanceof YamlNode.Text name)) {
                faults.add(key, "a key must be plain text");
                continue;
            }
            YamlNode value = convert(tuple.getValueNode(), child(path, name.value()), depth + 1);
            YamlNode before = keys.putIfAbsent(name.value(), key);
            if (before != null) {
                faults.add(key, "duplicate key '" + name.value() + "', first given at line " + before.line());
                continue;
            }
            entries.put(name.value(), value);
        }
        return new YamlNode.Group(file, line, column, path, entries, keys);
    }

    private YamlNode text(ScalarNode scalar, int line, int column, String path) {
        Tag tag = scalar.getTag();
        YamlNode.Text.Kind kind = YamlNode.Text.Kind.STRING;
        if (tag.equals(Tag.NULL)) {
            kind = YamlNode.Text.Kind.NULL;
        } else if (tag.equals(Tag.BOOL)) {
            kind = YamlNode.Text.Kind.BOOLEAN;
        } else if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            kind = YamlNode.Text.Kind.NUMBER;
        }
        return new YamlNode.Text(file, line, column, path, scalar.getValue(), kind);
    }

    private static String child(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
