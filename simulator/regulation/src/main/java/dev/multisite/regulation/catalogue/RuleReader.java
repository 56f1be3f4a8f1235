package dev.multisite.regulation.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.multisite.regulation.catalogue.Vocabulary.Kind;
import dev.multisite.regulation.law.Rule;
import dev.multisite.regulation.law.Treatment;
import dev.multisite.regulation.law.Window;
import dev.multisite.regulation.yaml.Fields;
import dev.multisite.regulation.yaml.Nearest;
import dev.multisite.regulation.yaml.YamlNode;

/** Reads the rules of a version. */
final class RuleReader {

    private static final List<String> KINDS = List.of(
            "conditional",
            "accountability",
            "mirror",
            "local-first",
            "collect-local-only",
            "strict-local",
            "denylist",
            "threshold",
            "order-triggered",
            "sectoral",
            "access",
            "notice",
            "blocking",
            "unrestricted");

    private static final String[] HEAD = {
        "id",
        "kind",
        "from",
        "to",
        "data-classes",
        "attributes",
        "controllers",
        "treat-as",
        "p-breach",
        "why",
        "exempt-if",
        "duty",
        "penalty",
        "note"
    };

    private final Vocabulary vocabulary;
    private final PenaltyReader penalties;
    private final Set<String> listsUsed = new LinkedHashSet<>();
    private final Map<String, YamlNode> listPlaces = new LinkedHashMap<>();

    RuleReader(Vocabulary vocabulary, Rates rates) {
        this.vocabulary = vocabulary;
        this.penalties = new PenaltyReader(rates);
    }

    List<Rule> readAll(Fields version) {
        List<Rule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        if (!version.has("rules")) {
            version.faults().add(version.place(), "'rules' is missing; expected a list, [] if the law demands nothing");
        }
        for (YamlNode node : version.items("rules")) {
            Rule rule = read(node, version);
            if (!ids.add(rule.head().id())) {
                version.faults().add(node, "the rule '" + rule.head().id() + "' is given twice");
            }
            rules.add(rule);
        }
        return rules;
    }

    Rule notice(double hours) {
        return new Rule.Notice(plainHead("breach-notice"), hours);
    }

    private static Rule.Head plainHead(String id) {
        return new Rule.Head(
                id, Window.ALWAYS, Set.of(), Set.of(), Set.of(), Treatment.COUNTS, List.of(), "", List.of());
    }

    private Rule read(YamlNode node, Fields version) {
        return rule(kind(node, version), node, version);
    }

    private static String kind(YamlNode node, Fields version) {
        if (!(node instanceof YamlNode.Group group) || !(group.entries().get("kind") instanceof YamlNode.Text text)) {
            version.faults().add(node, "'kind' is missing; expected one of " + String.join(", ", KINDS));
            return "";
        }
        String kind = Fields.word(text.value());
        if (!KINDS.contains(kind)) {
            version.faults()
                    .add(
                            text,
                            "unknown kind of rule '" + kind + "'; expected one of " + String.join(", ", KINDS)
                                    + Nearest.hint(kind, KINDS));
        }
        return kind;
    }

