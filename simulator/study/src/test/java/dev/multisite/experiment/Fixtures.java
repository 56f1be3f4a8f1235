package dev.multisite.experiment;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

import dev.multisite.catalogue.Access;
import dev.multisite.catalogue.PopulationCentre;
import dev.multisite.geo.GeoPoint;
import dev.multisite.geo.Place;
import dev.multisite.random.RandomStreams;
import dev.multisite.scenario.ArchitectureSpec;
import dev.multisite.scenario.DistributionSpec;
import dev.multisite.scenario.FailureSpec;
import dev.multisite.scenario.GrowthSpec;
import dev.multisite.scenario.NetworkSpec;
import dev.multisite.scenario.ObjectiveSpec;
import dev.multisite.scenario.Period;
import dev.multisite.scenario.PopulationSpec;
import dev.multisite.scenario.ProfileSpec;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.ServiceSpec;
import dev.multisite.scenario.SimulationSpec;
import dev.multisite.scenario.SimulationSpec.Replications;
import dev.multisite.scenario.SiteSpec;
import dev.multisite.simulation.Figure;
import dev.multisite.simulation.ReplicationResult;
import dev.multisite.simulation.ReplicationSimulator;
import dev.multisite.simulation.Slice;
import dev.multisite.statistics.LatencyHistogram;
import dev.multisite.units.DataSize;
import dev.multisite.units.Money;
import dev.multisite.units.Rate;

/** A small scenario, and a simulator of it that draws its figures from simple laws instead of simulating. */
public final class Fixtures {
    private Fixtures() {}

    public static Scenario scenario(int replications) {
        return scenario(new Replications.Fixed(replications), "near");
    }

    public static Scenario scenario(Replications replications, String secondArchitecture) {
        Map<String, ArchitectureSpec> architectures = new LinkedHashMap<>();
        for (String name : List.of("far", secondArchitecture)) {
            architectures.put(name, architecture(name));
        }
        return new Scenario(
                "Near or far",
                "A test.",
                new Period(Instant.parse("2014-07-01T00:00:00Z"), Instant.parse("2014-07-03T00:00:00Z")),
                "far",
                Map.of("sync", service()),
                populations(),
                sites(),
                network(),
                architectures,
                List.of(
                        new ObjectiveSpec("latency-p95", "IN", "", ObjectiveSpec.Bound.AT_MOST, 250),
                        new ObjectiveSpec("failure-rate", "", "", ObjectiveSpec.Bound.AT_MOST, 1e-9)),
                new SimulationSpec(
                        7,
                        replications,
                        SimulationSpec.Fidelity.EVERY_REQUEST,
                        0,
                        Duration.ZERO,
                        SimulationSpec.Bins.DAY));
    }

    /** Far, middle and near: the last is the plan. */
    public static Scenario threeArchitectures(int replications) {
        Map<String, ArchitectureSpec> architectures = new LinkedHashMap<>();
        for (String name : List.of("far", "middle", "near")) {
            architectures.put(name, architecture(name));
        }
        return scenario(replications).withArchitectures("far", architectures);
    }

    private static ArchitectureSpec architecture(String name) {
        ArchitectureSpec.RouteRule rule = new ArchitectureSpec.RouteRule(
                Set.of(),
                Set.of(),
                ArchitectureSpec.Policy.LISTED,
                ArchitectureSpec.Policy.LISTED,
                List.of("beijing"),
                Map.of());
        return new ArchitectureSpec(
                name, List.of(new ArchitectureSpec.Phase("start", new ArchitectureSpec.Start.Begin(), List.of(rule))));
    }

    private static ServiceSpec service() {
        return new ServiceSpec(
                "sync",
                Rate.ZERO,
                new ProfileSpec.Flat(),
                1,
                DataSize.ZERO,
                DataSize.ZERO,
                1,
                new DistributionSpec.Constant(0.01),
                Duration.ofSeconds(10),
                new DistributionSpec.Constant(Double.POSITIVE_INFINITY),
                ServiceSpec.Retries.NONE);
    }

    private static Map<String, PopulationSpec> populations() {
        Map<String, PopulationSpec> populations = new LinkedHashMap<>();
        for (String name : List.of("IN", "CN")) {
            populations.put(
                    name,
                    new PopulationSpec(
                            name,
                            name,
                            Instant.parse("2014-07-01T00:00:00Z"),
                            1000,
                            new GrowthSpec.None(),
                            0,
                            Map.of(Access.WIRED, 1.0),
                            Map.of("sync", 1.0),
                            List.of(new PopulationCentre("Delhi", new GeoPoint(28.6, 77.2), ZoneOffset.UTC, 1)),
                            Map.of(),
                            List.of()));
        }
        return populations;
    }

