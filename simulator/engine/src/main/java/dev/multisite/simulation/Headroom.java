package dev.multisite.simulation;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.multisite.calendar.Calendar;
import dev.multisite.calendar.CalendarResult;
import dev.multisite.catalogue.Catalogue;
import dev.multisite.demand.DemandModel;
import dev.multisite.exposure.ScenarioExposure;
import dev.multisite.network.NetworkModel;
import dev.multisite.random.RandomStreams;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.SiteSpec;

/**
 * What each site must carry in its worst hour while others are lost. A fluid: the mean load of the first attempts in an
 * hour, routed as if every device knew which sites are lost; no queues, no retries, no failures apart from the sites lost.
 * Openings and phases are those of the first replication. Nothing else is random.
 */
public final class Headroom {
    private static final double HOUR = 3600;

    private final ArchitectureModel model;
    private final CalendarResult calendar;
    private final FluidLoad load;
    private final Map<Situation, Row> worst = new LinkedHashMap<>();

    private Headroom(ArchitectureModel model, CalendarResult calendar) {
        this.model = model;
        this.calendar = calendar;
        this.load = new FluidLoad(model);
    }

    /**
     * The worst hour of a site in a phase while some sites are lost.
     *
     * @param lost names of the sites lost; none: all work
     * @param offeredCores cores that the load keeps busy in the mean of the hour
     * @param capacityCores cores of all hosts, of an autoscaled site of the most it may have
     * @param hourStartSeconds start of that hour
     */
    public record Row(
            String architecture,
            String phase,
            List<String> lost,
            String site,
            double offeredCores,
            double capacityCores,
            double hourStartSeconds) {
        public Row {
            lost = List.copyOf(lost);
        }

        /** Returns the share of the capacity that the load keeps busy; above 1: too little. */
        public double load() {
            return offeredCores / capacityCores;
        }
    }

    private record Situation(int phase, BitSet lost, int site) {}

    /**
     * Returns the worst hour of every site, architecture by architecture and phase by phase: with all sites, then for each
     * loss of up to {@code mostLost} of the sites that are open.
     */
    public static List<Row> of(Scenario scenario, Catalogue catalogue, int mostLost) {
        int year = scenario.period().from().atZone(ZoneOffset.UTC).getYear();
        PathTables paths = new NetworkPaths(NetworkModel.of(scenario.network(), catalogue, year), scenario.network());
        DemandModel demand = DemandModel.of(scenario);
        SourceCatalogue who = SourceCatalogue.of(scenario, demand);
        RandomStreams first = new RandomStreams(scenario.simulation().seed(), 0);
        Optional<ScenarioExposure> exposure =
                scenario.keepsRecords() ? Optional.of(ScenarioExposure.of(scenario, demand)) : Optional.empty();
        List<Row> rows = new ArrayList<>();
        for (String architecture : scenario.architectures().keySet()) {
            ArchitectureModel bare = ArchitectureModel.of(scenario, architecture, demand, who, paths);
            ArchitectureModel model =
                    exposure.map(e -> bare.withRecords(e, paths)).orElse(bare);
            CalendarResult calendar = Calendar.run(scenario, architecture, first, new FluidLoad(model));
            rows.addAll(new Headroom(model, calendar).rows(mostLost));
        }
        return rows;
    }

    private List<Row> rows(int mostLost) {
        List<BitSet> losses = losses(model.sites().size(), mostLost);
        for (double from = 0; from < model.endSeconds(); from += HOUR) {
            hour(from, Math.min(model.endSeconds(), from + HOUR), losses);
        }
        return List.copyOf(worst.values());
    }

    /** Returns the sets of up to {@code most} sites, smaller ones first. */
    private static List<BitSet> losses(int sites, int most) {
        List<BitSet> all = new ArrayList<>(List.of(new BitSet()));
        int begin = 0;
        for (int size = 1; size <= Math.min(most, sites); size++) {
            int end = all.size();
            for (int i = begin; i < end; i++) {
                for (int site = all.get(i).length(); site < sites; site++) {
                    BitSet larger = (BitSet) all.get(i).clone();
                    larger.set(site);
                    all.add(larger);
                }
            }
            begin = end;
        }
        return all;
    }

    private void hour(double from, double until, List<BitSet> losses) {
        int phase = phaseAt(from);
        BitSet open = new BitSet();
        for (int site = 0; site < model.sites().size(); site++) {
            open.set(site, calendar.sites().get(site).openingSeconds() <= from);
        }
        for (BitSet lost : losses) {
            BitSet closed = (BitSet) lost.clone();
            closed.andNot(open);
            if (closed.isEmpty()) {
                hour(from, until, phase, open, lost);
            }
        }
    }

    private void hour(double from, double until, int phase, BitSet open, BitSet lost) {
        boolean[] up = new boolean[model.sites().size()];
        for (int site = 0; site < up.length; site++) {
            up[site] = open.get(site) && !lost.get(site);
        }
        double[] cores = new double[up.length];
        load.offeredCores(from, until, phase, up, cores);
        for (int site = 0; site < up.length; site++) {
            if (up[site]) {
                Row row = row(from, phase, lost, site, cores[site]);
                worst.merge(
                        new Situation(phase, lost, site),
                        row,
                        (old, fresh) -> fresh.offeredCores() > old.offeredCores() ? fresh : old);
            }
        }
    }

    private Row row(double from, int phase, BitSet lost, int site, double cores) {
        return new Row(
                model.spec().name(),
                model.spec().phases().get(phase).label(),
                lost.stream().mapToObj(i -> model.sites().get(i).name()).toList(),
                model.sites().get(site).name(),
                cores,
                capacity(model.sites().get(site)),
                from);
    }

    private static double capacity(SiteSpec site) {
        int hosts = site.hosts() instanceof SiteSpec.Hosts.Autoscale autoscale
                ? autoscale.max()
                : ((SiteSpec.Hosts.Fixed) site.hosts()).count();
        return (double) hosts * site.coresPerHost();
    }

    /** Returns the last phase that has begun; one that a later phase overtook never takes place. */
    private int phaseAt(double time) {
        List<Double> starts = calendar.phaseStartSeconds();
        for (int i = starts.size() - 1; i > 0; i--) {
            if (starts.get(i) <= time) {
                return i;
            }
        }
        return 0;
    }
}
