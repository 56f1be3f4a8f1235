package dev.multisite.scenario.yaml;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.multisite.scenario.DataSpec;
import dev.multisite.scenario.DataSpec.KeyCustody;
import dev.multisite.scenario.DataSpec.Migrate;
import dev.multisite.scenario.DataSpec.Mitigation;
import dev.multisite.scenario.DataSpec.Replication;
import dev.multisite.scenario.DistributionSpec;
import dev.multisite.units.Bandwidth;
import dev.multisite.units.Durations;
import dev.multisite.units.Literals;

/** The keys {@code data}, {@code migrate} and {@code mitigations} of a phase. */
final class DataShapes {

    private static final Shape<String> SITE = Shapes.reference("sites", "site");
    private static final Shape<Set<String>> STATES =
            Shapes.list(Quantity.COUNTRY).map(LinkedHashSet::new);

    private static final Key<String> HOME =
            Key.required("home", SITE, "beijing", "site that records are first written to");
    private static final Key<List<String>> REPLICAS =
            Key.of("replicas", sites(), "[]", "[india]", "sites with a complete copy that can take over");
    private static final Key<List<String>> BACKUPS =
            Key.of("backups", sites(), "[]", "[india]", "sites with a copy that can't serve");
    private static final Key<List<String>> CACHES =
            Key.of("caches", sites(), "[]", "[india]", "sites with a part of the records for faster reading");
    private static final Key<List<String>> LOGS =
            Key.of("logs", sites(), "[]", "[beijing]", "sites with logs that contain records");
    private static final Key<Replication> REPLICATION = Key.of(
            "replication",
            Shapes.words(Ordering.of("async", Replication.ASYNC, "sync", Replication.SYNC)),
            "async",
            "sync",
            "how replicas follow: `sync` (a record is everywhere before the answer), `async` (they lag)");
    private static final Key<String> KEY_COUNTRY =
            Key.required("country", Quantity.COUNTRY, "IN", "where the keys are");
    private static final Key<String> KEY_HOLDER =
            Key.required("holder", Quantity.COUNTRY, "IN", "state that their holder belongs to");
    private static final Key<KeyCustody> KEYS = Key.of(
            "keys",
            Shapes.scalarOrGroup(
                    Shapes.word("operator", KeyCustody.OPERATOR),
                    ObjectShape.of(
                            "key custody",
                            "Who can decrypt copies that are encrypted.",
                            List.of(KEY_COUNTRY, KEY_HOLDER),
                            f -> new KeyCustody(f.get(KEY_COUNTRY), f.get(KEY_HOLDER)))),
            "operator",
            "{country: IN, holder: IN}",
            "who holds the keys; `operator`: whoever runs the copy, which protects against nobody. Counts with the mitigation `encryption-at-rest`");
    private static final Key<Set<String>> STAFF = Key.derived(
            "staff-access",
            STATES,
            "as under `regulation`",
            (f, reading) -> Optional.of(reading.staffAccess()),
            "[CN]",
            "states from which staff can read these records");
    private static final Key<Set<String>> SUB_PROCESSORS =
            Key.of("sub-processors", STATES, "[]", "[PH]", "states from which a contractor can read these records");
    private static final Key<Set<String>> TRANSIT =
            Key.of("transit", STATES, "[]", "[HK]", "states that records cross on their way from the device");
    private static final Key<DistributionSpec> LAG = Key.derived(
            "replication-lag",
            Distributions.DURATION_OR_NONE,
            "`5s` where there are asynchronous replicas (an assumption), else `none`",
            (f, reading) -> Optional.of(lags(f) ? "5s" : "none"),
            "{lognormal: {median: 2s, p95: 60s}}",
            "how far asynchronous replicas are behind: what was written within it is lost when the home is destroyed or a replica takes over");
    private static final Key<Double> BACKUP_EVERY = Key.derived(
            "backup-every",
            Shapes.wordOr(
                    java.util.Map.of("none", Double.POSITIVE_INFINITY),
                    Quantity.SECONDS.check((s, r) -> s > 0 ? "" : "must be above 0")),
            "`1d` where there are backups, else `none`",
            (f, reading) -> Optional.of(hasBackups(f) ? "1d" : "none"),
            "6h",
            "time from one backup to the next, the first at the start of the period");
    private static final Shape<DataSpec.Rule> RULE = new ObjectShape<>(
            "data rule",
            "Where the records of some people and services are kept.",
            List.of(
                    ArchitectureShapes.FOR,
                    ArchitectureShapes.SERVICES,
                    HOME,
                    REPLICAS,
                    BACKUPS,
                    CACHES,
                    LOGS,
                    REPLICATION,
                    KEYS,
                    STAFF,
                    SUB_PROCESSORS,
                    TRANSIT,
                    LAG,
                    BACKUP_EVERY),
            DataShapes::rule);