    private Rule rule(String kind, YamlNode node, Fields version) {
        return switch (kind) {
            case "conditional" -> conditional(node, version);
            case "accountability" -> {
                Fields f = fields(node, version, "measures");
                f.require("measures", "names of measures");
                yield new Rule.Accountability(head(f), circumstances(f, "measures"));
            }
            case "mirror" -> mirror(fields(node, version, "roles"));
            case "local-first" -> localFirst(fields(node, version, "copies-abroad", "local-copy-must-be"));
            case "collect-local-only" -> {
                Fields f = fields(node, version, "copies-abroad");
                Treatment abroad = f.given("copies-abroad")
                        ? LawReader.treatment(f.at("copies-abroad"), f)
                        : Treatment.DOES_NOT_COUNT;
                yield new Rule.CollectLocalOnly(head(f), abroad);
            }
            case "strict-local" -> {
                Fields f = fields(node, version, "exceptions");
                yield new Rule.StrictLocal(head(f), circumstances(f, "exceptions"));
            }
            case "denylist" -> denyList(node, version);
            case "threshold" -> threshold(node, version);
            case "order-triggered" -> ordered(node, version);
            case "sectoral" -> sectoral(node, version);
            case "access" -> access(fields(node, version, "reach"));
            case "notice" -> {
                Fields f = fields(node, version, "hours");
                f.require("hours", "the hours to notify a breach");
                yield new Rule.Notice(head(f), f.number("hours", 0, 10_000, 72));
            }
            case "blocking" -> {
                Fields f = fields(node, version, "protects", "unless");
                yield new Rule.Blocking(
                        head(f),
                        f.word("protects", "subjects").equals("stored-in-jurisdiction"),
                        circumstances(f, "unless"));
            }
            default -> new Rule.Unrestricted(head(fields(node, version)));
        };
    }

    private Fields fields(YamlNode node, Fields version, String... own) {
        return Fields.of(
                node,
                version.faults(),
                Stream.concat(Stream.of(HEAD), Stream.of(own)).toArray(String[]::new));
    }

    private Rule.Head head(Fields f) {
        Treatment contested = Treatment.COUNTS;
        if (f.given("treat-as")) {
            if (!f.word("treat-as", "").equals("contested")) {
                f.faults()
                        .add(
                                f.at("treat-as"),
                                "a rule can only be treated as contested, found "
                                        + f.at("treat-as").shown());
            }
            contested = LawReader.contested(f);
        }
        return new Rule.Head(
                f.text("id"),
                LawReader.window(f),
                names(f, "data-classes", Kind.DATA_CLASS, ""),
                names(f, "attributes", Kind.ATTRIBUTE, ""),
                names(f, "controllers", Kind.NEXUS, ""),
                contested,
                circumstances(f, "exempt-if"),
                f.text("duty", ""),
                penalties.readAll(f));
    }

    private Rule conditional(YamlNode node, Fields version) {
        Fields f = fields(node, version, "free-within", "free-to", "all-of", "any-of", "assessment");
        if (f.given("free-within") && !f.word("free-within", "").equals("jurisdiction")) {
            f.faults()
                    .add(
                            f.at("free-within"),
                            "expected jurisdiction, found "
                                    + f.at("free-within").shown());
        }
        Set<String> freeTo = new LinkedHashSet<>();
        f.items("free-to").forEach(item -> freeTo.add(f.country(item)));
        if (!f.given("all-of") && !f.given("any-of")) {
            f.faults().add(node, "a conditional rule needs all_of or any_of");
        }
        return new Rule.Conditional(head(f), freeTo, circumstances(f, "all-of"), options(f, "any-of"), failures(f));
    }

    private List<Rule.Option> options(Fields f, String key) {
        List<Rule.Option> options = new ArrayList<>();
        for (YamlNode item : f.items(key)) {
            if (item instanceof YamlNode.Text) {
                options.add(new Rule.Option(
                        vocabulary.resolveCircumstance(item, f), "", List.of(), List.of(), Window.ALWAYS));
            } else {
                options.add(option(
                        Fields.of(item, f.faults(), "mechanism", "list", "needs", "only-if", "from", "to", "note")));
            }
        }
        return options;
    }

    private Rule.Option option(Fields o) {
        o.require("mechanism", "the name of a mechanism");
        String mechanism = o.given("mechanism") ? vocabulary.resolveCircumstance(o.at("mechanism"), o) : "";
        String list = o.text("list", "");
        useList(list, o);
        List<Rule.Need> needs = new ArrayList<>();
        for (YamlNode need : o.items("needs")) {
            if (need instanceof YamlNode.Group) {
                Fields n = Fields.of(need, o.faults(), "fact", "from", "to");
                n.require("fact", "the name of a fact");
                needs.add(new Rule.Need(
                        n.given("fact") ? vocabulary.resolveCircumstance(n.at("fact"), n) : "", LawReader.window(n)));
            } else {
                needs.add(new Rule.Need(vocabulary.resolveCircumstance(need, o), Window.ALWAYS));
            }
        }
        return new Rule.Option(mechanism, list, needs, circumstances(o, "only-if"), LawReader.window(o));
    }

