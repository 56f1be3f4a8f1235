package dev.multisite.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.multisite.requests.RequestTally;
import dev.multisite.statistics.LatencyHistogram;
import dev.multisite.world.World.Group;

/**
 * Sums up distributions per slice: response times of all phases by population and service and of single phases by
 * population; waits by site.
 */
final class LatencySlices {

    private LatencySlices() {}

    static Map<Slice, LatencyHistogram> of(Replication replication, RequestTally tally) {
        Map<Slice, LatencyHistogram> slices = new LinkedHashMap<>();
        List<String> phases = replication.phaseLabels();
        List<String> services = replication.model().who().services();
        for (int group = 0; group < tally.groups(); group++) {
            Group who = replication.world().groups().get(group);
            String service = services.get(who.service());
            for (int phase = 0; phase < tally.slots().phases(); phase++) {
                LatencyHistogram latencies = tally.latencies(phase, group);
                add(slices, Slice.ALL, latencies);
                add(slices, Slice.ofCountry(who.population()), latencies);
                add(slices, new Slice("", "", "", service), latencies);
                add(slices, new Slice("", who.population(), "", service), latencies);
                if (phases.size() > 1) {
                    add(slices, new Slice(phases.get(phase), "", "", ""), latencies);
                    add(slices, new Slice(phases.get(phase), who.population(), "", ""), latencies);
                }
            }
        }
        return slices;
    }

    static Map<Slice, LatencyHistogram> waits(Replication replication, RequestTally tally) {
        Map<Slice, LatencyHistogram> slices = new LinkedHashMap<>();
        for (int site = 0; site < tally.sites(); site++) {
            LatencyHistogram waits = tally.site(site).waits();
            add(slices, Slice.ALL, waits);
            add(slices, Slice.ofSite(replication.model().sites().get(site).name()), waits);
        }
        return slices;
    }

    private static void add(Map<Slice, LatencyHistogram> slices, Slice slice, LatencyHistogram latencies) {
        if (latencies.totalWeight() > 0) {
            slices.computeIfAbsent(slice, fresh -> new LatencyHistogram()).add(latencies, 1);
        }
    }
}
