package dev.multisite.simulation;

import java.util.BitSet;
import java.util.List;

import dev.multisite.routing.PathCut;
import dev.multisite.routing.RoutedSource;
import dev.multisite.routing.RoutingTimeline;
import dev.multisite.world.Intervals;
import dev.multisite.world.Routing.Regime;

/**
 * How many outages and cuts hit requests of a population: those that take away a site which some of its sources try
 * first. Failed requests come in outages, so outages are what decides how much a failure rate can be trusted.
 */
final class OutageCount {

    private final Replication replication;
    private final int[][] byPhaseAndPopulation;
    private final int[] byPhase;

    OutageCount(Replication replication) {
        this.replication = replication;
        RoutingTimeline timeline = replication.timeline();
        byPhaseAndPopulation = new int[timeline.phases().size()]
                [replication.model().who().populations().size()];
        byPhase = new int[timeline.phases().size()];
        BitSet everybody = new BitSet();
        everybody.set(0, replication.model().who().populations().size());
        for (int site = 0; site < timeline.outages().size(); site++) {
            count(timeline.outages().get(site), everybody, site);
        }
        for (PathCut cut : timeline.cuts()) {
            count(cut.down(), cut.populations(), cut.site());
        }
    }

    private void count(Intervals failures, BitSet populations, int site) {
        for (int i = 0; i < failures.size(); i++) {
            if (failures.from(i) < replication.model().endSeconds()) {
                Regime regime = regimeBefore(failures.from(i));
                BitSet hit = hit(regime, site);
                hit.and(populations);
                byPhase[regime.phase()] += hit.isEmpty() ? 0 : 1;
                hit.stream().forEach(population -> byPhaseAndPopulation[regime.phase()][population]++);
            }
        }
    }

    /** Where a failure is noticed at once, the regime at its instant has already forgotten what it took away. */
    private Regime regimeBefore(double time) {
        int at = replication.routing().regimeAt(time);
        boolean startsHere = at > 0 && replication.routing().regimeStart(at) >= time;
        return replication.routing().regime(startsHere ? at - 1 : at);
    }

    private BitSet hit(Regime regime, int site) {
        BitSet hit = new BitSet();
        List<RoutedSource> sources = replication.model().who().routed();
        for (int source = 0; source < sources.size(); source++) {
            int[] choices = regime.choices(source);
            boolean anyOfThem = regime.cumulativeShares(source).length > 0;
            for (int k = 0; k < (anyOfThem ? choices.length : Math.min(1, choices.length)); k++) {
                if (choices[k] == site) {
                    hit.set(sources.get(source).population());
                }
            }
        }
        return hit;
    }

    /**
     * @param phase index of a phase, {@link TotalsCube#ALL} for all
     * @param population index of a population, {@link TotalsCube#ALL} for all
     */
    int of(int phase, int population) {
        int sum = 0;
        for (int p = 0; p < byPhase.length; p++) {
            if (phase == TotalsCube.ALL || phase == p) {
                sum += population == TotalsCube.ALL ? byPhase[p] : byPhaseAndPopulation[p][population];
            }
        }
        return sum;
    }
}
