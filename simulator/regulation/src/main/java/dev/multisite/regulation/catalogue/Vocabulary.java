package dev.multisite.regulation.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.multisite.regulation.yaml.Faults;
import dev.multisite.regulation.yaml.Fields;
import dev.multisite.regulation.yaml.Nearest;
import dev.multisite.regulation.yaml.YamlNode;

/** The names that laws, case files and scenarios share, each with its aliases. */
public final class Vocabulary {

    private final Map<Kind, Map<String, Term>> terms = new LinkedHashMap<>();
    private final Map<Kind, Map<String, String>> canonical = new LinkedHashMap<>();

    Vocabulary() {
        for (Kind kind : Kind.values()) {
            terms.put(kind, new LinkedHashMap<>());
            canonical.put(kind, new LinkedHashMap<>());
        }
    }

    /** What a name stands for. */
    public enum Kind {
        DATA_CLASS("data class"),
        MECHANISM("mechanism"),
        FACT("fact"),
        ATTRIBUTE("attribute"),
        NEXUS("nexus");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** Returns how messages call it. */
        public String word() {
            return word;
        }
    }

    /**
     * A name.
     *
     * @param id the name
     * @param about what it means
     * @param aliases other spellings
     */
    public record Term(String id, String about, List<String> aliases) {
        public Term {
            aliases = List.copyOf(aliases);
        }
    }

    /** Returns the names of a kind in the order of the vocabulary. */
    public Collection<Term> terms(Kind kind) {
        return List.copyOf(of(terms, kind).values());
    }

    /** Returns the canonical form of a name, empty if it is not known. */
    public String find(Kind kind, String name) {
        return of(canonical, kind).getOrDefault(Fields.word(name), "");
    }

    /** Returns the canonical form of a mechanism, fact, attribute or nexus, empty if it is none. */
    public String findCircumstance(String name) {
        for (Kind kind : List.of(Kind.MECHANISM, Kind.FACT, Kind.ATTRIBUTE, Kind.NEXUS)) {
            String found = find(kind, name);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return "";
    }

    /** Returns the canonical form of the name at {@code node}; reports it if it is not known. */
    public String resolve(Kind kind, YamlNode node, Fields fields) {
        String name = fields.text(node);
        String found = find(kind, name);
        if (found.isEmpty() && !name.isEmpty()) {
            fields.faults()
                    .add(
                            node,
                            "unknown " + kind.word() + " '" + name + "'"
                                    + Nearest.hint(
                                            Fields.word(name),
                                            of(canonical, kind).keySet()));
        }
        return found;
    }

    /** Returns the canonical form of a mechanism, fact, attribute or nexus; reports it if it is none. */
    public String resolveCircumstance(YamlNode node, Fields fields) {
        String name = fields.text(node);
        String found = findCircumstance(name);
        if (found.isEmpty() && !name.isEmpty()) {
            List<String> known = new ArrayList<>();
            canonical.values().forEach(map -> known.addAll(map.keySet()));
            fields.faults()
                    .add(node, "unknown mechanism or fact '" + name + "'" + Nearest.hint(Fields.word(name), known));
        }
        return found;
    }

    /** Adds the names of a vocabulary file. */
    void read(YamlNode root, Faults faults) {
        Fields fields = Fields.of(root, faults, "format", "data-classes", "mechanisms", "facts", "attributes", "nexus");
        read(Kind.DATA_CLASS, "data-classes", fields);
        read(Kind.MECHANISM, "mechanisms", fields);
        read(Kind.FACT, "facts", fields);
        read(Kind.ATTRIBUTE, "attributes", fields);
        read(Kind.NEXUS, "nexus", fields);
    }

    private void read(Kind kind, String key, Fields fields) {
        fields.group(key).forEach((name, node) -> {
            Fields term = Fields.of(node, fields.faults(), "about", "aliases");
            String id = Fields.word(name);
            List<String> aliases = term.words("aliases");
            of(terms, kind).put(id, new Term(id, term.text("about"), aliases));
            of(canonical, kind).put(id, id);
            for (String alias : aliases) {
                String before = of(canonical, kind).put(alias, id);
                if (before != null && !before.equals(id)) {
                    fields.faults().add(node, "'" + alias + "' already stands for '" + before + "'");
                }
            }
        });
    }

    private static <T> T of(Map<Kind, T> map, Kind kind) {
        return java.util.Objects.requireNonNull(map.get(kind));
    }
}
