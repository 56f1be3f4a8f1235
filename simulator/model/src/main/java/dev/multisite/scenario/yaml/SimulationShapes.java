package dev.multisite.scenario.yaml;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.multisite.scenario.SimulationSpec;
import dev.multisite.scenario.SimulationSpec.Bins;
import dev.multisite.scenario.SimulationSpec.Fidelity;
import dev.multisite.scenario.SimulationSpec.Replications;
import dev.multisite.units.Literals;

/** The keys of {@code simulation}. */
final class SimulationShapes {

    private static final Key<Long> SEED = Key.of(
            "seed",
            Shapes.literal("seed", "20141022", SimulationShapes::seed),
            "1",
            "20141022",
            "master seed, a whole number; everything random follows from it");

    private static final Key<Double> PRECISION = Key.required(
            "precision",
            Quantity.FRACTION.check((v, r) -> v > 0 ? "" : "must be above 0"),
            "2%",
            "half-width of the interval relative to the estimate");
    private static final Key<Double> CONFIDENCE = Key.of(
            "confidence",
            Quantity.FRACTION.check((v, r) -> v >= 0.5 && v < 1 ? "" : "must lie between 50% and below 100%"),
            "95%",
            "99%",
            "level of the interval");
    private static final Key<Integer> MIN = Key.of(
            "min",
            Quantity.whole(2),
            "20",
            "30",
            "fewest replications, at least 2; with fewer than 20 the interval covers less often than it says");
    private static final Key<Integer> MAX =
            Key.of("max", Quantity.whole(2), "400", "1000", "most replications, at least `min`");
    private static final Key<String> OF = Key.of(
            "of",
            ObjectiveShapes.METRIC_NAME,
            "latency-p95",
            "failure-rate",
            "metric to which it applies, over all populations");
    private static final Shape<Replications> AS_NEEDED = new ObjectShape<>(
            "precision",
            "As many replications as the precision asks for.",
            List.of(PRECISION, CONFIDENCE, MIN, MAX, OF),
            f -> {
                if (f.get(MAX) < f.get(MIN)) {
                    f.problem(MAX, "must be at least min, which is " + f.get(MIN));
                    return Optional.empty();
                }
                return Optional.of(new Replications.Precision(
                        f.get(PRECISION), f.get(CONFIDENCE), f.get(MIN), f.get(MAX), f.get(OF)));
            });
    private static final Key<Replications> REPLICATIONS = Key.of(
            "replications",
            Shapes.scalarOrGroup(
                    Quantity.whole(1)
                            .check((n, r) -> n <= 1_000_000 ? "" : "must not exceed 1000000")
                            .map(Replications.Fixed::new),
                    AS_NEEDED),
            "20",
            "{precision: 2%, of: latency-p95}",
            "number of independent replications, or the precision that they must reach");
    private static final Key<Fidelity> FIDELITY = Key.of(
            "fidelity",
            Shapes.words(Ordering.of("sampled", Fidelity.SAMPLED, "every-request", Fidelity.EVERY_REQUEST)),
            "sampled",
            "every-request",
            "`every-request` simulates each request; `sampled` simulates requests in statistically chosen windows");
    private static final Key<Integer> WINDOWS = Key.of(
            "windows",
            Shapes.wordOr(Map.of("auto", 0), Quantity.whole(1)),
            "auto",
            "400",
            "`sampled` only: detailed windows per replication");
    private static final Key<Duration> WARM_UP = Key.of(
            "warm-up",
            Shapes.wordOr(Map.of("auto", SimulationSpec.AUTO), Quantity.DURATION),
            "auto",
            "5min",
            "discarded at the start of the period or of a window");
    private static final Key<Bins> BINS = Key.of(
            "bins",
            Shapes.words(Ordering.of("hour", Bins.HOUR, "day", Bins.DAY, "week", Bins.WEEK, "month", Bins.MONTH)),
            "day",
            "week",
            "resolution of timelines");

    /** How to simulate. */
    static final ObjectShape<SimulationSpec> SIMULATION = new ObjectShape<>(
            "simulation",
            "How to simulate.",
            List.of(SEED, REPLICATIONS, FIDELITY, WINDOWS, WARM_UP, BINS),
            SimulationShapes::build);

    private SimulationShapes() {}

    private static Optional<SimulationSpec> build(Fields f) {
        boolean tooLong = f.reading().period().isPresent()
                && f.get(WARM_UP).compareTo(f.reading().period().get().length()) >= 0;
        if (tooLong) {
            f.problem(WARM_UP, "must be shorter than the period");
            return Optional.empty();
        }
        return Optional.of(new SimulationSpec(
                f.get(SEED), f.get(REPLICATIONS), f.get(FIDELITY), f.get(WINDOWS), f.get(WARM_UP), f.get(BINS)));
    }

    private static long seed(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "expected a whole number of 64 bits such as 20141022, got " + Literals.quoted(text), e);
        }
    }
}