    private void useList(String list, Fields f) {
        if (!list.isEmpty() && listsUsed.add(list)) {
            listPlaces.put(list, f.at("list"));
        }
    }

    /** Returns where each list is named first. */
    Map<String, YamlNode> listPlaces() {
        return listPlaces;
    }

    private List<Rule.AssessmentFailure> failures(Fields f) {
        List<Rule.AssessmentFailure> failures = new ArrayList<>();
        if (!f.given("assessment")) {
            return failures;
        }
        Fields assessment = Fields.of(f.at("assessment"), f.faults(), "fails-for");
        for (YamlNode item : assessment.items("fails-for")) {
            Fields failure = Fields.of(item, f.faults(), "country", "from", "to", "unless", "why", "note");
            failure.require("country", "a country code in quotes");
            String unless =
                    failure.given("unless") ? vocabulary.resolveCircumstance(failure.at("unless"), failure) : "";
            failures.add(new Rule.AssessmentFailure(
                    failure.country("country"),
                    LawReader.window(failure),
                    unless,
                    failure.text("why", "its authorities can read the data there")));
        }
        return failures;
    }

    private Rule mirror(Fields f) {
        Set<String> roles = new LinkedHashSet<>(f.words("roles"));
        for (String role : roles) {
            if (!List.of("primary", "replica", "backup", "cache", "log", "index", "export")
                    .contains(role)) {
                f.faults().add(f.at("roles"), "unknown role '" + role + "'");
            }
        }
        return new Rule.Mirror(head(f), roles.isEmpty() ? Set.of("primary", "replica") : roles);
    }

    private Rule localFirst(Fields f) {
        if (f.given("copies-abroad") && !f.word("copies-abroad", "").equals("allowed")) {
            f.faults().add(f.at("copies-abroad"), "a local_first rule allows copies abroad; expected allowed");
        }
        if (!f.given("local-copy-must-be")) {
            return new Rule.LocalFirst(head(f), true, true);
        }
        Fields must = Fields.of(f.at("local-copy-must-be"), f.faults(), "complete", "at-least-as-current-as-foreign");
        return new Rule.LocalFirst(
                head(f), must.bool("complete", false), must.bool("at-least-as-current-as-foreign", false));
    }

    private Rule denyList(YamlNode node, Fields version) {
        Fields f = fields(
                node, version, "list", "countries", "covered-persons", "thresholds", "no-threshold-for", "allow-if");
        String list = f.text("list", "");
        useList(list, f);
        Set<String> countries = new LinkedHashSet<>();
        f.items("countries").forEach(item -> countries.add(f.country(item)));
        if (list.isEmpty() == countries.isEmpty()) {
            f.faults().add(node, "a denylist needs either list or countries");
        }
        Map<String, Double> thresholds = new LinkedHashMap<>();
        f.group("thresholds").forEach((name, value) -> {
            String id = vocabulary.find(Kind.DATA_CLASS, name);
            if (id.isEmpty()) {
                f.faults().add(value, "unknown data class '" + name + "'");
            }
            thresholds.put(id, f.number(value, 0, 1e12));
        });
        return new Rule.DenyList(
                head(f),
                list,
                countries,
                f.bool("covered-persons", false),
                thresholds,
                names(f, "no-threshold-for", Kind.ATTRIBUTE, ""),
                circumstances(f, "allow-if"));
    }

