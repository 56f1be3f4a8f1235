package dev.multisite.scenario.yaml;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.multisite.scenario.GrowthSpec;
import dev.multisite.units.Literals;

/** The forms of growth. */
final class GrowthShapes {

    private static final Key<Double> MARKET = Key.required(
            "market",
            Quantity.COUNT.check((c, r) -> c > 0 && c <= 1e11 ? "" : "must be above 0 and at most 100G"),
            "20M",
            "devices in the end");
    private static final Key<Double> P =
            Key.required("p", coefficient(), "0.01", "coefficient of innovation per year, above 0");
    private static final Key<Double> Q =
            Key.required("q", coefficient(), "0.4", "coefficient of imitation per year, above 0");

    private static final Shape<GrowthSpec> BASS = ObjectShape.of(
            "bass",
            "Diffusion after Bass (1969).",
            List.of(MARKET, P, Q),
            f -> new GrowthSpec.Bass(f.get(MARKET), f.get(P), f.get(Q)));

    private static final Shape<GrowthSpec> EXPONENTIAL = Quantity.PER_YEAR
            .check((g, r) -> g > -1 && g <= 1000 ? "" : "must lie above -100%/y and not exceed 100000%/y")
            .map(GrowthSpec.Exponential::new);

    /** All forms. */
    static final Shape<GrowthSpec> GROWTH = Shapes.titled(
            "growth",
            "`none`, new devices per time such as `100000/w`, effective annual growth, Bass diffusion, or points in time: linear between them, constant after the last.",
            Shapes.scalarOrGroup(
                    Shapes.wordOr(Map.of("none", new GrowthSpec.None()), Quantity.RATE.map(GrowthSpec.Linear::new)),
                    Shapes.tagged(Ordering.of(
                            "exponential",
                            EXPONENTIAL,
                            "bass",
                            BASS,
                            "points",
                            Shapes.named(Quantity.COUNT, 1).then(GrowthShapes::points)))));

    private GrowthShapes() {}

    private static Shape<Double> coefficient() {
        return Quantity.POSITIVE.check((c, r) -> c <= 1000 ? "" : "must not exceed 1000");
    }

    private static Optional<GrowthSpec> points(Map<String, Double> points, Node node, Reading reading) {
        SortedMap<Instant, Double> devices = new TreeMap<>();
        boolean fine = true;
        for (Map.Entry<String, Double> point : points.entrySet()) {
            try {
                devices.put(Literals.instant(point.getKey()), point.getValue());
            } catch (IllegalArgumentException e) {
                reading.problems().add(Nodes.child(node, point.getKey()), String.valueOf(e.getMessage()));
                fine = false;
            }
        }
        return fine ? Optional.of(new GrowthSpec.Points(devices)) : Optional.empty();
    }
}
