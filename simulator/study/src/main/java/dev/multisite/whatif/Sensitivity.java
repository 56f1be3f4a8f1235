package dev.multisite.whatif;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.multisite.scenario.whatif.Axis;
import dev.multisite.scenario.whatif.Design;
import dev.multisite.scenario.whatif.WhatIf;
import dev.multisite.statistics.Moments;
import dev.multisite.whatif.PointResult.Done;
import dev.multisite.whatif.PointResult.Values;

/**
 * Which axis moves which figure. Takes the points in their order; holds, per figure, one number per point or one per value of
 * an axis and replication.
 */
final class Sensitivity {
    private final WhatIf whatIf;
    private final Points points;
    private final long seed;
    private final Map<Figure, Analysis> analyses = new LinkedHashMap<>();

    Sensitivity(WhatIf whatIf, Points points, long seed) {
        this.whatIf = whatIf;
        this.points = points;
        this.seed = seed;
    }

    private record Figure(String architecture, String metric) {}

    /** What is kept about one figure. */
    private static final class Analysis {
        final PairedEffects paired;
        final SampledEffects sampled;
        final double[] means;

        Analysis(int axes, int kept) {
            paired = new PairedEffects(axes);
            sampled = new SampledEffects(axes);
            means = new double[kept];
            java.util.Arrays.fill(means, Double.NaN);
        }
    }

    void add(Point point, Done done) {
        for (Values values : done.values()) {
            Analysis analysis = analyses.computeIfAbsent(
                    new Figure(values.architecture(), values.metric()),
                    figure -> new Analysis(
                            whatIf.axes().size(), whatIf.design() instanceof Design.Saltelli ? points.size() : 0));
            double[] byReplication = values.byReplication().stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            add(point, byReplication, analysis);
        }
    }

    private void add(Point point, double[] byReplication, Analysis analysis) {
        if (whatIf.design() instanceof Design.Grid) {
            for (int axis = 0; axis < whatIf.axes().size(); axis++) {
                analysis.paired.add(axis, point.labels().get(axis), byReplication);
            }
        } else if (whatIf.design() instanceof Design.OneAtATime) {
            addAlone(point, byReplication, analysis);
        } else {
            addSampled(point, Moments.of(byReplication).mean(), analysis);
        }
    }

    /** The base point stands on every axis; the others on the axis that they change. */
    private void addAlone(Point point, double[] byReplication, Analysis analysis) {
        for (int i = 0; i < whatIf.axes().size(); i++) {
            String path = whatIf.axes().get(i).path();
            if (point.settings().isEmpty() || point.settings().get(0).path().equals(path)) {
                analysis.paired.add(i, point.labels().get(i), byReplication);
            }
        }
    }

    private void addSampled(Point point, double mean, Analysis analysis) {
        int axes = whatIf.axes().size();
        if (whatIf.design() instanceof Design.Saltelli) {
            analysis.means[point.number() - 1] = mean;
            if ((point.number() - 1) % (axes + 2) > 1) {
                return;
            }
        }
        for (int i = 0; i < axes; i++) {
            analysis.sampled.add(i, whatIf.axes().get(i), points.place(point.number(), i), mean);
        }
    }

    List<SensitivityRow> rows() {
        List<SensitivityRow> rows = new ArrayList<>();
        analyses.forEach((figure, analysis) -> {
            for (int i = 0; i < whatIf.axes().size(); i++) {
                Axis axis = whatIf.axes().get(i);
                boolean paired = whatIf.design() instanceof Design.Grid || whatIf.design() instanceof Design.OneAtATime;
                Swing swing = paired ? analysis.paired.swing(i) : analysis.sampled.swing(i, axis);
                rows.add(row(axis, figure, SensitivityRow.Kind.EFFECT, swing));
            }
            addIndices(figure, analysis, rows);
        });
        return rows;
    }

    private static SensitivityRow row(Axis axis, Figure figure, SensitivityRow.Kind kind, Swing swing) {
        return new SensitivityRow(
                axis.path(), figure.architecture(), figure.metric(), kind, swing.from(), swing.to(), swing.value());
    }

    private void addIndices(Figure figure, Analysis analysis, List<SensitivityRow> rows) {
        if (whatIf.design() instanceof Design.Saltelli) {
            SobolIndices indices =
                    new SobolIndices(analysis.means, whatIf.axes().size(), seed);
            for (int i = 0; i < whatIf.axes().size(); i++) {
                Axis axis = whatIf.axes().get(i);
                rows.add(row(axis, figure, SensitivityRow.Kind.FIRST_ORDER, new Swing("", "", indices.firstOrder(i))));
                rows.add(row(axis, figure, SensitivityRow.Kind.TOTAL, new Swing("", "", indices.total(i))));
            }
        }
    }
}
