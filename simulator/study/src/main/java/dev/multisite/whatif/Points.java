package dev.multisite.whatif;

import java.util.ArrayList;
import java.util.List;

import dev.multisite.scenario.whatif.Axis;
import dev.multisite.scenario.whatif.Design;
import dev.multisite.scenario.whatif.Level;
import dev.multisite.scenario.whatif.WhatIf;
import dev.multisite.scenario.yaml.BaseScenario;
import dev.multisite.scenario.yaml.ValueOverride;

/** The points of a design. Any of them can be asked for at any time; none is kept. */
public final class Points {
    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    private final List<Axis> axes;
    private final Design design;
    private final int size;
    private final UnitSample sample;
    private final List<String> baseLabels;

    private Points(WhatIf whatIf, UnitSample sample, List<String> baseLabels) {
        this.axes = whatIf.axes();
        this.design = whatIf.design();
        this.size = Math.toIntExact(whatIf.points());
        this.sample = sample;
        this.baseLabels = baseLabels;
    }

    /** Returns the points; what is random in them follows from the base scenario's seed alone. */
    public static Points of(WhatIf whatIf, BaseScenario base) {
        long seed = base.scenario().simulation().seed();
        List<String> labels =
                whatIf.axes().stream().map(axis -> base.valueAt(axis.path())).toList();
        return new Points(whatIf, UnitSample.of(whatIf, seed), labels);
    }

    public int size() {
        return size;
    }

    /** @param number from 1 to {@link #size()} */
    public Point get(int number) {
        int index = number - 1;
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(number);
        }
        return design instanceof Design.OneAtATime
                ? alone(number, index)
                : point(number, design instanceof Design.Grid ? gridLevels(index) : drawn(index));
    }

    /** Returns the levels that a one-at-a-time design gives an axis; of a distribution its 5 % and 95 % points. */
    static List<Level> levels(Axis axis) {
        return axis instanceof Axis.Listed listed ? listed.levels() : List.of(axis.at(LOW), axis.at(HIGH));
    }

    private Point alone(int number, int index) {
        List<String> labels = new ArrayList<>(baseLabels);
        int first = 1;
        for (int i = 0; i < axes.size(); i++) {
            List<Level> levels = levels(axes.get(i));
            if (index >= first && index < first + levels.size()) {
                Level level = levels.get(index - first);
                labels.set(i, level.label());
                return new Point(
                        number, labels, List.of(BaseScenario.setting(axes.get(i).path(), level)));
            }
            first += levels.size();
        }
        return new Point(number, labels, List.of());
    }

    private List<Level> gridLevels(int index) {
        Level[] levels = new Level[axes.size()];
        int rest = index;
        for (int i = axes.size() - 1; i >= 0; i--) {
            List<Level> all = ((Axis.Listed) axes.get(i)).levels();
            levels[i] = all.get(rest % all.size());
            rest /= all.size();
        }
        return List.of(levels);
    }

    private List<Level> drawn(int index) {
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < axes.size(); i++) {
            levels.add(axes.get(i).at(sample.at(index, i)));
        }
        return levels;
    }

    private Point point(int number, List<Level> levels) {
        List<ValueOverride> settings = new ArrayList<>();
        for (int i = 0; i < axes.size(); i++) {
            settings.add(BaseScenario.setting(axes.get(i).path(), levels.get(i)));
        }
        return new Point(number, levels.stream().map(Level::label).toList(), settings);
    }

    /** Returns the place of a point on an axis: 0 to 1, the level's share of the axis for listed values. */
    double place(int number, int axis) {
        return sample.at(number - 1, axis);
    }
}