    /** Where records are kept. */
    static final Key<List<DataSpec.Rule>> DATA = Key.optional(
            "data",
            Shapes.byKind(
                    Shapes.literal("data rule", "{home: beijing}", t -> t).then((text, node, reading) -> {
                        reading.problems().add(node, "expected a rule such as {home: beijing}, got " + node.shown());
                        return Optional.empty();
                    }),
                    List.of(RULE.map(List::of)),
                    List.of(Shapes.listOfAtLeastOne(RULE))),
            "{home: beijing}",
            "where records are kept: a rule, or a list of rules of which the first that fits decides; default: as in the phase before");

    private static final Key<Bandwidth> BANDWIDTH = Key.required(
            "bandwidth",
            Shapes.literal("bandwidth", "10 Gbit/s", Literals::bandwidth)
                    .check((b, r) -> b.bitsPerSecond() > 0 ? "" : "must be above 0"),
            "10 Gbit/s",
            "bandwidth for all records together");
    private static final Key<Double> EFFICIENCY = Key.of(
            "efficiency",
            Quantity.FRACTION.check((e, r) -> e > 0 ? "" : "must be above 0%"),
            "100%",
            "70%",
            "share of the bandwidth that is used");
    private static final Key<Duration> VERIFY = Key.of(
            "verify-and-delete",
            Quantity.DURATION,
            "0s",
            "14d",
            "time from copying a record to the deletion of its old copy; until then both count");

    private static final Key<Double> LINK = Key.of(
            "link",
            Shapes.wordOr(
                    java.util.Map.of("unlimited", Double.POSITIVE_INFINITY),
                    Shapes.literal("bandwidth", "10 Gbit/s", Literals::bandwidth)
                            .map(Bandwidth::bytesPerSecond)),
            "unlimited",
            "10 Gbit/s",
            "bandwidth of the connection of a site; while records pass through it, payloads of requests there get so much less of it");

    /** How records come to a new place. */
    static final Key<Migrate> MIGRATE = Key.optional(
            "migrate",
            Shapes.scalarOrGroup(
                    Shapes.word("at-once", Migrate.AT_ONCE),
                    new ObjectShape<>(
                            "migrate",
                            "The way of records from where the phase before kept them. It begins with the phase, or when the migration before it has ended.",
                            List.of(BANDWIDTH, EFFICIENCY, VERIFY, LINK),
                            DataShapes::migrate)),
            "{bandwidth: 10 Gbit/s, efficiency: 70%, verify-and-delete: 14d}",
            "how records come from where the phase before kept them; `at-once`: in no time. Needed where `data` changes");

    private static final Key<Double> ADOPTION =
            Key.required("adoption", Quantity.FRACTION, "40%", "share of the people who agree");
    private static final Key<String> OPERATOR_HOME =
            Key.required("home", Quantity.COUNTRY, "IN", "state that the operator belongs to");
    private static final Key<Set<String>> OPERATOR_SITES =
            Key.of("sites", ArchitectureShapes.oneOrMore(SITE), "\"*\"", "[india]", "sites that it runs; `*`: all");
    private static final Shape<Mitigation> MITIGATION = Shapes.scalarOrGroup(
            Shapes.words(Ordering.of(
                    "opt-in-consent", new Mitigation.OptInConsent(Double.NaN, Set.of()),
                    "encryption-at-rest", new Mitigation.EncryptionAtRest(),
                    "encryption-in-transit", new Mitigation.EncryptionInTransit())),
            Shapes.tagged(Ordering.of(
                    "opt-in-consent",
                    ObjectShape.of(
                            "opt-in-consent",
                            "Only records of people who agreed are kept; their consent counts as the mechanism `consent`.",
                            List.of(ADOPTION, ArchitectureShapes.SERVICES),
                            f -> new Mitigation.OptInConsent(f.get(ADOPTION), f.get(ArchitectureShapes.SERVICES))),
                    "regional-operator",
                    ObjectShape.of(
                            "regional-operator",
                            "Another company runs copies.",
                            List.of(OPERATOR_HOME, OPERATOR_SITES),
                            f -> new Mitigation.RegionalOperator(f.get(OPERATOR_HOME), f.get(OPERATOR_SITES))))));

    /** What is done to reduce exposure. */
    static final Key<List<Mitigation>> MITIGATIONS = Key.optional(
            "mitigations",
            Shapes.list(MITIGATION).then(DataShapes::consentKnown),
            "[{opt-in-consent: {adoption: 40%}}, encryption-at-rest]",
            "`opt-in-consent` (the share of people is that of the mechanism consent), `encryption-at-rest`, `encryption-in-transit`, or groups with settings; default: as in the phase before");

    private DataShapes() {}

