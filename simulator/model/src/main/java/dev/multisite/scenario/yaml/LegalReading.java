package dev.multisite.scenario.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.multisite.scenario.yaml.LegalNames.FaultyCatalogueException;
import dev.multisite.scenario.yaml.LegalNames.Kind;
import dev.multisite.scenario.yaml.Node.Mapping;
import dev.multisite.scenario.yaml.Node.Scalar;
import dev.multisite.scenario.yaml.Node.Sequence;
import dev.multisite.units.Literals;

/** The legal side of one reading: names of the catalogue that the document chooses, loaded when the first is asked for. */
final class LegalReading {

    private static final String DEFAULT = "default";

    private final Mapping root;
    private final LegalNames.Source laws;
    private final Path folder;
    private final Reading reading;
    private final Consumer<Path> reads;
    private @Nullable LegalNames names;

    LegalReading(Mapping root, LegalNames.Source laws, Path folder, Reading reading, Consumer<Path> reads) {
        this.root = root;
        this.laws = laws;
        this.folder = folder;
        this.reading = reading;
        this.reads = reads;
    }

    Optional<String> name(Kind kind, String name, Node node) {
        LegalNames known = names();
        String found = known.find(kind, name);
        if (found.isEmpty()) {
            String hint = Nearest.hint(name, known.all(kind));
            reading.problems()
                    .add(
                            node,
                            "no " + kind.word() + " " + Literals.quoted(name) + " in the law catalogue",
                            hint.isEmpty() ? "multisite catalogue laws lists them" : hint);
            return Optional.empty();
        }
        return Optional.of(found);
    }

    /** Names of a faulty catalogue are taken as they are: the fault is reported where the catalogue is named. */
    private LegalNames names() {
        if (names == null) {
            try {
                names = laws.of(section("catalogue") == null ? List.of(DEFAULT) : texts(section("catalogue")), folder);
            } catch (FaultyCatalogueException e) {
                names = LegalNames.UNCHECKED;
            }
        }
        return names;
    }

    Optional<List<String>> sources(Node node) {
        List<String> sources = new ArrayList<>();
        for (Node item : ((Sequence) node).items()) {
            String text = item instanceof Scalar scalar ? scalar.text() : "";
            if (text.equals(DEFAULT)) {
                sources.add(DEFAULT);
            } else {
                resolve(text, item).ifPresent(path -> sources.add(path.toString()));
            }
        }
        if (sources.size() < ((Sequence) node).items().size()) {
            return Optional.empty();
        }
        try {
            laws.of(sources, folder);
            return Optional.of(sources);
        } catch (FaultyCatalogueException e) {
            e.messages().forEach(message -> reading.problems().add(node, message));
            return Optional.empty();
        }
    }

    private Optional<Path> resolve(String text, Node node) {
        try {
            Path base = folder.toRealPath();
            Path path = base.resolve(text).normalize();
            if (path.startsWith(base) && Files.exists(path) && path.toRealPath().startsWith(base)) {
                reads.accept(base.relativize(path));
                return Optional.of(path.toRealPath());
            }
        } catch (IOException | InvalidPathException e) {
            // The message below says what is expected.
        }
        reading.problems()
                .add(
                        node,
                        "expected default, or a file or folder of laws beside the scenario or below, got "
                                + Literals.quoted(text));
        return Optional.empty();
    }

    String staffAccess() {
        List<String> states = texts(section(RegulationShapes.STAFF_ACCESS)).stream()
                .filter(state -> state.matches("[A-Z]{2}"))
                .map(YamlText::quote)
                .toList();
        return "[" + String.join(", ", states) + "]";
    }

    boolean hasConsent() {
        return section("mechanisms") instanceof Sequence list
                && list.items().stream()
                        .anyMatch(item -> item instanceof Mapping mapping
                                && mapping.find("mechanism") instanceof Scalar scalar
                                && DataShapes.isConsent(names().find(Kind.MECHANISM, scalar.text())));
    }

    private @Nullable Node section(String key) {
        return root.find("regulation") instanceof Mapping regulation ? regulation.find(key) : null;
    }

    private static List<String> texts(@Nullable Node node) {
        if (!(node instanceof Sequence sequence)) {
            return List.of();
        }
        return sequence.items().stream()
                .filter(Scalar.class::isInstance)
                .map(item -> ((Scalar) item).text())
                .toList();
    }
}
