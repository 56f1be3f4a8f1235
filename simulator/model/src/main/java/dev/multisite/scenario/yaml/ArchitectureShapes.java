package dev.multisite.scenario.yaml;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.multisite.scenario.ArchitectureSpec;
import dev.multisite.scenario.ArchitectureSpec.Phase;
import dev.multisite.scenario.ArchitectureSpec.Policy;
import dev.multisite.scenario.ArchitectureSpec.RouteRule;
import dev.multisite.scenario.ArchitectureSpec.Start;
import dev.multisite.scenario.DataSpec;
import dev.multisite.scenario.Period;
import dev.multisite.units.Literals;

/** The keys of {@code architectures}. */
final class ArchitectureShapes {

    static final Key<Set<String>> FOR = Key.of(
            "for",
            oneOrMore(Shapes.literal("population or country code", "IN", t -> t).then(ArchitectureShapes::audience)),
            "\"*\"",
            "[CN, IN]",
            "populations or country codes the rule holds for; `*`: all");
    static final Key<Set<String>> SERVICES = Key.of(
            "services",
            oneOrMore(Shapes.reference("services", "service")),
            "\"*\"",
            "[cloud-sync]",
            "services the rule holds for; `*`: all");
    private static final Key<Policy> POLICY = Key.of(
            "policy",
            policies(),
            "lowest-latency",
            "home-country",
            "how a device's site is chosen: `home-country`, `nearest` (distance), `lowest-latency` (median round trip), `weighted` (by `weights`), `listed` (the first of `to` that works), `permitted` (lowest latency among the sites where no law is against keeping and serving the records; what is disputed or unknown is not permitted)");
    private static final Key<Policy> ELSE = Key.of(
            "else",
            policies(),
            "lowest-latency",
            "nearest",
            "with `home-country`: the policy for devices without a site at home");
    private static final Key<List<String>> TO = Key.required(
            "to",
            Shapes.listOfAtLeastOne(Shapes.reference("sites", "site"))
                    .check((sites, r) -> new HashSet<>(sites).size() == sites.size() ? "" : "names a site twice"),
            "[beijing, singapore]",
            "candidate sites");
    private static final Key<Map<String, Double>> WEIGHTS = Key.optional(
            "weights",
            Shapes.named(Quantity.NOT_NEGATIVE.check((v, r) -> v <= 1e9 ? "" : "must not exceed 1000000000"), 1),
            "{beijing: 3, singapore: 1}",
            "with `weighted`: share per site of `to`, in any unit");
    private static final Shape<RouteRule> ROUTE = new ObjectShape<>(
            "route",
            "Which sites serve whom.",
            List.of(FOR, SERVICES, POLICY, ELSE, TO, WEIGHTS),
            ArchitectureShapes::rule);