    private static Map<String, SiteSpec> sites() {
        return Map.of(
                "beijing",
                new SiteSpec(
                        "beijing",
                        new Place("Beijing", new GeoPoint(39.9, 116.4), "CN", Place.Kind.CITY),
                        new SiteSpec.Operator("own", "CN"),
                        new SiteSpec.Hosts.Fixed(1),
                        1,
                        1,
                        Long.MAX_VALUE,
                        new SiteSpec.Opening.AtStart(),
                        new FailureSpec.Renewal(
                                new DistributionSpec.Exponential(1e7),
                                new DistributionSpec.Exponential(3600),
                                FailureSpec.Symptom.HANGS),
                        new FailureSpec.Never(),
                        List.of(),
                        List.of(),
                        new SiteSpec.Power(100, 200, 1.5, 0.5),
                        new SiteSpec.Cost(Money.ZERO, Duration.ofDays(365), Money.ZERO, List.of(), Money.ZERO)));
    }

    private static NetworkSpec network() {
        return new NetworkSpec(
                new NetworkSpec.Model.None(),
                List.of(),
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                Map.of());
    }

    /** Latencies are exponential: 100 ms in "far", 80 ms in "near", 100 ms in any other, from the same random numbers. */
    public static ReplicationSimulator simulator() {
        return (architecture, replication, progress) -> {
            // The later replications finish first, so that results arrive out of order.
            Thread.sleep(replication % 3 == 0 ? 4 : 0);
            progress.advance(0.5, 10);
            return replication(architecture, replication);
        };
    }

    private static ReplicationResult replication(String architecture, int replication) {
        double scale = architecture.equals("near") ? 0.08 : 0.1;
        Map<Slice, LatencyHistogram> latencies = new LinkedHashMap<>();
        List<Figure> figures = new ArrayList<>();
        LatencyHistogram all = new LatencyHistogram();
        for (String country : List.of("IN", "CN")) {
            SplittableRandom random = new SplittableRandom(new RandomStreams(7, replication).key("latency", country));
            LatencyHistogram histogram = new LatencyHistogram();
            for (int i = 0; i < 500; i++) {
                histogram.record(-scale * StrictMath.log1p(-random.nextDouble()));
            }
            all.add(histogram, 1);
            latencies.put(Slice.ofCountry(country), histogram);
            figures.add(new Figure(Slice.ofCountry(country), "requests", 500, Double.NaN));
        }
        latencies.put(Slice.ALL, all);
        figures.add(new Figure(Slice.ALL, "requests", 1000, Double.NaN));
        figures.add(new Figure(Slice.ALL, "failure-rate", 0, 0));
        double outage = replication == 1 ? 0.01 : 0;
        figures.add(new Figure(Slice.ALL, "availability", 1 - outage, outage > 0 ? 1 : 0));
        figures.add(
                new Figure(Slice.ofSite("beijing"), "utilisation", replication == 2 ? Double.NaN : 0.5, Double.NaN));
        figures.add(new Figure(Slice.ALL, "cost", architecture.equals("near") ? 2e6 : 1e6, Double.NaN));
        return new ReplicationResult(
                architecture,
                replication,
                figures,
                latencies,
                Map.of(Slice.ofSite("beijing"), waits(all)),
                List.of(
                        new ReplicationResult.TimelinePoint(0, "IN", "", "requests", 100.0 + replication),
                        new ReplicationResult.TimelinePoint(86400, "IN", "", "requests", 200.0 + replication)),
                List.of(new ReplicationResult.SimulationEvent(3600, "outage", "beijing", "=HYPERLINK(1)")),
                List.of(new ReplicationResult.Check("requests", 1000, 1001, 0, 10, 1000, 0, "1")),
                1000);
    }

    /** Every second attempt finds a free core, the others wait like {@code latencies}. */
    private static LatencyHistogram waits(LatencyHistogram latencies) {
        LatencyHistogram waits = new LatencyHistogram();
        waits.add(latencies, 1);
        waits.recordZeros(latencies.recorded());
        return waits;
    }
}
