package dev.multisite.simulation;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.multisite.catalogue.Catalogue;
import dev.multisite.demand.DemandModel;
import dev.multisite.network.NetworkModel;
import dev.multisite.network.PathEstimate;
import dev.multisite.random.RandomStreams;
import dev.multisite.requests.RequestPlane;
import dev.multisite.requests.RequestTally;
import dev.multisite.requests.Slots;
import dev.multisite.requests.Window;
import dev.multisite.routing.TimedRouting;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.SiteSpec;
import dev.multisite.simulation.LatencyAssumption.Alternative;
import dev.multisite.statistics.LatencyHistogram;
import dev.multisite.world.DemandGrid;
import dev.multisite.world.PathTable;
import dev.multisite.world.ServiceTraffic;
import dev.multisite.world.World;

/**
 * A few requests of the whole period, simulated as if no core were ever busy: enough to see in a fraction of a second what
 * another round trip or service time would do to response times, as long as queues have no part in them. Outages, phases and
 * growth are those of the first replication; equal keys give the same requests whatever is changed. Not for use by several
 * threads.
 */
public final class UncrowdedRequests {
    private final Scenario scenario;
    private final NetworkModel network;
    private final DemandModel demand;
    private final SourceCatalogue who;
    private final Map<String, Replication> replications = new HashMap<>();
    private final Map<List<SiteSpec>, List<PathEstimate>> paths = new HashMap<>();

    /** @param scenario what is asked about */
    public UncrowdedRequests(Scenario scenario, Catalogue catalogue) {
        int year = scenario.period().from().atZone(ZoneOffset.UTC).getYear();
        this.scenario = scenario;
        this.network = NetworkModel.of(scenario.network(), catalogue, year);
        this.demand = DemandModel.of(scenario);
        this.who = SourceCatalogue.of(scenario, demand);
    }

    /**
     * Returns response times, batch by batch.
     *
     * @param population whose; empty: of all
     * @param changes what to take differently; none: the scenario as it is
     * @param requests about how many to simulate in each batch
     * @param batches number of batches; equal numbers have equal random numbers
     * @throws InterruptedException if the thread was interrupted
     */
    public List<LatencyHistogram> latencies(
            String architecture, String population, List<Alternative> changes, int requests, int batches)
            throws InterruptedException {
        Replication base = replication(architecture);
        World world = SubWorld.of(world(base, changes), sources(base.world(), population));
        double expected = expectedRequests(world.demand());
        Window window = new Window(
                0, 0, world.endSeconds(), Window.Mode.INDEPENDENT, Math.max(1, expected / Math.max(1, requests)));
        RequestPlane plane = new RequestPlane(world);
        List<LatencyHistogram> latencies = new ArrayList<>();
        for (int batch = 0; batch < batches; batch++) {
            RequestTally tally = new RequestTally(
                    Slots.single(), world.groups().size(), world.sites().size());
            long key = base.streams().key("uncrowded requests", population, batch);
            if (expected > 0) {
                plane.simulate(window, key, tally, RequestPlane.Progress.NONE);
            }
            LatencyHistogram all = new LatencyHistogram();
            for (int group = 0; group < tally.groups(); group++) {
                all.add(tally.latencies(0, group), 1);
            }
            latencies.add(all);
        }
        return latencies;
    }

    private Replication replication(String architecture) {
        return replications.computeIfAbsent(architecture, name -> {
            ArchitectureModel model = ArchitectureModel.of(
                    scenario, name, demand, who, (endpoints, sites) -> table(endpoints, sites, List.of()));
            return Replication.prepare(
                    model, new RandomStreams(scenario.simulation().seed(), 0));
        });
    }

    private World world(Replication base, List<Alternative> changes) {
        if (changes.isEmpty()) {
            return base.world();
        }
        ArchitectureModel model = base.model();
        PathTable table = table(model.who().endpoints(), model.sites(), changes);
        return new World(
                model.endSeconds(),
                model.services().stream()
                        .map(service -> changed(service, changes))
                        .toList(),
                model.who().groups(),
                model.who().sources(),
                model.demand(),
                base.calendar().capacities(),
                table,
                new TimedRouting(model.routedSites(), model.who().routed(), table, base.timeline()));
    }

    private static ServiceTraffic changed(ServiceTraffic service, List<Alternative> changes) {
        ServiceTraffic changed = service;
        for (Alternative change : changes) {
            changed = change.service(changed);
        }
        return changed;
    }

    private PathTable table(List<Endpoint> endpoints, List<SiteSpec> sites, List<Alternative> changes) {
        List<PathEstimate> known = paths.computeIfAbsent(
                sites,
                fresh -> endpoints.stream()
                        .flatMap(endpoint -> sites.stream().map(site -> paths().path(endpoint, site)))
                        .toList());
        int[] next = {0};
        return NetworkPaths.table(
                endpoints,
                sites,
                (endpoint, site) -> {
                    PathEstimate path = known.get(next[0]++);
                    for (Alternative change : changes) {
                        path = change.path(endpoint, site, path);
                    }
                    return path;
                },
                scenario.network());
    }

    private NetworkPaths paths() {
        return new NetworkPaths(network, scenario.network());
    }

    private static BitSet sources(World world, String population) {
        BitSet kept = new BitSet();
        IntStream.range(0, world.sources().size())
                .filter(source -> population.isEmpty()
                        || world.groups()
                                .get(world.sources().get(source).group())
                                .population()
                                .equals(population))
                .forEach(kept::set);
        return kept;
    }

    private static double expectedRequests(DemandGrid demand) {
        double sum = 0;
        for (int cell = 0; cell < demand.cells(); cell++) {
            sum += demand.totalRate(cell) * (demand.cellStart(cell + 1) - demand.cellStart(cell));
        }
        return sum;
    }
}
