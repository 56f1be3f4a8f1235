package dev.multisite.scenario.yaml;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.multisite.scenario.DistributionSpec;
import dev.multisite.scenario.NetworkSpec;
import dev.multisite.scenario.NetworkSpec.Model;
import dev.multisite.scenario.NetworkSpec.PathEffect;
import dev.multisite.scenario.NetworkSpec.PathOverride;
import dev.multisite.scenario.NetworkSpec.PathRef;
import dev.multisite.scenario.NetworkSpec.Risk;
import dev.multisite.units.Literals;

/** The keys of {@code network}. */
final class NetworkShapes {

    private static final Shape<String> ENDPOINT = Shapes.literal("population or site", "IN", t -> t)
            .then((name, node, reading) -> reading.requireKnown(node, name, "population or site", endpoints(reading))
                    ? Optional.of(name)
                    : Optional.empty());

    private static final Key<Model> MODEL = Key.of(
            "model",
            Shapes.scalarOrGroup(
                    Shapes.words(Ordering.of("catalogue", new Model.Catalogue(), "none", new Model.None())),
                    Shapes.tagged(Map.of("constant", Distributions.DURATION.map(Model.Constant::new)))),
            "catalogue",
            "{constant: 80ms}",
            "where round trips come from: the calibrated model of the catalogue, `none` (no delay at all), or the same for every pair");
    private static final Key<List<PathOverride>> MATRIX = Key.optional(
            "matrix",
            Shapes.literal("file name", "round-trips.csv", t -> t).then(RoundTripMatrix::read),
            "round-trips.csv",
            "CSV file `from,to,rtt-ms[,p95-ms][,loss]` in the scenario's folder or below; it wins over the model for the pairs it lists");

    private static final Key<String> FROM = Key.required("from", ENDPOINT, "IN", "population or site");
    private static final Key<String> TO = Key.required("to", Shapes.reference("sites", "site"), "beijing", "site");
    private static final Key<DistributionSpec> RTT = Key.optional(
            "rtt", Distributions.ROUND_TRIP, "{median: 320ms, p95: 520ms}", "round trip instead of the model's");
    private static final Key<Double> MORE_RTT = Key.optional(
            "extra-rtt",
            Quantity.SECONDS,
            "130ms",
            "added to each round trip as it is without this override, access and spread included");
    private static final Key<Double> LOSS = Key.of(
            "loss",
            Quantity.LOSS,
            "0%",
            "1.5%",
            "share of round trips that lose a packet; with `extra-rtt` in addition to what is lost anyway");
    private static final Key<List<PathOverride>> OVERRIDES = Key.of(
            "overrides",
            Shapes.list(new ObjectShape<>(
                    "path override",
                    "What is known better than by the model. Exactly one of `rtt` and `extra-rtt`.",
                    List.of(FROM, TO, RTT, MORE_RTT, LOSS),
                    NetworkShapes::override)),
            "[]",
            "[{from: IN, to: beijing, rtt: {median: 320ms, p95: 520ms}, loss: 1.5%}]",
            "round trips of single pairs; they win over model and matrix, the last `rtt` for a pair counts, and each `extra-rtt` after it is added");

    private static final Key<Duration> DETECTION = Key.of(
            "failover-detection",
            Quantity.DURATION,
            "60s",
            "30s",
            "time until devices stop trying a dead site (health check and DNS lifetime)");
    private static final Key<Duration> FAILBACK = Key.of(
            "failback-detection", Quantity.DURATION, "0s", "5min", "time until devices come back to a repaired site");
    private static final Key<Duration> CONNECT_TIMEOUT = Key.of(
            "connect-timeout",
            Quantity.DURATION.check((d, r) -> d.isZero() ? "must be above 0" : ""),
            "5s",
            "3s",
            "when a device gives up a connection to a site that does not answer");
    private static final Key<Duration> RETRANSMISSION = Key.of(
            "retransmission-timeout",
            Quantity.DURATION,
            "1s",
            "200ms",
            "wait before a lost packet is sent again; doubles from loss to loss");