    private Rule threshold(YamlNode node, Fields version) {
        Fields f = fields(node, version, "bands", "sensitive-classes", "sensitive-bands");
        f.require("bands", "bands such as {below: 100k, any_of: []}");
        List<Rule.Band> bands = bands(f, "bands");
        if (bands.isEmpty()) {
            bands = List.of(new Rule.Band(Double.POSITIVE_INFINITY, List.of()));
        }
        return new Rule.Threshold(
                head(f), names(f, "sensitive-classes", Kind.DATA_CLASS, ""), bands, bands(f, "sensitive-bands"));
    }

    private List<Rule.Band> bands(Fields f, String key) {
        List<Rule.Band> bands = new ArrayList<>();
        double before = 0;
        for (YamlNode item : f.items(key)) {
            Fields band = Fields.of(item, f.faults(), "below", "any-of");
            double below = band.number("below", 0, 1e12, Double.POSITIVE_INFINITY);
            if (below <= before) {
                f.faults().add(item, "bands must rise; this one ends at " + below + ", the one before at " + before);
            }
            before = below;
            bands.add(new Rule.Band(below, options(band, "any-of")));
        }
        if (!bands.isEmpty() && !Double.isInfinite(before)) {
            f.faults().add(f.at(key), "the last band must be without 'below'");
        }
        return bands;
    }

    private Rule ordered(YamlNode node, Fields version) {
        Fields f = fields(node, version, "order", "grace-months", "inner");
        String order = f.given("order") ? vocabulary.resolve(Kind.FACT, f.at("order"), f) : "order-served";
        Rule.Head head = head(f);
        Rule inner = f.require("inner", "the rule that an order makes binding")
                ? read(f.at("inner"), version)
                : new Rule.Unrestricted(head);
        return new Rule.OrderTriggered(head, order, (int) f.number("grace-months", 0, 600, 0), inner);
    }

    /** A sectoral rule is its inner rule, narrowed to some classes or controllers. */
    private Rule sectoral(YamlNode node, Fields version) {
        Fields f = fields(node, version, "inner");
        Rule.Head outer = head(f);
        if (!outer.special()) {
            f.faults().add(node, "a sectoral rule needs data_classes, controllers or attributes");
        }
        if (!f.require("inner", "the rule that holds for the sector")) {
            return new Rule.Unrestricted(outer);
        }
        return narrow(read(f.at("inner"), version), outer);
    }

    private static Rule narrow(Rule inner, Rule.Head outer) {
        Rule.Head head = new Rule.Head(
                outer.id(),
                outer.window(),
                outer.dataClasses(),
                outer.attributes(),
                outer.controllers(),
                outer.contested().contested() ? outer.contested() : inner.head().contested(),
                outer.exemptIf().isEmpty() ? inner.head().exemptIf() : outer.exemptIf(),
                outer.duty().isEmpty() ? inner.head().duty() : outer.duty(),
                outer.penalties().isEmpty() ? inner.head().penalties() : outer.penalties());
        return RuleHeads.with(inner, head);
    }

    private Rule access(Fields f) {
        f.require("reach", "territory, entity, transit");
        Set<Rule.Basis> bases = new LinkedHashSet<>();
        f.items("reach").forEach(item -> bases.add(f.choice(item, Rule.Basis.class, Rule.Basis.TERRITORY)));
        return new Rule.Access(head(f), bases);
    }

    private List<String> circumstances(Fields f, String key) {
        List<String> names = new ArrayList<>();
        f.items(key).forEach(item -> names.add(vocabulary.resolveCircumstance(item, f)));
        return names;
    }

    /** Returns names of the vocabulary; the word {@code all} stands for no restriction. */
    Set<String> names(Fields f, String key, Kind kind, String all) {
        Set<String> names = new LinkedHashSet<>();
        for (YamlNode item : f.items(key)) {
            if (all.isEmpty() || !Fields.word(f.text(item)).equals(all)) {
                names.add(vocabulary.resolve(kind, item, f));
            }
        }
        return names;
    }
}