    private static Optional<Migrate> migrate(Fields f) {
        Migrate migrate = new Migrate(
                f.get(BANDWIDTH).bytesPerSecond(), f.get(EFFICIENCY), Durations.toSeconds(f.get(VERIFY)), f.get(LINK));
        if (!(migrate.linkShare() < 1)) {
            f.problem(LINK, "the migration takes it all: bandwidth times efficiency must be below link");
            return Optional.empty();
        }
        return Optional.of(migrate);
    }

    private static Shape<List<String>> sites() {
        return Shapes.list(SITE);
    }

    private static Optional<DataSpec.Rule> rule(Fields f) {
        List<String> all = new ArrayList<>(List.of(f.get(HOME)));
        all.addAll(f.get(REPLICAS));
        all.addAll(f.get(BACKUPS));
        if (new LinkedHashSet<>(all).size() < all.size()) {
            f.problem(REPLICAS, "home, replicas and backups must be different sites");
            return Optional.empty();
        }
        if (!agree(f)) {
            return Optional.empty();
        }
        return Optional.of(new DataSpec.Rule(
                f.get(ArchitectureShapes.FOR),
                f.get(ArchitectureShapes.SERVICES),
                f.get(HOME),
                f.get(REPLICAS),
                f.get(BACKUPS),
                f.get(CACHES),
                f.get(LOGS),
                f.get(REPLICATION),
                f.get(KEYS),
                f.get(STAFF),
                f.get(SUB_PROCESSORS),
                f.get(TRANSIT),
                f.get(LAG),
                f.get(BACKUP_EVERY)));
    }

    private static boolean lags(Fields f) {
        return f.find(REPLICATION).orElse(Replication.SYNC) == Replication.ASYNC
                && !f.find(REPLICAS).orElse(List.of()).isEmpty();
    }

    private static boolean hasBackups(Fields f) {
        return !f.find(BACKUPS).orElse(List.of()).isEmpty();
    }

    private static boolean agree(Fields f) {
        boolean lag = f.get(LAG).mean() < Double.POSITIVE_INFINITY;
        if (lag != lags(f)) {
            f.problem(
                    LAG,
                    lag
                            ? "there are no asynchronous replicas that could lag"
                            : "asynchronous replicas lag: expected a duration such as 5s");
        }
        boolean every = f.get(BACKUP_EVERY) < Double.POSITIVE_INFINITY;
        if (every != hasBackups(f)) {
            f.problem(BACKUP_EVERY, every ? "there are no backups" : "backups need a time such as 1d");
        }
        return lag == lags(f) && every == hasBackups(f);
    }

    private static Optional<List<Mitigation>> consentKnown(List<Mitigation> all, Node node, Reading reading) {
        boolean asks = all.stream()
                .anyMatch(m -> m instanceof Mitigation.OptInConsent consent && Double.isNaN(consent.adoption()));
        if (asks && !reading.hasConsent()) {
            reading.problems()
                    .add(
                            node,
                            "opt-in-consent needs the share of people who agree",
                            "write {opt-in-consent: {adoption: 40%}}, or give regulation a mechanism consent with a share");
            return Optional.empty();
        }
        return Optional.of(all);
    }

    /** Returns the phase's data rules, mitigations and way of migration; what it does not state is as before. */
    static DataSpec resolve(
            Optional<List<DataSpec.Rule>> rules,
            Optional<Migrate> migrate,
            Optional<List<Mitigation>> mitigations,
            DataSpec before) {
        return new DataSpec(
                rules.orElse(before.rules()),
                migrate.orElse(Migrate.AT_ONCE),
                mitigations.orElse(before.mitigations()));
    }

    /** Says what is missing or too much in a phase; empty if nothing is. */
    static String complaint(Node phase, int index, DataSpec data, DataSpec before, Reading reading) {
        boolean has = phase instanceof Node.Mapping mapping && mapping.find(DATA.name()) != null;
        boolean moves = phase instanceof Node.Mapping mapping && mapping.find(MIGRATE.name()) != null;
        boolean storing = reading.anyServiceStores();
        if (!storing && (has || moves || !data.mitigations().isEmpty())) {
            return "no service has stores, so there is nothing to keep: data, migrate and mitigations need stores";
        }
        if (storing && index == 0 && !has) {
            return "missing key 'data': services have stores, so the first phase says where they are kept";
        }
        if (moves && (index == 0 || data.placedAs(before))) {
            return "migrate needs data that changes; nothing moves in this phase";
        }
        if (!moves && index > 0 && !data.placedAs(before)) {
            return "data changes, so the phase needs migrate: a bandwidth, or at-once";
        }
        return "";
    }

    /** The words of {@code regulation.mechanisms} that are a consent. */
    static boolean isConsent(String mechanism) {
        return Set.of("consent", "explicit-consent", "informed-consent").contains(mechanism);
    }
}
