package dev.multisite.scenario.yaml;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import dev.multisite.units.Literals;

/** CSV files that a scenario refers to. They must lie in the scenario's folder or below it, symbolic links resolved. */
final class Attachments {

    private static final long MAX_BYTES = 64L << 20;

    private final Path folder;
    private final Problems problems;
    private final Consumer<Path> reads;
    private final Map<String, String> hashes = new TreeMap<>();

    /** @param reads told of each file before it is read, by its path from the folder */
    Attachments(Path folder, Problems problems, Consumer<Path> reads) {
        this.folder = folder;
        this.problems = problems;
        this.reads = reads;
    }

    /** Returns the SHA-256 of each file read, by its name in the scenario. */
    Map<String, String> hashes() {
        return hashes;
    }

    /** Returns the rows of a CSV file, or nothing after reporting at {@code node} why it can't be read. */
    Optional<List<CSVRecord>> rows(Node node, String name, CSVFormat format) {
        Optional<String> text = resolve(node, name).flatMap(file -> text(node, name, file));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(text.get()))
                .setFormat(format)
                .get()) {
            return Optional.of(parser.getRecords());
        } catch (IOException | RuntimeException e) {
            problems.add(
                    node,
                    Literals.quoted(name) + " is not a CSV file: " + Literals.quoted(String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private Optional<Path> resolve(Node node, String name) {
        if (name.isEmpty()
                || name.indexOf('\\') >= 0
                || name.indexOf('\0') >= 0
                || name.contains(":")
                || name.startsWith("/")) {
            problems.add(
                    node, "expected a file beside the scenario such as round-trips.csv, got " + Literals.quoted(name));
            return Optional.empty();
        }
        try {
            Path root = folder.toRealPath();
            Path normalised = root.resolve(name).normalize();
            // Whether a file outside exists must not show, so "outside" is said before "missing".
            if (normalised.startsWith(root) && !Files.exists(normalised)) {
                problems.add(node, "there is no file " + Literals.quoted(name) + " beside the scenario");
                return Optional.empty();
            }
            Path real = normalised.startsWith(root) ? normalised.toRealPath() : normalised;
            if (real.startsWith(root) && Files.isRegularFile(real)) {
                reads.accept(root.relativize(normalised));
                return Optional.of(real);
            }
            problems.add(node, Literals.quoted(name) + " is not a file in the scenario's folder or below it");
        } catch (IOException | InvalidPathException e) {
            problems.add(node, Literals.quoted(name) + " can't be read");
        }
        return Optional.empty();
    }

    private Optional<String> text(Node node, String name, Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                problems.add(node, Literals.quoted(name) + " is larger than 64 MiB");
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(file);
            hashes.put(name, Hashes.sha256(bytes));
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            problems.add(node, Literals.quoted(name) + " is not valid UTF-8");
        } catch (IOException e) {
            problems.add(node, Literals.quoted(name) + " can't be read");
        }
        return Optional.empty();
    }
}
