package dev.multisite.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.multisite.regulation.catalogue.LawCatalogue;
import dev.multisite.regulation.catalogue.LawText;
import dev.multisite.regulation.catalogue.Vocabulary;
import dev.multisite.regulation.law.Law;
import dev.multisite.regulation.law.LawVersion;

/** Shows laws of the catalogue, and the names that case files and scenarios use. */
final class LawLookup {
    /** At most so many laws are shown in full. */
    private static final int FEW = 5;

    private final LawCatalogue catalogue = LawCatalogue.shipped();
    private final String wanted;

    LawLookup(String query) {
        wanted = query.toLowerCase(Locale.ROOT);
    }

    void print(PrintWriter out) {
        List<Law> laws = matching();
        boolean inFull = !wanted.isEmpty() && laws.size() <= FEW;
        for (Law law : laws) {
            if (inFull) {
                LawText.details(law).forEach(out::println);
            } else {
                out.println(LawText.line(law));
            }
        }
        catalogue.lists().stream()
                .filter(list ->
                        !wanted.isEmpty() && list.id().toLowerCase(Locale.ROOT).contains(wanted))
                .forEach(list -> LawText.details(list).forEach(out::println));
        for (Vocabulary.Kind kind : Vocabulary.Kind.values()) {
            List<String> names = LawText.names(catalogue.vocabulary(), kind).stream()
                    .filter(name -> name.toLowerCase(Locale.ROOT).contains(wanted))
                    .toList();
            if (!names.isEmpty()) {
                out.println(kind.word() + ":");
                names.forEach(out::println);
            }
        }
    }

    /** Returns whether anything matches. */
    boolean isEmpty() {
        return matching().isEmpty()
                && catalogue.lists().stream()
                        .noneMatch(list -> list.id().toLowerCase(Locale.ROOT).contains(wanted))
                && List.of(Vocabulary.Kind.values()).stream()
                        .flatMap(kind -> LawText.names(catalogue.vocabulary(), kind).stream())
                        .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private List<Law> matching() {
        if (catalogue.hasLaw(wanted.toUpperCase(Locale.ROOT))) {
            return List.of(catalogue.law(wanted.toUpperCase(Locale.ROOT)));
        }
        return catalogue.laws().stream().filter(this::matches).toList();
    }

    private boolean matches(Law law) {
        if (wanted.length() == 2) {
            return law.countries().contains(wanted.toUpperCase(Locale.ROOT));
        }
        return (LawText.line(law) + law.citation()).toLowerCase(Locale.ROOT).contains(wanted);
    }

    void printJson(PrintWriter out) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Law law : matching()) {
            ObjectNode node = array.addObject();
            node.put("law", law.id());
            node.put("name", law.shortName());
            node.put("citation", law.citation());
            ArrayNode states = node.putArray("jurisdiction");
            law.countries().forEach(states::add);
            ArrayNode versions = node.putArray("versions");
            law.versions().forEach(version -> add(versions.addObject(), version));
            node.put("reviewed", law.review().done());
            ArrayNode sources = node.putArray("sources");
            law.sources()
                    .forEach(source -> sources.addObject()
                            .put("what", source.what())
                            .put("where", source.where())
                            .put("status", source.verified() ? "sourced" : "to-verify"));
        }
        out.println(
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(array));
    }

    private static void add(ObjectNode node, LawVersion version) {
        node.put("version", version.version());
        node.put("in-force", date(version.inForce()));
        node.put("enforced", date(version.enforced()));
        node.put("ended", date(version.ended()));
        ArrayNode rules = node.putArray("rules");
        version.rules()
                .forEach(rule -> rules.addObject().put("rule", rule.head().id()).put("kind", rule.kind()));
    }

    private static String date(LocalDate date) {
        return date.equals(LocalDate.MAX) ? "" : date.toString();
    }
}
