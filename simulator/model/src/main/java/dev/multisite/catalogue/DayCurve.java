package dev.multisite.catalogue;

import java.util.List;

/**
 * How demand is spread over a day.
 *
 * @param name the name used in scenario files
 * @param weights 24 weights; weight k holds from k:00 to k+1:00 local time; their mean is 1
 * @param source where the figures come from
 */
public record DayCurve(String name, List<Double> weights, String source) {
    public DayCurve {
        weights = List.copyOf(weights);
        if (weights.size() != 24) {
            throw new IllegalArgumentException("a day has 24 weights, but " + name + " has " + weights.size());
        }
    }
}
