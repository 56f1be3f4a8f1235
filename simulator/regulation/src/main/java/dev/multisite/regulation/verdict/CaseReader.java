package dev.multisite.regulation.verdict;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.multisite.regulation.catalogue.LawCatalogue;
import dev.multisite.regulation.catalogue.Vocabulary;
import dev.multisite.regulation.catalogue.Vocabulary.Kind;
import dev.multisite.regulation.evaluate.Finding;
import dev.multisite.regulation.evaluate.Reach;
import dev.multisite.regulation.evaluate.Verdict;
import dev.multisite.regulation.facts.CaseFacts;
import dev.multisite.regulation.facts.Controller;
import dev.multisite.regulation.facts.Copy;
import dev.multisite.regulation.facts.Form;
import dev.multisite.regulation.facts.HeldFacts;
import dev.multisite.regulation.facts.Keys;
import dev.multisite.regulation.facts.Movement;
import dev.multisite.regulation.facts.Subject;
import dev.multisite.regulation.yaml.Faults;
import dev.multisite.regulation.yaml.Fields;
import dev.multisite.regulation.yaml.Nearest;
import dev.multisite.regulation.yaml.Numbers;
import dev.multisite.regulation.yaml.YamlNode;
import dev.multisite.regulation.yaml.YamlReader;

/** Reads case files; see the interface description for the format. */
final class CaseReader {

    private final LawCatalogue catalogue;
    private final Vocabulary vocabulary;
    private final Faults faults = new Faults();

    CaseReader(LawCatalogue catalogue) {
        this.catalogue = catalogue;
        this.vocabulary = catalogue.vocabulary();
    }

    List<VerdictCase> read(String name, String text) {
        List<VerdictCase> cases = new ArrayList<>();
        YamlReader.read(name, text, faults).ifPresent(root -> {
            Fields file = Fields.of(root, faults, "verdict-cases", "cases", "title", "description");
            if (file.require("verdict-cases", "1")
                    && !file.text("verdict-cases", "").equals("1")) {
                faults.add(
                        file.at("verdict-cases"),
                        "expected format 1, found " + file.at("verdict-cases").shown());
            }
            file.require("cases", "a list of cases");
            Set<String> ids = new HashSet<>();
            for (YamlNode node : file.items("cases")) {
                VerdictCase read = verdictCase(node);
                if (!ids.add(read.id()) && !read.id().isEmpty()) {
                    faults.add(node, "the case '" + read.id() + "' is given twice");
                }
                cases.add(read);
            }
        });
        faults.throwIfAny();
        return cases;
    }

    private VerdictCase verdictCase(YamlNode node) {
        Fields c = Fields.of(
                node,
                faults,
                "id",
                "date",
                "subject",
                "controller",
                "copies",
                "movements",
                "facts",
                "expect",
                "expect-reach",
                "because",
                "note");
        c.require("date", "the day the case is judged, e.g. 2016-06-01");
        Subject subject = subject(c);
        double turnover = Double.NaN;
        Controller controller = new Controller("", Set.of(), false);
        if (c.given("controller")) {
            Fields f = Fields.of(c.at("controller"), faults, "name", "home", "nexus", "turnover");
            controller = new Controller(f.country("home"), names(f, "nexus", Kind.NEXUS), f.given("nexus"));
            turnover = f.given("turnover") ? money(f.at("turnover"), f) : Double.NaN;
        }
        List<Copy> copies = new ArrayList<>();
        c.items("copies").forEach(item -> copies.add(copy(item)));
        List<Movement> movements = new ArrayList<>();
        c.items("movements").forEach(item -> movements.add(movement(item, subject)));
        return new VerdictCase(
                c.text("id"),
                c.given("date") ? c.date("date", LocalDate.EPOCH) : LocalDate.EPOCH,
                new CaseFacts(subject, controller, copies, movements, facts(c)),
                turnover,
                expected(c),
                expectedReach(c));
    }

    private Subject subject(Fields c) {
        if (!c.require("subject", "{country: …, data: …}")) {
            return new Subject("", Set.of(), "", Double.NaN, Double.NaN, Set.of());
        }
        Fields f =
                Fields.of(c.at("subject"), faults, "country", "data", "records", "people", "attributes", "citizenship");
        f.require("country", "a country code such as \"RU\"");
        f.require("data", "a data class such as contacts");
        Set<String> citizenships = new LinkedHashSet<>();
        f.items("citizenship").forEach(item -> citizenships.add(f.country(item)));
        return new Subject(
                f.country("country"),
                citizenships,
                f.given("data") ? vocabulary.resolve(Kind.DATA_CLASS, f.at("data"), f) : "",
                f.number("records", 0, 1e18, Double.NaN),
                f.number("people", 0, 1e11, Double.NaN),
                names(f, "attributes", Kind.ATTRIBUTE));
    }

    private Copy copy(YamlNode node) {
        Fields f = Fields.of(
                node,
                faults,
                "country",
                "role",
                "first-write",
                "complete",
                "current",
                "form",
                "operator-home",
                "keys",
                "tags");
        f.require("country", "a country code such as \"SG\"");
        f.require("role", "primary, replica, backup, cache, log, index or export");
        Copy.Role role = f.choice("role", Copy.Role.class, Copy.Role.PRIMARY);
        Copy.FirstWrite first = !f.given("first-write")
                ? Copy.FirstWrite.NOT_STATED
                : f.bool("first-write", false) ? Copy.FirstWrite.YES : Copy.FirstWrite.NO;
        Keys keys = Keys.UNKNOWN;
        if (f.given("keys")) {
            Fields k = Fields.of(f.at("keys"), faults, "country", "holder-home");
            keys = new Keys(k.country("country"), k.country("holder-home"));
        }
        return new Copy(
                f.country("country"),
                role,
                f.choice("form", Form.class, Form.CLEAR),
                first,
                f.bool("complete", role.completeByNature()),
                f.bool("current", true),
                f.country("operator-home"),
                keys,
                circumstances(f, "tags"));
    }