    private static final Key<List<PathRef>> PATHS = Key.of(
            "paths",
            Shapes.list(Shapes.literal("path", "IN>singapore", t -> t).then(NetworkShapes::path)),
            "[]",
            "[\"IN>singapore\"]",
            "paths it breaks or degrades, `from>to`; `*` as `from` is everywhere");
    private static final Key<RiskRepair> REPAIR = Key.required(
            "repair",
            Shapes.wordOr(
                    Map.of("per-site", new RiskRepair(new DistributionSpec.Constant(0), true)),
                    new ByKey<>(
                            Set.of("per-site"),
                            Shapes.tagged(Map.of("per-site", Distributions.DURATION.map(d -> new RiskRepair(d, true)))),
                            Distributions.DURATION.map(d -> new RiskRepair(d, false)))),
            "{lognormal: {median: 3h, p95: 20h}}",
            "time until all it took down works again; `per-site`: a shock after which each site recovers by the repair of its own `outages`; `{per-site: 3h}`: a shock after which each recovers by a time drawn from this distribution");
    private static final Key<DistributionSpec> EXTRA_RTT =
            Key.of("extra-rtt", Distributions.DURATION, "0ms", "90ms", "added to each round trip");
    private static final Key<Double> EXTRA_LOSS = Key.of("loss", Quantity.LOSS, "0%", "2%", "added loss");
    private static final Key<PathEffect> EFFECT = Key.of(
            "effect",
            Shapes.scalarOrGroup(
                    Shapes.word("down", new PathEffect.Down()),
                    ObjectShape.of(
                            "path effect",
                            "Traffic takes another way.",
                            List.of(EXTRA_RTT, EXTRA_LOSS),
                            f -> new PathEffect.Degraded(f.get(EXTRA_RTT), f.get(EXTRA_LOSS)))),
            "down",
            "{extra-rtt: 90ms, loss: 2%}",
            "what a failed path does: nothing gets through, or it gets slower");
    private static final Shape<Risk> RISK = new ObjectShape<>(
            "risk",
            "A cause that takes several sites or paths down together. Sites name it in `shared-risks`. Exactly one of `mttf` and `mtbf`.",
            List.of(PATHS, FailureShapes.MTTF, FailureShapes.MTBF, REPAIR, FailureShapes.SYMPTOM, EFFECT),
            NetworkShapes::risk);
    private static final Key<Map<String, Risk>> RISKS = Key.of(
            "risks",
            Shapes.named(RISK, 0),
            "{}",
            "{cn-power: {mttf: 2y, repair: {lognormal: {median: 3h, p95: 20h}}}}",
            "shared causes of failures");

    /** The network. */
    static final ObjectShape<NetworkSpec> NETWORK = ObjectShape.of(
            "network",
            "Delays, losses and failures between devices and sites.",
            List.of(MODEL, MATRIX, OVERRIDES, DETECTION, FAILBACK, CONNECT_TIMEOUT, RETRANSMISSION, RISKS),
            f -> new NetworkSpec(
                    f.get(MODEL),
                    overrides(f),
                    f.get(DETECTION),
                    f.get(FAILBACK),
                    f.get(CONNECT_TIMEOUT),
                    f.get(RETRANSMISSION),
                    f.get(RISKS)));

    private NetworkShapes() {}

    private record RiskRepair(DistributionSpec time, boolean perSite) {}

    private static Optional<PathOverride> override(Fields f) {
        if (f.has(RTT) == f.has(MORE_RTT)) {
            f.reading().problems().add(f.node(), "expected exactly one of rtt and extra-rtt");
            return Optional.empty();
        }
        boolean added = f.has(MORE_RTT);
        Optional<DistributionSpec> rtt = added ? f.find(MORE_RTT).map(DistributionSpec.Constant::new) : f.find(RTT);
        return rtt.map(time -> new PathOverride(f.get(FROM), f.get(TO), time, f.get(LOSS), added));
    }

    private static List<PathOverride> overrides(Fields f) {
        List<PathOverride> all = new ArrayList<>(f.find(MATRIX).orElse(List.of()));
        all.addAll(f.get(OVERRIDES));
        return all;
    }

    static List<String> endpoints(Reading reading) {
        List<String> names = new ArrayList<>(reading.names("populations"));
        names.addAll(reading.names("sites"));
        return names;
    }

    private static Optional<PathRef> path(String text, Node node, Reading reading) {
        int arrow = text.indexOf('>');
        if (arrow < 0) {
            reading.problems().add(node, "expected a path such as \"IN>singapore\", got " + Literals.quoted(text));
            return Optional.empty();
        }
        String from = text.substring(0, arrow).strip();
        String to = text.substring(arrow + 1).strip();
        boolean known = from.equals("*") || reading.requireKnown(node, from, "population or site", endpoints(reading));
        known &= reading.requireKnown(node, to, "site", reading.names("sites"));
        return known ? Optional.of(new PathRef(from, to)) : Optional.empty();
    }

    private static boolean isZero(DistributionSpec time) {
        return time.equals(new DistributionSpec.Constant(0));
    }

    private static Optional<Risk> risk(Fields f) {
        RiskRepair repair = f.get(REPAIR);
        if (repair.perSite() && isZero(repair.time()) && !f.get(PATHS).isEmpty()) {
            f.problem(REPAIR, "paths have no repair of their own, so a risk with paths can't be repaired per-site");
            return Optional.empty();
        }
        if (repair.perSite() && f.has(FailureShapes.MTBF)) {
            f.problem(FailureShapes.MTBF, "needs one repair time for all; give mttf with per-site repair");
            return Optional.empty();
        }
        return FailureShapes.renewal(f, repair.time())
                .map(failure -> new Risk(f.name(), f.get(PATHS), failure, repair.perSite(), f.get(EFFECT)));
    }
}
