package dev.multisite.scenario.yaml;

import java.util.List;
import java.util.Optional;

import dev.multisite.scenario.MetricNames;
import dev.multisite.scenario.ObjectiveSpec;
import dev.multisite.scenario.ObjectiveSpec.Bound;

/** The keys of {@code objectives}. */
final class ObjectiveShapes {

    /** The name of a metric. */
    static final Shape<String> METRIC_NAME =
            Shapes.literal("metric", "latency-p95", t -> t).then(ObjectiveShapes::metric);

    private static final Key<String> METRIC =
            Key.required("metric", METRIC_NAME, "latency-p95", "a metric of the results");
    private static final Key<String> FOR = Key.of(
            "for",
            Shapes.wordOr(
                    java.util.Map.of("*", ""),
                    Shapes.literal("population or country code", "IN", t -> t)
                            .then((name, node, reading) ->
                                    reading.requireKnown(node, name, "population", reading.names("populations"))
                                            ? Optional.of(name)
                                            : Optional.empty())),
            "\"*\"",
            "IN",
            "population it is about; `*`: all together");
    private static final Key<String> SERVICE = Key.of(
            "service",
            Shapes.wordOr(java.util.Map.of("*", ""), Shapes.reference("services", "service")),
            "\"*\"",
            "cloud-sync",
            "service it is about; `*`: all together");
    private static final Key<String> AT_MOST =
            Key.optional("at-most", Shapes.TEXT, "250ms", "upper limit, in the metric's unit");
    private static final Key<String> AT_LEAST =
            Key.optional("at-least", Shapes.TEXT, "99.9%", "lower limit, in the metric's unit");

    /** One objective. */
    static final ObjectShape<ObjectiveSpec> OBJECTIVE = new ObjectShape<>(
            "objective",
            "A limit that an architecture should keep. Exactly one of `at-most` and `at-least`.",
            List.of(METRIC, FOR, SERVICE, AT_MOST, AT_LEAST),
            ObjectiveShapes::build);

    private ObjectiveShapes() {}

    private static Optional<String> metric(String name, Node node, Reading reading) {
        if (name.equals(MetricNames.SERVED_SHARE)) {
            reading.problems().add(node, name + " is a figure of single sites, so it can't be an objective");
            return Optional.empty();
        }
        return reading.requireKnown(node, name, "metric", MetricNames.UNITS.keySet())
                ? Optional.of(name)
                : Optional.empty();
    }

    private static Optional<ObjectiveSpec> build(Fields f) {
        if (f.has(AT_MOST) == f.has(AT_LEAST)) {
            f.reading().problems().add(f.node(), "expected exactly one of at-most and at-least");
            return Optional.empty();
        }
        boolean ofReplays = MetricNames.FINES.contains(f.get(METRIC));
        if (ofReplays && !(f.get(FOR).isEmpty() && f.get(SERVICE).isEmpty())) {
            f.problem(
                    f.has(FOR) ? FOR : SERVICE,
                    f.get(METRIC) + " is a figure of all populations and services together");
            return Optional.empty();
        }
        Key<String> bound = f.has(AT_MOST) ? AT_MOST : AT_LEAST;
        try {
            double limit = MetricNames.parse(f.get(METRIC), f.get(bound));
            return Optional.of(new ObjectiveSpec(
                    f.get(METRIC),
                    f.get(FOR),
                    f.get(SERVICE),
                    bound == AT_MOST ? Bound.AT_MOST : Bound.AT_LEAST,
                    limit));
        } catch (IllegalArgumentException e) {
            f.problem(bound, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
