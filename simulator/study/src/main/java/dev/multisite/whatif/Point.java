package dev.multisite.whatif;

import java.io.Serializable;
import java.util.List;

import dev.multisite.scenario.yaml.ValueOverride;

/**
 * One variant of the base scenario.
 *
 * @param number from 1, in the order of the design
 * @param labels what stands in each axis, in the order of the axes
 * @param settings what replaces values of the base scenario; none for the base itself
 */
public record Point(int number, List<String> labels, List<ValueOverride> settings) implements Serializable {
    public Point {
        labels = List.copyOf(labels);
        settings = List.copyOf(settings);
    }
}
