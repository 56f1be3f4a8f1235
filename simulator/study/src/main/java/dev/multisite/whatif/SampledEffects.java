package dev.multisite.whatif;

import java.util.ArrayList;
import java.util.List;

import dev.multisite.scenario.whatif.Axis;
import dev.multisite.statistics.Estimate;
import dev.multisite.statistics.StudentT;

/**
 * Effects in random designs: the points are sorted into the values of the axis, or into five equally likely ranges of a
 * distribution. The interval is that of two independent groups of points (Welch), so it covers what the other axes do.
 */
final class SampledEffects {
    private static final int RANGES = 5;

    private final List<List<List<Double>>> groups = new ArrayList<>();

    SampledEffects(int axes) {
        for (int i = 0; i < axes; i++) {
            groups.add(new ArrayList<>());
        }
    }

    private static int count(Axis axis) {
        return axis instanceof Axis.Listed listed ? listed.levels().size() : RANGES;
    }

    /** @param place where the point lies on the axis, 0 to 1 */
    void add(int number, Axis axis, double place, double value) {
        List<List<Double>> ofAxis = groups.get(number);
        while (ofAxis.size() < count(axis)) {
            ofAxis.add(new ArrayList<>());
        }
        if (!Double.isNaN(value)) {
            ofAxis.get(Math.min(count(axis) - 1, (int) (place * count(axis)))).add(value);
        }
    }

    Swing swing(int number, Axis axis) {
        List<List<Double>> ofAxis = groups.get(number);
        int lowest = -1;
        int highest = -1;
        for (int i = 0; i < ofAxis.size(); i++) {
            if (!ofAxis.get(i).isEmpty()) {
                lowest = lowest < 0 || mean(ofAxis.get(i)) < mean(ofAxis.get(lowest)) ? i : lowest;
                highest = highest < 0 || mean(ofAxis.get(i)) > mean(ofAxis.get(highest)) ? i : highest;
            }
        }
        if (lowest < 0 || lowest == highest) {
            return new Swing("", "", Estimate.none());
        }
        Estimate value = StudentT.welchDifference(
                array(ofAxis.get(highest)), array(ofAxis.get(lowest)), Swing.confidence(ofAxis.size()));
        return new Swing(name(axis, lowest), name(axis, highest), value);
    }

    private static String name(Axis axis, int group) {
        if (axis instanceof Axis.Listed listed) {
            return listed.levels().get(group).label();
        }
        double end = Math.nextDown((group + 1.0) / RANGES);
        return axis.at((double) group / RANGES).label() + ".." + axis.at(end).label();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
    }
}
