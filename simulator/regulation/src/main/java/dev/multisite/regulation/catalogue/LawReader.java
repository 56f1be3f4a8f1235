package dev.multisite.regulation.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.multisite.regulation.catalogue.Vocabulary.Kind;
import dev.multisite.regulation.law.EnforcementTerms;
import dev.multisite.regulation.law.Law;
import dev.multisite.regulation.law.LawVersion;
import dev.multisite.regulation.law.Readings;
import dev.multisite.regulation.law.Rule;
import dev.multisite.regulation.law.Scope;
import dev.multisite.regulation.law.Treatment;
import dev.multisite.regulation.law.Window;
import dev.multisite.regulation.yaml.Fields;
import dev.multisite.regulation.yaml.Nearest;
import dev.multisite.regulation.yaml.YamlNode;

/** Reads a law file. */
final class LawReader {

    /** Questions that a law may answer about forms and movements. */
    static final List<String> QUESTIONS = List.of(
            "encrypted",
            "pseudonymised",
            "anonymous",
            "telemetry",
            "direct-collection",
            "transit-only",
            "remote-access",
            "support",
            "transfer",
            "replication",
            "backup",
            "processor-abroad",
            "storage-at-own-site-abroad",
            "own-storage-no-third-party-access");

    private final RuleReader rules;

    LawReader(Vocabulary vocabulary, Rates rates) {
        this.rules = new RuleReader(vocabulary, rates);
    }

    Law read(YamlNode root, dev.multisite.regulation.yaml.Faults faults) {
        Fields law = Fields.of(
                root,
                faults,
                "format",
                "id",
                "aliases",
                "short-name",
                "citation",
                "jurisdiction",
                "regulator",
                "replaces",
                "versions",
                "enforcement",
                "note",
                "sources",
                "checked");
        Catalogues.format(law);
        Set<String> aliases = new LinkedHashSet<>();
        law.items("aliases").forEach(item -> aliases.add(law.text(item)));
        EnforcementTerms terms = law.given("enforcement")
                ? new EnforcementReader(faults).read(law.at("enforcement"))
                : EnforcementTerms.general();
        return new Law(
                Catalogues.id(law),
                aliases,
                law.text("short-name"),
                law.text("citation"),
                jurisdiction(law),
                law.text("regulator", ""),
                law.text("replaces", ""),
                versions(law),
                terms,
                law.text("note", ""),
                Catalogues.sources(law),
                Catalogues.review(law));
    }

    private static List<Law.Member> jurisdiction(Fields law) {
        List<Law.Member> members = new ArrayList<>();
        law.require("jurisdiction", "country codes in quotes, e.g. [\"SG\"]");
        for (YamlNode item : law.items("jurisdiction")) {
            if (item instanceof YamlNode.Group) {
                Fields member = Fields.of(item, law.faults(), "country", "from", "to");
                member.require("country", "a country code in quotes");
                members.add(new Law.Member(member.country("country"), window(member)));
            } else {
                members.add(new Law.Member(law.country(item), Window.ALWAYS));
            }
        }
        return members;
    }

    /** Returns the window of the keys {@code from} and {@code to}; a missing key leaves that end open. */
    static Window window(Fields fields) {
        LocalDate from = fields.given("from") ? fields.date("from", LocalDate.MIN) : LocalDate.MIN;
        LocalDate to = fields.date("to", LocalDate.MAX);
        if (to.isBefore(from)) {
            fields.faults().add(fields.at("to"), "the window ends on " + to + ", before it begins on " + from);
        }
        return new Window(from, to);
    }

    private List<LawVersion> versions(Fields law) {
        List<LawVersion> versions = new ArrayList<>();
        law.require("versions", "at least one version");
        Set<String> names = new HashSet<>();
        for (YamlNode node : law.items("versions")) {
            LawVersion version = version(Fields.of(
                    node,
                    law.faults(),
                    "version",
                    "enacted",
                    "in-force",
                    "enforced",
                    "ended",
                    "applies-to",
                    "what-counts",
                    "rules",
                    "breach-notice-hours",
                    "note"));
            if (!names.add(version.version())) {
                law.faults().add(node, "the version '" + version.version() + "' is given twice");
            }
            if (!versions.isEmpty()) {
                follows(versions.get(versions.size() - 1), version, node, law);
            }
            versions.add(version);
        }
        if (versions.isEmpty()) {
            law.faults().add(law.at("versions"), "a law needs at least one version");
        }
        return versions;
    }

    private static void follows(LawVersion before, LawVersion version, YamlNode node, Fields law) {
        if (!version.inForce().isAfter(before.ended())) {
            law.faults()
                    .add(
                            node,
                            "version " + version.version() + " overlaps version " + before.version() + ": it begins on "
                                    + version.inForce() + ", and the one before ends "
                                    + (before.ended().equals(LocalDate.MAX) ? "never" : "on " + before.ended()));
        } else if (!version.inForce().equals(before.ended().plusDays(1))) {
            law.faults()
                    .add(
                            node,
                            "gap between the versions " + before.version() + " (ends on " + before.ended() + ") and "
                                    + version.version() + " (begins on " + version.inForce() + ")");
        }
    }

