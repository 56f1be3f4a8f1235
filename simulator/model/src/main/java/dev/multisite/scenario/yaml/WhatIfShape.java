package dev.multisite.scenario.yaml;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.multisite.scenario.whatif.Axis;
import dev.multisite.scenario.whatif.Design;
import dev.multisite.scenario.whatif.WhatIf;

/** The keys of a what-if file. */
final class WhatIfShape {

    private static final Key<Integer> VERSION =
            Key.required("what-if", Shapes.word("1", 1), "1", "version of the format");
    private static final Key<String> TITLE = Key.of("title", Shapes.TEXT, "\"\"", "How many hosts?", "one line");
    static final Key<String> BASE = Key.required(
            "base",
            Shapes.literal("file", "xiaomi-india-2014.yaml", t -> t),
            "xiaomi-india-2014.yaml",
            "the scenario that is varied, a file relative to this one");
    private static final Key<List<Axis>> VARY = Key.required(
            "vary", new AxesShape(), "{sites.india.hosts: [10, 20, 40]}", "scenario paths and their values");
    private static final Key<Design> DESIGN = Key.of(
            "design",
            Shapes.scalarOrGroup(
                    Shapes.words(Ordering.of("grid", new Design.Grid(), "one-at-a-time", new Design.OneAtATime())),
                    Shapes.tagged(designs())),
            "grid",
            "{latin-hypercube: 200}",
            "which combinations of values are simulated");
    private static final Key<List<String>> MEASURE = Key.required(
            "measure",
            Shapes.listOfAtLeastOne(ObjectiveShapes.METRIC_NAME)
                    .check((names, r) -> new HashSet<>(names).size() == names.size() ? "" : "a metric is given twice"),
            "[latency-p95, failure-rate, cost]",
            "metrics to report");
    static final Key<Integer> REPLICATIONS = Key.optional(
            "replications", Quantity.whole(1), "10", "replications of each point, instead of the base scenario's");
    static final Key<String> SEED =
            Key.optional("seed", Shapes.TEXT, "7", "master seed of every point, instead of the base scenario's");

    private WhatIfShape() {}

    /** A what-if file called {@code name}. */
    static ObjectShape<WhatIf> named(String name) {
        return new ObjectShape<>(
                "what-if",
                "Many variants of one scenario.",
                List.of(VERSION, TITLE, BASE, VARY, DESIGN, MEASURE, REPLICATIONS, SEED),
                fields -> build(name, fields));
    }

    private static Map<String, Shape<Design>> designs() {
        return Ordering.of(
                "random", Quantity.whole(1).<Design>map(Design.Random::new),
                "latin-hypercube", Quantity.whole(2).<Design>map(Design.LatinHypercube::new),
                "sobol", powerOfTwo().<Design>map(Design.Sobol::new),
                "saltelli", powerOfTwo().<Design>map(Design.Saltelli::new));
    }

    private static Shape<Integer> powerOfTwo() {
        return Quantity.whole(2)
                .check((n, r) -> Integer.bitCount(n) == 1
                        ? ""
                        : "a Sobol sample is balanced only for powers of two; the nearest below is "
                                + Integer.highestOneBit(n));
    }

    private static Optional<WhatIf> build(String name, Fields f) {
        Design design = f.get(DESIGN);
        List<Axis> axes = f.get(VARY);
        if (design instanceof Design.Grid) {
            for (Axis axis : axes) {
                if (axis instanceof Axis.Spread) {
                    f.problem(
                            VARY,
                            axis.path() + ": a grid needs a list of values; a distribution goes with random,"
                                    + " latin-hypercube, sobol, saltelli or one-at-a-time");
                    return Optional.empty();
                }
            }
        }
        WhatIf whatIf = new WhatIf(name, f.get(BASE), axes, design, f.get(MEASURE));
        if (whatIf.points() > WhatIf.MOST_POINTS) {
            f.problem(DESIGN, "this makes more than " + WhatIf.MOST_POINTS + " points");
            return Optional.empty();
        }
        return Optional.of(whatIf);
    }
}
