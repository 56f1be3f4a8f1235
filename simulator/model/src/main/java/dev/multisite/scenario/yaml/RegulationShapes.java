package dev.multisite.scenario.yaml;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.multisite.scenario.RegulationSpec;
import dev.multisite.scenario.RegulationSpec.Assessment;
import dev.multisite.scenario.RegulationSpec.Controller;
import dev.multisite.scenario.RegulationSpec.Fact;
import dev.multisite.scenario.RegulationSpec.Mechanism;
import dev.multisite.units.Money;

/** The keys of {@code regulation}. */
final class RegulationShapes {

    static final String STAFF_ACCESS = "staff-access";

    private static final Key<List<String>> CATALOGUE = Key.of(
            "catalogue",
            Shapes.listOfAtLeastOne(Shapes.TEXT).then((sources, node, reading) -> reading.catalogueSources(node)),
            "[default]",
            "[default]",
            "where laws come from: `default` (shipped with the program), files or folders beside the scenario such as `my-laws/`; later ones override");

    private static final Shape<Set<String>> TIES =
            Shapes.list(legal(LegalNames.Kind.NEXUS)).map(LinkedHashSet::new);
    private static final Key<String> NAME = Key.of("name", Shapes.TEXT, "\"\"", "Xiaomi", "name of the firm");
    private static final Key<String> HOME =
            Key.required("home", Quantity.COUNTRY, "CN", "state that the firm belongs to");
    private static final Key<Map<String, Set<String>>> NEXUS = Key.of(
            "nexus",
            Shapes.namedOrAll(TIES).then(RegulationShapes::nexusCountries),
            "{}",
            "{IN: [targets-country], \"*\": [targets-country]}",
            "ties of the firm to each country; `*`: all others. A country without an entry is read as having every tie");
    private static final Key<Map<Integer, Money>> TURNOVER = Key.of(
            "turnover",
            Shapes.named(Quantity.MONEY, 0).then(RegulationShapes::years),
            "{}",
            "{2014: 12 GUSD, 2015: 12.5 GUSD}",
            "turnover of the whole group by year, for fines that are a share of it; without one such fines follow the size distribution of European fines up to the law's amount");
    private static final Key<Controller> CONTROLLER = Key.optional(
            "controller",
            ObjectShape.of(
                    "controller",
                    "The firm that decides about the records.",
                    List.of(NAME, HOME, TURNOVER, NEXUS),
                    f -> new Controller(f.get(NAME), f.get(HOME), f.get(TURNOVER), f.get(NEXUS))),
            "{name: Xiaomi, home: CN}",
            "the firm that decides about the records; default: nothing is known, which is read in the strictest way");

    private static final Key<Instant> FROM = Key.of(
            "from", Shapes.wordOr(Map.of("always", Instant.MIN), Quantity.DATE), "always", "2014-08-10", "first day");
    private static final Key<Instant> UNTIL = Key.of(
            "until",
            Shapes.wordOr(Map.of("open", Instant.MAX), Quantity.DATE),
            "open",
            "2020-07-16",
            "first day on which it holds no more");
    private static final Key<String> MECHANISM =
            Key.required("mechanism", legal(LegalNames.Kind.MECHANISM), "scc", "a mechanism of the catalogue");
    private static final Key<Set<String>> TO = Key.of(
            "to",
            ArchitectureShapes.oneOrMore(Quantity.COUNTRY),
            "\"*\"",
            "[SG, US]",
            "states that records go to; `*`: all");
    private static final Key<Double> SHARE =
            Key.of("share", Quantity.FRACTION, "100%", "40%", "share of the people whom it covers");
    private static final Key<Assessment> ASSESSMENT = Key.of(
            "assessment",
            Shapes.words(Ordering.of(
                    "none", Assessment.NOT_STATED, "passed", Assessment.PASSED, "failed", Assessment.FAILED)),
            "none",
            "passed",
            "result of the assessment of the transfer");
    private static final Key<List<Mechanism>> MECHANISMS = Key.of(
            "mechanisms",
            Shapes.list(new ObjectShape<>(
                    "mechanism",
                    "A ground for transfers.",
                    List.of(FROM, UNTIL, MECHANISM, ArchitectureShapes.FOR, TO, SHARE, ASSESSMENT),
                    RegulationShapes::mechanism)),
            "[]",
            "[{from: 2014-10-22, mechanism: scc, to: [SG, US], assessment: passed}]",
            "grounds for transfers, with their dates");

    private static final Key<Set<String>> STAFF = Key.of(
            STAFF_ACCESS,
            Shapes.list(Quantity.COUNTRY).map(LinkedHashSet::new),
            "[]",
            "[CN]",
            "states from which staff can read records, unless a data rule says otherwise");

