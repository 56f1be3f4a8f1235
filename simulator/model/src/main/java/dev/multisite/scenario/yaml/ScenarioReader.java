package dev.multisite.scenario.yaml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import dev.multisite.catalogue.Catalogue;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.yaml.Node.Mapping;

/** Reads scenarios from YAML 1.2. Reports all problems at once, and nothing but problems: no input makes it throw. */
public final class ScenarioReader {

    /** Largest file that is read, bytes. */
    public static final long MAX_BYTES = 8L << 20;

    private final Gazetteer gazetteer;
    private final LegalNames.Source laws;

    /** Creates a reader that takes names of laws, data classes and the like as they are. */
    public ScenarioReader(Catalogue catalogue) {
        this(catalogue, LegalNames.Source.UNCHECKED);
    }

    /** Creates a reader that checks legal names against the catalogue that the scenario names. */
    public ScenarioReader(Catalogue catalogue, LegalNames.Source laws) {
        this.gazetteer = new Gazetteer(catalogue);
        this.laws = laws;
    }

    /** Reads a file; see {@link #read(Path, List)}. */
    public ScenarioResult read(Path file) throws UnreadableInputException {
        return read(file, List.of());
    }

    /**
     * Reads a file with some values replaced. Files that it refers to must lie in its folder or below.
     *
     * @throws UnreadableInputException if the file is missing, is no file or can't be read
     */
    public ScenarioResult read(Path file, List<ValueOverride> overrides) throws UnreadableInputException {
        String name = file.toString();
        if (!Files.exists(file)) {
            throw new UnreadableInputException(name + ": there is no such file");
        }
        if (Files.isDirectory(file)) {
            throw new UnreadableInputException(name + ": is a directory, expected a scenario file");
        }
        try {
            if (Files.size(file) > MAX_BYTES) {
                return tooLarge(name);
            }
            Path parent = file.toAbsolutePath().getParent();
            return read(name, Files.readAllBytes(file), parent == null ? file : parent, overrides);
        } catch (IOException e) {
            throw new UnreadableInputException(name + ": can't be read", e);
        }
    }

    /**
     * Reads a document from memory.
     *
     * @param name how problems call it
     * @param folder where files that it refers to are looked up
     */
    public ScenarioResult read(String name, byte[] bytes, Path folder, List<ValueOverride> overrides) {
        return read(name, bytes, folder, overrides, file -> {});
    }

    /** @param reads told of each file or folder that the document refers to, by its path from {@code folder} */
    ScenarioResult read(String name, byte[] bytes, Path folder, List<ValueOverride> overrides, Consumer<Path> reads) {
        if (bytes.length > MAX_BYTES) {
            return tooLarge(name);
        }
        Problems problems = new Problems();
        Optional<String> text = decode(name, bytes, problems);
        Optional<Mapping> root =
                text.flatMap(t -> Composer.compose(t, name, problems)).flatMap(n -> root(n, problems));
        if (root.isEmpty()) {
            return new ScenarioResult.Invalid(problems.sorted());
        }
        new Overrides(problems).apply(root.get(), ScenarioShape.SCENARIO, overrides);
        Reading reading = new Reading(root.get(), gazetteer, laws, folder, problems, reads);
        Optional<Scenario> scenario = ScenarioShape.SCENARIO.read(root.get(), reading);
        if (scenario.isEmpty() || !problems.isEmpty()) {
            return new ScenarioResult.Invalid(problems.sorted());
        }
        return valid(scenario.get(), root.get(), reading);
    }

    private static ScenarioResult valid(Scenario scenario, Mapping root, Reading reading) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> file : reading.attachments().hashes().entrySet()) {
            text.append("# ")
                    .append(file.getKey())
                    .append(": sha-256 ")
                    .append(file.getValue())
                    .append('\n');
        }
        text.append(YamlText.of(root));
        String effective = text.toString();
        return new ScenarioResult.Valid(scenario, effective, Hashes.sha256(effective.getBytes(StandardCharsets.UTF_8)));
    }

    private static ScenarioResult tooLarge(String name) {
        return new ScenarioResult.Invalid(List.of(
                new Problem(name, 0, 0, "", "the file is larger than 8 MiB", "put large tables into CSV files")));
    }

    private static Optional<Mapping> root(Node node, Problems problems) {
        if (node instanceof Mapping mapping) {
            String other = otherKind(mapping);
            if (other.isEmpty()) {
                return Optional.of(mapping);
            }
            problems.add(node, other);
            return Optional.empty();
        }
        problems.add(node, "expected a scenario, which begins with multisite: 1, got " + node.shown());
        return Optional.empty();
    }

    /** Says which other file of the program this is; empty if it is none. */
    private static String otherKind(Mapping mapping) {
        if (mapping.find("multisite") != null) {
            return "";
        }
        if (mapping.find("what-if") != null) {
            return "this is a what-if file, not a scenario; run it with multisite sweep";
        }
        return mapping.find("verdict-cases") != null
                ? "this is a file of verdict cases, not a scenario; evaluate it with multisite verdict"
                : "";
    }

    static Optional<String> decode(String name, byte[] bytes, Problems problems) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            String text = decoder.decode(in).toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            int at = in.position();
            int line = 1;
            int column = 1;
            for (int i = 0; i < at; i++) {
                column = bytes[i] == '\n' ? 1 : column + 1;
                line += bytes[i] == '\n' ? 1 : 0;
            }
            String value = at < bytes.length ? " (byte 0x%02X)".formatted(bytes[at] & 0xff) : "";
            problems.add(new Position(name, line, column), "", "not valid UTF-8" + value, "save the file as UTF-8");
            return Optional.empty();
        }
    }
}