    private Movement movement(YamlNode node, Subject subject) {
        Fields f = Fields.of(
                node, faults, "type", "from", "to", "via", "mechanisms", "assessment", "form", "tags", "country");
        f.require("type", "direct-collection, transfer, replication, backup, remote-access, transit or support");
        Movement.Type type = f.choice("type", Movement.Type.class, Movement.Type.TRANSFER);
        boolean transit = type == Movement.Type.TRANSIT;
        String to = transit && f.given("via") ? f.country("via") : f.country("to");
        if (!transit && f.given("via")) {
            faults.add(f.at("via"), "only a transit has 'via'");
        }
        if (to.isEmpty() && !f.given("to") && !(transit && f.given("via"))) {
            faults.add(node, "'to' is missing; expected the country the data go to" + (transit ? " or 'via'" : ""));
        }
        return new Movement(
                type,
                f.given("from") ? f.country("from") : subject.country(),
                to,
                circumstances(f, "mechanisms"),
                assessment(f),
                f.choice("form", Form.class, Form.CLEAR),
                f.given("form"),
                circumstances(f, "tags"),
                false);
    }

    private static Movement.Assessment assessment(Fields f) {
        return f.choice("assessment", Movement.Assessment.class, Movement.Assessment.NOT_STATED);
    }

    private Set<String> names(Fields f, String key, Kind kind) {
        Set<String> names = new LinkedHashSet<>();
        f.items(key).forEach(item -> names.add(vocabulary.resolve(kind, item, f)));
        return names;
    }

    private Set<String> circumstances(Fields f, String key) {
        Set<String> names = new LinkedHashSet<>();
        f.items(key).forEach(item -> names.add(vocabulary.resolveCircumstance(item, f)));
        return names;
    }

    private HeldFacts facts(Fields c) {
        FactReader reader = new FactReader(vocabulary, c);
        for (YamlNode item : c.items("facts")) {
            reader.add(item);
        }
        return reader.held();
    }

    private Map<String, VerdictCase.Expected> expected(Fields c) {
        Map<String, VerdictCase.Expected> expected = new LinkedHashMap<>();
        c.group("expect").forEach((law, node) -> {
            if (!law.equals(Finding.ANY_LAW) && !catalogue.hasLaw(law)) {
                faults.add(node, "unknown law '" + law + "'" + Nearest.hint(law, catalogue.lawNames()));
                return;
            }
            String id = law.equals(Finding.ANY_LAW) ? law : catalogue.law(law).id();
            expected.put(id, expectation(node, c));
        });
        return expected;
    }

    /** Reads {@code BREACH}, {@code UNCERTAIN 0.5} or {@code {verdict: UNCERTAIN, p: 0.5}}. */
    private VerdictCase.Expected expectation(YamlNode node, Fields c) {
        if (node instanceof YamlNode.Group) {
            Fields f = Fields.of(node, faults, "verdict", "p");
            f.require("verdict", "a verdict such as BREACH");
            return new VerdictCase.Expected(
                    f.choice("verdict", Verdict.class, Verdict.UNKNOWN), f.number("p", 0, 1, Double.NaN));
        }
        String[] words = c.text(node).trim().split("[\\s(]+");
        double p = Double.NaN;
        if (words.length > 1) {
            p = Numbers.parse(words[1].replace(")", ""));
            if (Double.isNaN(p) || words.length > 2) {
                faults.add(node, "expected a verdict such as BREACH or UNCERTAIN 0.5, found " + node.shown());
            }
        }
        for (Verdict verdict : Verdict.values()) {
            if (Fields.word(verdict.name()).equals(Fields.word(words[0]))) {
                return new VerdictCase.Expected(verdict, p);
            }
        }
        List<String> known = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            known.add(verdict.name());
        }
        faults.add(
                node,
                "unknown verdict " + node.shown() + "; expected one of " + String.join(", ", known)
                        + Nearest.hint(words[0].toUpperCase(Locale.ROOT), known));
        return new VerdictCase.Expected(Verdict.UNKNOWN, Double.NaN);
    }

    private Map<String, Reach.Form> expectedReach(Fields c) {
        Map<String, Reach.Form> reach = new LinkedHashMap<>();
        c.group("expect-reach").forEach((state, node) -> {
            if (!Fields.isCountry(state)) {
                faults.add(node, "expected a country code, found '" + state + "'");
            }
            reach.put(state, c.choice(node, Reach.Form.class, Reach.Form.CLEAR));
        });
        return reach;
    }

    private double money(YamlNode node, Fields f) {
        String text = f.text(node).trim();
        String[] parts = text.split("\\s+");
        String currency = parts.length == 2 ? parts[1] : "";
        String scale = currency.length() == 4 ? currency.substring(0, 1) : "";
        double value = parts.length == 2 ? Numbers.parse(parts[0] + scale) : Double.NaN;
        if (Double.isNaN(value) || value < 0 || !currency.endsWith("USD")) {
            faults.add(node, "expected an amount such as 10 GUSD, found " + node.shown());
            return Double.NaN;
        }
        return value;
    }
}
