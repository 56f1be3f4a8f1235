package dev.multisite.experiment;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

import dev.multisite.scenario.Scenario;
import dev.multisite.simulation.Slice;

/** The order of slices in results files: all before parts, parts as the scenario lists them. */
final class Slices {
    /** By name. */
    static final Comparator<Slice> LEXICAL = Comparator.comparing(Slice::period)
            .thenComparing(Slice::country)
            .thenComparing(Slice::site)
            .thenComparing(Slice::service);

    private Slices() {}

    /**
     * Returns the scenario's order.
     *
     * @param periods labels of phases in the order in which they begin
     */
    static Comparator<Slice> inOrderOf(Scenario scenario, Collection<String> periods) {
        Map<String, Integer> period = ranks(periods);
        Map<String, Integer> country = ranks(scenario.populations().keySet());
        Map<String, Integer> site = ranks(scenario.sites().keySet());
        Map<String, Integer> service = ranks(scenario.services().keySet());
        return Comparator.comparingInt((Slice slice) -> rank(period, slice.period()))
                .thenComparingInt(slice -> rank(country, slice.country()))
                .thenComparingInt(slice -> rank(site, slice.site()))
                .thenComparingInt(slice -> rank(service, slice.service()))
                .thenComparing(LEXICAL);
    }

    private static Map<String, Integer> ranks(Collection<String> names) {
        Map<String, Integer> ranks = new HashMap<>();
        names.forEach(name -> ranks.putIfAbsent(name, ranks.size()));
        return ranks;
    }

    private static int rank(Map<String, Integer> ranks, String name) {
        return name.isEmpty() ? -1 : ranks.getOrDefault(name, Integer.MAX_VALUE);
    }
}