    private static final Key<String> FACT_NAME =
            Key.required("fact", legal(LegalNames.Kind.FACT), "order-served", "a fact of the catalogue");
    private static final Key<Instant> SINCE = Key.required("since", Quantity.DATE, "2023-02-01", "first day");
    private static final Shape<Fact> FACT = Shapes.scalarOrGroup(
            legal(LegalNames.Kind.FACT).map(name -> new Fact(name, Instant.MIN)),
            ObjectShape.of(
                    "dated fact",
                    "A fact that came about on a day.",
                    List.of(FACT_NAME, SINCE),
                    f -> new Fact(f.get(FACT_NAME), f.get(SINCE))));
    private static final Key<Map<String, List<Fact>>> FACTS = Key.of(
            "facts",
            Shapes.named(Shapes.listOfAtLeastOne(FACT), 0).then(RegulationShapes::lawsKnown),
            "{}",
            "{RU-TRANSFER: [notice-filed]}",
            "what else holds, by the law that asks for it");

    private static final Key<Integer> REPLAYS = Key.required(
            "replays",
            Shapes.wordOr(Map.of("none", 0), Quantity.whole(100)),
            "10000",
            "how often the enforcement of broken laws is replayed on the exposure of the first replication");
    private static final Key<Integer> ENFORCEMENT = Key.of(
            "enforcement",
            ObjectShape.of("enforcement", "Fines, orders and blocks as events.", List.of(REPLAYS), f -> f.get(REPLAYS)),
            "{replays: 10000}",
            "{replays: 20000}",
            "how fines are worked out");

    /** Facts about the firm. */
    static final ObjectShape<RegulationSpec> REGULATION = ObjectShape.of(
            "regulation",
            "What laws ask about the firm. Not legal advice.",
            List.of(CATALOGUE, CONTROLLER, MECHANISMS, STAFF, FACTS, ENFORCEMENT),
            f -> new RegulationSpec(
                    f.get(CATALOGUE),
                    f.find(CONTROLLER).orElse(RegulationSpec.NONE.controller()),
                    f.get(MECHANISMS),
                    f.get(FACTS),
                    f.get(ENFORCEMENT)));

    private RegulationShapes() {}

    private static Shape<String> legal(LegalNames.Kind kind) {
        return Shapes.literal("name of " + Shapes.article(kind.word()), "text", t -> t)
                .then((name, node, reading) -> reading.legalName(kind, name, node));
    }

    private static Optional<Mechanism> mechanism(Fields f) {
        if (!f.get(FROM).isBefore(f.get(UNTIL))) {
            f.problem(UNTIL, "must be later than 'from'");
            return Optional.empty();
        }
        return Optional.of(new Mechanism(
                f.get(FROM),
                f.get(UNTIL),
                f.get(MECHANISM),
                f.get(ArchitectureShapes.FOR),
                f.get(TO),
                f.get(SHARE),
                f.get(ASSESSMENT)));
    }

    private static Optional<Map<Integer, Money>> years(Map<String, Money> byYear, Node node, Reading reading) {
        Map<Integer, Money> turnover = new java.util.TreeMap<>();
        for (Map.Entry<String, Money> entry : byYear.entrySet()) {
            if (!entry.getKey().matches("(19|20|21)[0-9]{2}")) {
                reading.problems().add(Nodes.child(node, entry.getKey()), "expected a year such as 2014 as the name");
                return Optional.empty();
            }
            turnover.put(Integer.valueOf(entry.getKey()), entry.getValue());
        }
        return Optional.of(turnover);
    }

    private static Optional<Map<String, Set<String>>> nexusCountries(
            Map<String, Set<String>> ties, Node node, Reading reading) {
        boolean fine = true;
        for (String country : ties.keySet()) {
            fine &= country.equals(RegulationSpec.EVERYWHERE_ELSE)
                    || reading.requireKnown(
                            Nodes.child(node, country),
                            country,
                            "country",
                            reading.gazetteer().countryCodes());
        }
        return fine ? Optional.of(ties) : Optional.empty();
    }

    private static Optional<Map<String, List<Fact>>> lawsKnown(
            Map<String, List<Fact>> facts, Node node, Reading reading) {
        Map<String, List<Fact>> byLaw = new LinkedHashMap<>();
        for (Map.Entry<String, List<Fact>> entry : facts.entrySet()) {
            reading.legalName(LegalNames.Kind.LAW, entry.getKey(), Nodes.child(node, entry.getKey()))
                    .ifPresent(law ->
                            byLaw.computeIfAbsent(law, l -> new ArrayList<>()).addAll(entry.getValue()));
        }
        return byLaw.size() == facts.size() ? Optional.of(byLaw) : Optional.empty();
    }
}
