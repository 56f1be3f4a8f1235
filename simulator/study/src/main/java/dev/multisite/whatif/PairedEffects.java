package dev.multisite.whatif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.multisite.statistics.Estimate;
import dev.multisite.statistics.Moments;
import dev.multisite.statistics.StudentT;

/**
 * Effects in designs that combine values evenly: the figure is averaged over all points that share a value of the axis,
 * replication by replication, and the averages are paired by replication (common random numbers).
 */
final class PairedEffects {
    private final List<Map<String, Sum>> axes = new ArrayList<>();

    PairedEffects(int count) {
        for (int i = 0; i < count; i++) {
            axes.add(new LinkedHashMap<>());
        }
    }

    /** The sum over points by replication. */
    private static final class Sum {
        double[] byReplication;
        int points;

        Sum(int replications) {
            byReplication = new double[replications];
        }

        /** Where a precision decides, points have different numbers of replications: those that all have count. */
        void add(double[] values) {
            byReplication = Arrays.copyOf(byReplication, Math.min(byReplication.length, values.length));
            for (int i = 0; i < byReplication.length; i++) {
                byReplication[i] += values[i];
            }
            points++;
        }

        double[] means() {
            return Arrays.stream(byReplication).map(sum -> sum / points).toArray();
        }
    }

    void add(int axis, String label, double[] byReplication) {
        axes.get(axis)
                .computeIfAbsent(label, key -> new Sum(byReplication.length))
                .add(byReplication);
    }

    Swing swing(int axis) {
        String from = "";
        String to = "";
        double[] lowest = {};
        double[] highest = {};
        for (Map.Entry<String, Sum> entry : axes.get(axis).entrySet()) {
            double[] means = entry.getValue().means();
            double mean = Moments.of(means).mean();
            if (from.isEmpty() || mean < Moments.of(lowest).mean()) {
                from = entry.getKey();
                lowest = means;
            }
            if (to.isEmpty() || mean > Moments.of(highest).mean()) {
                to = entry.getKey();
                highest = means;
            }
        }
        Estimate value = StudentT.pairedDifference(
                highest, lowest, Swing.confidence(axes.get(axis).size()));
        return new Swing(from, to, value);
    }
}