    private static final Key<String> WHEN =
            Key.required("when", Shapes.reference("sites", "site"), "india", "a site with `opens`");
    private static final Key<Boolean> OPENS =
            Key.required("opens", Shapes.word("true", Boolean.TRUE), "true", "the phase begins when the site opens");
    private static final Shape<Start> START = Shapes.scalarOrGroup(
            Shapes.wordOr(Map.of("start", new Start.Begin()), Quantity.DATE_IN_PERIOD.map(Start.On::new)),
            new ObjectShape<>(
                    "phase start",
                    "A phase that waits for a site.",
                    List.of(WHEN, OPENS),
                    ArchitectureShapes::whenOpens));
    private static final Key<Start> FROM = Key.required(
            "from", START, "start", "when the phase begins: `start`, a date, or `{when: india, opens: true}`");
    private static final Key<List<RouteRule>> ROUTE_KEY = Key.required(
            "route",
            Shapes.byKind(
                    Shapes.literal("route", "{to: [beijing]}", t -> t).then((text, node, reading) -> {
                        reading.problems().add(node, "expected a route such as {to: [beijing]}, got " + node.shown());
                        return Optional.empty();
                    }),
                    List.of(ROUTE.map(List::of)),
                    List.of(Shapes.listOfAtLeastOne(ROUTE))),
            "{policy: lowest-latency, to: [beijing, singapore]}",
            "which sites serve whom: a rule, or a list of rules of which the first that fits decides");
    private static final Shape<Draft> PHASE = ObjectShape.of(
            "phase",
            "A stretch of time with one set of rules. It ends where the next begins.",
            List.of(FROM, ROUTE_KEY, DataShapes.DATA, DataShapes.MIGRATE, DataShapes.MITIGATIONS),
            f -> new Draft(
                    label(f),
                    f.get(FROM),
                    f.get(ROUTE_KEY),
                    f.find(DataShapes.DATA),
                    f.find(DataShapes.MIGRATE),
                    f.find(DataShapes.MITIGATIONS)));
    private static final Key<List<Phase>> PHASES = Key.required(
            "phases",
            Shapes.listOfAtLeastOne(PHASE).then(ArchitectureShapes::inOrder).then(ArchitectureShapes::withData),
            "[{from: start, route: {to: [beijing]}}]",
            "the phases in order of time; the first begins at `start`");

    private static final Key<Integer> QUORUM = Key.optional(
            "quorum",
            Quantity.whole(1),
            "2",
            "how many of its sites must work for it to count as up: gives the metric `quorum-availability`, as for two of three sites");

    /** One architecture. */
    static final ObjectShape<ArchitectureSpec> ARCHITECTURE = new ObjectShape<>(
            "architecture",
            "One of the alternatives: a timeline of phases.",
            List.of(PHASES, QUORUM),
            ArchitectureShapes::architecture);

    private ArchitectureShapes() {}

    /** A phase as it is written; what it says nothing about is as in the phase before. */
    private record Draft(
            String label,
            Start from,
            List<RouteRule> route,
            Optional<List<DataSpec.Rule>> rules,
            Optional<DataSpec.Migrate> migrate,
            Optional<List<DataSpec.Mitigation>> mitigations) {

        Phase after(DataSpec before) {
            return new Phase(label, from, route, DataShapes.resolve(rules, migrate, mitigations, before));
        }
    }

    private static Optional<ArchitectureSpec> architecture(Fields f) {
        int quorum = f.find(QUORUM).orElse(0);
        ArchitectureSpec architecture = new ArchitectureSpec(f.name(), f.get(PHASES), quorum);
        int sites = architecture.sites().size();
        if (quorum > sites) {
            f.problem(QUORUM, "must not exceed the sites of its routes, which are " + sites);
            return Optional.empty();
        }
        return Optional.of(architecture);
    }

    private static Optional<List<Phase>> withData(List<Draft> drafts, Node node, Reading reading) {
        List<Node> items = ((Node.Sequence) node).items();
        List<Phase> phases = new ArrayList<>();
        boolean fine = true;
        DataSpec before = DataSpec.NONE;
        for (int i = 0; i < drafts.size(); i++) {
            Phase phase = drafts.get(i).after(before);
            String complaint = DataShapes.complaint(items.get(i), i, phase.data(), before, reading);
            if (!complaint.isEmpty()) {
                reading.problems().add(items.get(i), complaint);
                fine = false;
            }
            phases.add(phase);
            before = phase.data();
        }
        return fine ? Optional.of(phases) : Optional.empty();
    }

    static Shape<Set<String>> oneOrMore(Shape<String> name) {
        Shape<Set<String>> one = name.map(Set::of);
        return Shapes.byKind(
                Shapes.wordOr(Map.of("*", Set.of()), one),
                List.of(),
                List.of(Shapes.listOfAtLeastOne(name).map(LinkedHashSet::new)));
    }

