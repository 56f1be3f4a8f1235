package dev.multisite.simulation;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.multisite.catalogue.Catalogue;
import dev.multisite.demand.DemandModel;
import dev.multisite.network.NetworkModel;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.ServiceSpec;
import dev.multisite.scenario.SiteSpec;
import dev.multisite.world.World.Source;

/**
 * Where requests come from and how far each place is from each site: what a deterministic model of placement needs. A point
 * is a centre of a population; its round trip to a site is the mean of the medians of its access technologies, weighted by
 * requests. Immutable.
 */
public final class DemandPoints {

    private static final double BYTES_PER_GB = 1e9;

    private final List<Point> points;
    private final double[][] rttMillis;

    private DemandPoints(List<Point> points, double[][] rttMillis) {
        this.points = List.copyOf(points);
        this.rttMillis = rttMillis;
    }

    /**
     * A centre of a population.
     *
     * @param country ISO 3166-1 alpha-2 code
     * @param requests expected over the period
     * @param coreSeconds work that they bring, on the reference core
     * @param peakCores reference cores that they keep busy in the worst hour of each service, added up
     * @param egressGb what they are answered with, in 10^9 bytes
     */
    public record Point(
            String population,
            String country,
            String centre,
            double requests,
            double coreSeconds,
            double peakCores,
            double egressGb) {}

    /** Returns the points of a scenario and their round trips to {@code sites}. */
    public static DemandPoints of(Scenario scenario, Catalogue catalogue, List<SiteSpec> sites) {
        int year = scenario.period().from().atZone(ZoneOffset.UTC).getYear();
        DemandModel demand = DemandModel.of(scenario);
        NetworkModel network = NetworkModel.of(scenario.network(), catalogue, year);
        return new Builder(scenario, demand, network, sites).build();
    }

    public List<Point> points() {
        return points;
    }

    /** Returns the mean median round trip in milliseconds. */
    public double rttMillis(int point, int site) {
        return rttMillis[point][site];
    }

    private static final class Sum {
        private final Endpoint endpoint;
        private final double[] weightedRtt;
        private double requests;
        private double coreSeconds;
        private double peakCores;
        private double egressGb;

        private Sum(Endpoint endpoint, int sites) {
            this.endpoint = endpoint;
            this.weightedRtt = new double[sites];
        }

        private Point point() {
            return new Point(
                    endpoint.population().name(),
                    endpoint.population().country(),
                    endpoint.centre().name(),
                    requests,
                    coreSeconds,
                    peakCores,
                    egressGb);
        }
    }

    private static final class Builder {
        private final Scenario scenario;
        private final DemandModel demand;
        private final NetworkModel network;
        private final List<SiteSpec> sites;
        private final SourceCatalogue who;
        private final double[] peakRates;
        private final Map<List<String>, Sum> sums = new LinkedHashMap<>();
        private final Map<Endpoint, double[]> medians = new LinkedHashMap<>();

        private Builder(Scenario scenario, DemandModel demand, NetworkModel network, List<SiteSpec> sites) {
            this.scenario = scenario;
            this.demand = demand;
            this.network = network;
            this.sites = sites;
            this.who = SourceCatalogue.of(scenario, demand);
            this.peakRates = peakRates(demand);
        }

        /** Returns the highest rate of each class, per second. */
        private static double[] peakRates(DemandModel demand) {
            double[] peaks = new double[demand.classes()];
            double[] rates = new double[demand.classes()];
            for (int cell = 0; cell < demand.cells(); cell++) {
                demand.rates(cell, rates);
                for (int i = 0; i < rates.length; i++) {
                    peaks[i] = Math.max(peaks[i], rates[i]);
                }
            }
            return peaks;
        }

        private DemandPoints build() {
            who.sources().forEach(this::add);
            List<Point> points = new ArrayList<>();
            List<double[]> rows = new ArrayList<>();
            for (Sum sum : sums.values()) {
                if (sum.requests > 0) {
                    points.add(sum.point());
                    rows.add(Arrays.stream(sum.weightedRtt)
                            .map(weighted -> weighted / sum.requests)
                            .toArray());
                }
            }
            return new DemandPoints(points, rows.toArray(new double[0][]));
        }

        private void add(Source source) {
            Endpoint endpoint = who.endpoints().get(source.endpoint());
            String serviceName =
                    who.services().get(who.groups().get(source.group()).service());
            ServiceSpec service = Objects.requireNonNull(scenario.services().get(serviceName));
            List<String> key =
                    List.of(endpoint.population().name(), endpoint.centre().name());
            Sum sum = sums.computeIfAbsent(key, fresh -> new Sum(endpoint, sites.size()));
            double requests = source.share()
                    * demand.expectedRequests(
                            source.demandClass(), 0, scenario.period().seconds());
            double seconds = service.serviceTime().mean();
            sum.requests += requests;
            sum.coreSeconds += requests * seconds;
            sum.peakCores += source.share() * peakRates[source.demandClass()] * seconds;
            sum.egressGb += requests * service.responseSize().bytes() / BYTES_PER_GB;
            double[] millis = medians.computeIfAbsent(endpoint, this::medians);
            for (int site = 0; site < millis.length; site++) {
                sum.weightedRtt[site] += requests * millis[site];
            }
        }

        private double[] medians(Endpoint endpoint) {
            return sites.stream()
                    .mapToDouble(site -> network.devicePath(
                                            endpoint.population().name(),
                                            endpoint.population().country(),
                                            endpoint.centre(),
                                            endpoint.access(),
                                            site)
                                    .medianSeconds()
                            * 1000)
                    .toArray();
        }
    }
}
