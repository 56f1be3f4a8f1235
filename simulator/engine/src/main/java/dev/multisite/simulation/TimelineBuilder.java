package dev.multisite.simulation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.multisite.calendar.CalendarResult;
import dev.multisite.calendar.SiteHistory;
import dev.multisite.random.Distributions;
import dev.multisite.random.RandomStreams;
import dev.multisite.routing.Belief;
import dev.multisite.routing.PathCut;
import dev.multisite.routing.PathDegradation;
import dev.multisite.routing.RoutingTimeline;
import dev.multisite.scenario.ArchitectureSpec.Phase;
import dev.multisite.scenario.NetworkSpec;
import dev.multisite.scenario.NetworkSpec.PathEffect;
import dev.multisite.scenario.NetworkSpec.PathRef;
import dev.multisite.scenario.NetworkSpec.Risk;
import dev.multisite.scenario.PopulationSpec;
import dev.multisite.units.Durations;
import dev.multisite.world.Intervals;

/** Puts together what changes routing in one replication. */
final class TimelineBuilder {

    private final ArchitectureModel model;
    private final CalendarResult calendar;
    private final RandomStreams streams;
    private final List<PathCut> cuts = new ArrayList<>();
    private final List<PathDegradation> degradations = new ArrayList<>();

    TimelineBuilder(ArchitectureModel model, CalendarResult calendar, RandomStreams streams) {
        this.model = model;
        this.calendar = calendar;
        this.streams = streams;
    }

    RoutingTimeline build() {
        NetworkSpec network = model.scenario().network();
        List<Phase> phases = new ArrayList<>();
        List<Double> starts = new ArrayList<>();
        addPhases(phases, starts);
        Map<String, Risk> risks = new TreeMap<>(network.risks());
        risks.values().forEach(this::addRisk);
        return new RoutingTimeline(
                model.endSeconds(),
                phases,
                starts,
                calendar.sites().stream().map(TimelineBuilder::notOpen).toList(),
                calendar.sites().stream().map(this::failures).toList(),
                calendar.sites().stream()
                        .map(site -> site.capacity().closures())
                        .toList(),
                cuts,
                degradations,
                model.who().populations().stream().map(model.demand()::blocks).toList(),
                new Belief(
                        Durations.toSeconds(network.failoverDetection()),
                        Durations.toSeconds(network.failbackDetection())));
    }

    /** A phase takes place unless a later one starts before it, or it never starts. */
    private void addPhases(List<Phase> phases, List<Double> starts) {
        double next = model.endSeconds();
        for (int i = model.spec().phases().size() - 1; i >= 0; i--) {
            double start = calendar.phaseStartSeconds().get(i);
            if (start < next) {
                phases.add(0, model.spec().phases().get(i));
                starts.add(0, start);
                next = start;
            }
        }
    }

    private static Intervals notOpen(SiteHistory site) {
        return site.openingSeconds() > 0
                ? new Intervals(new double[] {0}, new double[] {site.openingSeconds()})
                : Intervals.NONE;
    }

    /** The outages after the opening: nobody needs to notice that a site has not opened yet. */
    private Intervals failures(SiteHistory site) {
        Intervals outages = site.capacity().outages();
        Intervals working = outages.complement(site.openingSeconds(), model.endSeconds());
        return site.openingSeconds() < model.endSeconds()
                ? working.complement(site.openingSeconds(), model.endSeconds())
                : Intervals.NONE;
    }

    private void addRisk(Risk risk) {
        List<Intervals> disturbed = calendar.pathDisturbances().getOrDefault(risk.name(), List.of());
        for (int i = 0; i < disturbed.size(); i++) {
            PathRef path = risk.paths().get(i);
            int site = model.siteIndex(path.to());
            BitSet populations = populations(path.from());
            if (site < 0 || populations.isEmpty() || disturbed.get(i).size() == 0) {
                continue;
            }
            if (risk.effect() instanceof PathEffect.Degraded degraded) {
                addDegradations(risk, degraded, populations, site, disturbed.get(i));
            } else {
                cuts.add(new PathCut(populations, site, disturbed.get(i)));
            }
        }
    }

    /** Each failure of a cable draws its own detour. */
    private void addDegradations(Risk risk, PathEffect.Degraded effect, BitSet populations, int site, Intervals when) {
        for (int k = 0; k < when.size(); k++) {
            long key = streams.key("path-detour", risk.name(), k);
            double extraRttSeconds = Distributions.sampler(effect.extraRtt()).quantile(WindowPlan.uniform(key));
            degradations.add(new PathDegradation(
                    populations,
                    site,
                    new Intervals(new double[] {when.from(k)}, new double[] {when.until(k)}),
                    extraRttSeconds / 2,
                    effect.loss()));
        }
    }

    private BitSet populations(String from) {
        BitSet result = new BitSet();
        List<String> names = model.who().populations();
        for (int i = 0; i < names.size(); i++) {
            PopulationSpec population = model.scenario().populations().get(names.get(i));
            boolean named = from.equals("*") || from.equals(names.get(i));
            result.set(i, named || (population != null && from.equals(population.country())));
        }
        return result;
    }
}
