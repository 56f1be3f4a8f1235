package dev.multisite.scenario.whatif;

import java.util.List;

/**
 * A what-if file.
 *
 * @param name file name without extension
 * @param base the base scenario's file as the what-if file names it
 * @param axes values to vary, in the order of the file
 * @param measure metrics to report
 */
public record WhatIf(String name, String base, List<Axis> axes, Design design, List<String> measure) {

    /** Most points of a design. */
    public static final int MOST_POINTS = 1_000_000;

    public WhatIf {
        axes = List.copyOf(axes);
        measure = List.copyOf(measure);
    }

    /** Returns the number of points of the design; {@link Long#MAX_VALUE} beyond what a long holds. */
    public long points() {
        if (design instanceof Design.Grid) {
            return gridPoints();
        }
        if (design instanceof Design.OneAtATime) {
            return 1 + axes.stream().mapToLong(WhatIf::alone).sum();
        }
        if (design instanceof Design.Saltelli saltelli) {
            return (long) saltelli.base() * (axes.size() + 2);
        }
        if (design instanceof Design.Random random) {
            return random.points();
        }
        return design instanceof Design.Sobol sobol ? sobol.points() : ((Design.LatinHypercube) design).points();
    }

    private long gridPoints() {
        long points = 1;
        for (Axis axis : axes) {
            long levels = axis instanceof Axis.Listed listed ? listed.levels().size() : 1;
            points = points > Long.MAX_VALUE / levels ? Long.MAX_VALUE : points * levels;
        }
        return points;
    }

    private static long alone(Axis axis) {
        return axis instanceof Axis.Listed listed ? listed.levels().size() : 2;
    }
}
