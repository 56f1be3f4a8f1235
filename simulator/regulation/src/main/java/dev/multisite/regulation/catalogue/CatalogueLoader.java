package dev.multisite.regulation.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.multisite.regulation.law.CountryList;
import dev.multisite.regulation.law.Law;
import dev.multisite.regulation.yaml.Faults;
import dev.multisite.regulation.yaml.Nearest;
import dev.multisite.regulation.yaml.YamlNode;
import dev.multisite.regulation.yaml.YamlReader;

/** Finds the files of a catalogue, tells them apart by their keys, and checks what only all of them together show. */
final class CatalogueLoader {

    private static final String ROOT = "/dev/multisite/regulation/catalogue/";

    private final Faults faults = new Faults();
    private final Vocabulary vocabulary = new Vocabulary();
    private final Rates rates = new Rates();
    private final Map<String, Law> laws = new LinkedHashMap<>();
    private final Map<String, YamlNode> lawPlaces = new HashMap<>();
    private final Map<String, CountryList> lists = new LinkedHashMap<>();
    private final LawReader lawReader = new LawReader(vocabulary, rates);

    /** A file with its text. */
    record Source(String name, String text) {}

    static LawCatalogue shipped() {
        CatalogueLoader loader = new CatalogueLoader();
        loader.read(shippedFiles());
        return loader.finish();
    }

    static LawCatalogue load(List<String> sources, Path base) throws IOException {
        CatalogueLoader loader = new CatalogueLoader();
        for (String source : sources) {
            loader.read(
                    source.equals(LawCatalogue.DEFAULT)
                            ? shippedFiles()
                            : filesOf(base.resolve(source).normalize()));
        }
        return loader.finish();
    }

    static List<Source> shippedFiles() {
        List<Source> files = new ArrayList<>();
        for (String name : resource("index.txt").split("\n")) {
            if (!name.isBlank()) {
                files.add(new Source(name, resource(name)));
            }
        }
        return files;
    }

    private static String resource(String name) {
        try (InputStream in = CatalogueLoader.class.getResourceAsStream(ROOT + name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Source> filesOf(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(path)) {
            paths = walk.filter(Files::isRegularFile)
                    .filter(file ->
                            file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        }
        List<Source> files = new ArrayList<>();
        for (Path file : paths) {
            files.add(new Source(file.toString(), Files.readString(file, StandardCharsets.UTF_8)));
        }
        return files;
    }

    /** Reads the files of one source: names and rates first, because laws use them. */
    void read(List<Source> files) {
        Map<String, YamlNode> lawsHere = new LinkedHashMap<>();
        List<YamlNode> roots = new ArrayList<>();
        for (Source file : files) {
            YamlReader.read(file.name(), file.text(), faults).ifPresent(roots::add);
        }
        roots.stream().filter(root -> kind(root) == Kind.VOCABULARY).forEach(root -> vocabulary.read(root, faults));
        roots.stream().filter(root -> kind(root) == Kind.RATES).forEach(root -> rates.read(root, faults));
        for (YamlNode root : roots) {
            Kind kind = kind(root);
            if (kind == Kind.LIST) {
                CountryList list = new ListReader(vocabulary).read(root, faults);
                duplicate(list.id(), root, lawsHere);
                lists.put(list.id(), list);
            } else if (kind == Kind.LAW) {
                Law law = lawReader.read(root, faults);
                duplicate(law.id(), root, lawsHere);
                laws.put(law.id(), law);
                lawPlaces.put(law.id(), root);
            } else if (kind == Kind.OTHER) {
                faults.add(root, "expected a law (with versions), a country list (with entries), names or rates");
            }
        }
    }

    private void duplicate(String id, YamlNode root, Map<String, YamlNode> here) {
        YamlNode before = here.putIfAbsent(id, root);
        if (before != null && !id.isEmpty()) {
            faults.add(root, "'" + id + "' is defined twice; first in " + before.file());
        }
    }

    private enum Kind {
        LAW,
        LIST,
        VOCABULARY,
        RATES,
        OTHER
    }

    private static Kind kind(YamlNode root) {
        if (!(root instanceof YamlNode.Group group)) {
            return Kind.OTHER;
        }
        if (group.entries().containsKey("entries")) {
            return Kind.LIST;
        }
        if (group.entries().containsKey("per_usd")) {
            return Kind.RATES;
        }
        boolean law = group.entries().containsKey("versions")
                || group.entries().containsKey("citation")
                || group.entries().containsKey("jurisdiction");
        if (law) {
            return Kind.LAW;
        }
        boolean names = Stream.of("data_classes", "mechanisms", "facts", "attributes", "nexus")
                .anyMatch(group.entries()::containsKey);
        return names ? Kind.VOCABULARY : Kind.OTHER;
    }

    LawCatalogue finish() {
        lawReader.listPlaces().forEach((list, place) -> {
            if (!lists.containsKey(list)) {
                faults.add(place, "unknown list '" + list + "'" + Nearest.hint(list, lists.keySet()));
            }
        });
        laws.values().forEach(this::checkReplaces);
        checkAliases();
        faults.throwIfAny();
        return new LawCatalogue(laws, lists, vocabulary, rates);
    }

    private void checkReplaces(Law law) {
        YamlNode place = lawPlaces.get(law.id());
        if (place != null && !law.replaces().isEmpty() && !laws.containsKey(law.replaces())) {
            faults.add(
                    place,
                    "it replaces the unknown law '" + law.replaces() + "'"
                            + Nearest.hint(law.replaces(), laws.keySet()));
        }
    }

    private void checkAliases() {
        Map<String, String> owners = new HashMap<>();
        for (Law law : laws.values()) {
            for (String alias : law.aliases()) {
                String owner = owners.putIfAbsent(alias, law.id());
                YamlNode place = lawPlaces.get(law.id());
                if (place != null && (owner != null || laws.containsKey(alias))) {
                    faults.add(
                            place,
                            "the alias '" + alias + "' already names the law " + (owner == null ? alias : owner));
                }
            }
        }
    }
}