    private static Shape<Policy> policies() {
        Map<String, Policy> words = new java.util.LinkedHashMap<>();
        for (Policy policy : Policy.values()) {
            words.put(policy.key(), policy);
        }
        return Shapes.words(words)
                .check((policy, r) -> policy == Policy.PERMITTED && !r.anyServiceStores()
                        ? "no service has stores, so there are no records that a law could be about: permitted needs stores"
                        : "");
    }

    private static Optional<String> audience(String name, Node node, Reading reading) {
        List<String> known = new ArrayList<>(reading.names("populations"));
        boolean fine =
                known.contains(name) || reading.gazetteer().countryCodes().contains(name);
        return fine || reading.requireKnown(node, name, "population or country", known)
                ? Optional.of(name)
                : Optional.empty();
    }

    private static Optional<RouteRule> rule(Fields f) {
        boolean weighted = f.get(POLICY) == Policy.WEIGHTED;
        Map<String, Double> weights = f.find(WEIGHTS).orElse(Map.of());
        boolean fine = true;
        if (weighted != f.has(WEIGHTS)) {
            f.problem(
                    weighted ? POLICY : WEIGHTS,
                    weighted ? "weighted needs weights for its sites" : "go with policy: weighted only");
            fine = false;
        } else if (weighted && !weights.keySet().equals(new HashSet<>(f.get(TO)))) {
            f.problem(WEIGHTS, "must name exactly the sites of 'to': " + String.join(", ", f.get(TO)));
            fine = false;
        } else if (weighted && weights.values().stream().allMatch(w -> w == 0)) {
            f.problem(WEIGHTS, "must not all be 0");
            fine = false;
        }
        if (f.get(ELSE) == Policy.HOME_COUNTRY || f.get(ELSE) == Policy.WEIGHTED) {
            f.problem(ELSE, "must be nearest, lowest-latency, listed or permitted");
            fine = false;
        }
        return fine
                ? Optional.of(
                        new RouteRule(f.get(FOR), f.get(SERVICES), f.get(POLICY), f.get(ELSE), f.get(TO), weights))
                : Optional.empty();
    }

    private static Optional<Start> whenOpens(Fields f) {
        String site = f.get(WHEN);
        if (f.reading().names("sites").contains(site) && !f.reading().hasOpening(site)) {
            f.problem(WHEN, "the site " + Literals.quoted(site) + " has no opens, it is there from the start");
            return Optional.empty();
        }
        return Optional.of(new Start.WhenOpens(site));
    }

    private static String label(Fields f) {
        if (f.get(FROM) instanceof Start.WhenOpens opens) {
            return opens.site() + "-opens";
        }
        return f.node(FROM) instanceof Node.Scalar scalar ? scalar.text() : "";
    }

    private static Optional<List<Draft>> inOrder(List<Draft> phases, Node node, Reading reading) {
        List<Node> items = ((Node.Sequence) node).items();
        boolean fine = true;
        Optional<Instant> before = Optional.empty();
        for (int i = 0; i < phases.size(); i++) {
            Start start = phases.get(i).from();
            Node from = Nodes.child(items.get(i), FROM.name());
            if ((i == 0) != (start instanceof Start.Begin)) {
                reading.problems()
                        .add(
                                from,
                                i == 0
                                        ? "the first phase must begin at start"
                                        : "only the first phase begins at start");
                fine = false;
            }
            Optional<Instant> at = planned(start, reading);
            if (i > 0 && at.isPresent() && before.isPresent() && !at.get().isAfter(before.get())) {
                reading.problems()
                        .add(
                                from,
                                "overlaps the phase before it, which begins at "
                                        + Literals.formatInstant(before.get()));
                fine = false;
            }
            before = at.isPresent() ? at : before;
        }
        return fine ? Optional.of(phases) : Optional.empty();
    }

    private static Optional<Instant> planned(Start start, Reading reading) {
        if (start instanceof Start.On on) {
            return Optional.of(on.on());
        }
        return start instanceof Start.WhenOpens opens
                ? reading.opening(opens.site())
                : reading.period().map(Period::from);
    }
}