    private LawVersion version(Fields version) {
        String name = version.text("version");
        version.require("enacted", "a date");
        if (!version.has("in-force")) {
            version.faults()
                    .add(
                            version.place(),
                            "'in_force' is missing; expected a date, or null if it never came into force");
        }
        if (!version.has("enforced")) {
            version.faults()
                    .add(
                            version.place(),
                            "'enforced' is missing; expected a date, or null if it cannot be enforced yet");
        }
        LocalDate inForce = version.date("in-force", LocalDate.MAX);
        LocalDate enforced = version.date("enforced", inForce);
        LocalDate ended = version.date("ended", LocalDate.MAX);
        if (enforced.isBefore(inForce)) {
            version.faults()
                    .add(
                            version.at("enforced"),
                            "it is enforced from " + enforced + ", before it is in force"
                                    + (inForce.equals(LocalDate.MAX) ? "" : " on " + inForce));
        }
        if (ended.isBefore(inForce)) {
            version.faults().add(version.at("ended"), "it ends on " + ended + ", before it is in force on " + inForce);
        }
        Readings readings = readings(version);
        double hours = version.number("breach-notice-hours", 0, 10_000, Double.NaN);
        List<Rule> read = new ArrayList<>(rules.readAll(version));
        if (!Double.isNaN(hours)) {
            read.add(rules.notice(hours));
        }
        return new LawVersion(
                name,
                version.date("enacted", LocalDate.MIN),
                inForce,
                enforced,
                ended,
                scope(version),
                readings,
                read,
                hours,
                version.text("note", ""));
    }

    private Scope scope(Fields version) {
        if (!version.require("applies-to", "whom and what it applies to")) {
            return new Scope(Scope.Subjects.ANYONE, Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
        }
        Fields scope = Fields.of(
                version.at("applies-to"),
                version.faults(),
                "subjects",
                "controllers",
                "data-classes",
                "except-classes",
                "attributes",
                "except-controllers");
        scope.require("subjects", "located_in_jurisdiction, citizens_of_jurisdiction or anyone");
        return new Scope(
                scope.choice("subjects", Scope.Subjects.class, Scope.Subjects.ANYONE),
                rules.names(scope, "controllers", Kind.NEXUS, "anyone"),
                rules.names(scope, "data-classes", Kind.DATA_CLASS, "all-personal"),
                rules.names(scope, "except-classes", Kind.DATA_CLASS, ""),
                rules.names(scope, "attributes", Kind.ATTRIBUTE, ""),
                rules.names(scope, "except-controllers", Kind.NEXUS, ""));
    }

    private Readings readings(Fields version) {
        Map<String, List<Readings.Dated>> readings = new HashMap<>();
        version.group("what-counts").forEach((key, node) -> {
            String question = Fields.word(key);
            if (!QUESTIONS.contains(question)) {
                version.faults().add(node, "unknown question '" + key + "'" + Nearest.hint(question, QUESTIONS));
            }
            readings.put(question, dated(node, version));
        });
        return new Readings(readings);
    }

    private List<Readings.Dated> dated(YamlNode node, Fields version) {
        List<Readings.Dated> list = new ArrayList<>();
        List<YamlNode> items = node instanceof YamlNode.Sequence sequence ? sequence.items() : List.of(node);
        for (YamlNode item : items) {
            Window window = Window.ALWAYS;
            if (item instanceof YamlNode.Group) {
                window = window(treatmentFields(item, version));
            }
            for (Readings.Dated before : list) {
                if (before.window().overlaps(window)) {
                    version.faults().add(item, "two answers hold at the same time");
                }
            }
            list.add(new Readings.Dated(window, treatment(item, version)));
        }
        return list;
    }

    private static Fields treatmentFields(YamlNode item, Fields fields) {
        return Fields.of(item, fields.faults(), "from", "to", "treat-as", "p-breach", "why", "duty");
    }

    /** Reads a word such as {@code personal}, or a group with {@code treat_as}. */
    static Treatment treatment(YamlNode item, Fields outer) {
        if (!(item instanceof YamlNode.Group)) {
            return word(Fields.word(outer.text(item)), item, outer);
        }
        Fields fields = treatmentFields(item, outer);
        fields.require(
                "treat-as", "personal, not_personal, transfer, not_a_transfer, covered, not_covered or contested");
        String word = fields.word("treat-as", "personal");
        if (word.equals("contested") || word.equals("relative")) {
            return contested(fields);
        }
        Treatment plain = word(word, fields.at("treat-as"), fields);
        return new Treatment(plain.counts(), plain.pBreach(), fields.text("why", ""), fields.text("duty", ""));
    }

    /** Reads probability and reason of a contested reading; both must be there. */
    static Treatment contested(Fields fields) {
        fields.require("p-breach", "the probability of the strict reading, e.g. 0.4");
        fields.require("why", "the reason why it is contested");
        String why = fields.given("why") ? fields.text("why") : "";
        return Treatment.contested(fields.number("p-breach", 0, 1, 1), why);
    }

    private static Treatment word(String word, YamlNode item, Fields fields) {
        switch (word) {
            case "personal", "covered", "transfer", "forbidden" -> {
                return Treatment.COUNTS;
            }
            case "not-personal", "not-a-transfer", "not-covered", "allowed" -> {
                return Treatment.DOES_NOT_COUNT;
            }
            case "contested", "relative" ->
                fields.faults()
                        .add(
                                item,
                                "a contested reading needs p_breach and why: {treat_as: contested, p_breach: 0.4, why: \"…\"}");
            default ->
                fields.faults()
                        .add(
                                item,
                                "expected personal, not_personal, transfer, not_a_transfer, covered, not_covered or"
                                        + " contested, found '" + word + "'"
                                        + Nearest.hint(
                                                word,
                                                List.of(
                                                        "personal",
                                                        "not-personal",
                                                        "transfer",
                                                        "not-a-transfer",
                                                        "covered",
                                                        "not-covered",
                                                        "contested")));
        }
        return Treatment.COUNTS;
    }

    /** Returns where each country list is named first. */
    Map<String, YamlNode> listPlaces() {
        return rules.listPlaces();
    }
}
