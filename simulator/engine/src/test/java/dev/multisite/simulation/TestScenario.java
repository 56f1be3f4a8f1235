package dev.multisite.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.multisite.catalogue.Access;
import dev.multisite.catalogue.Catalogue;
import dev.multisite.catalogue.PopulationCentre;
import dev.multisite.geo.GeoPoint;
import dev.multisite.geo.Place;
import dev.multisite.scenario.ArchitectureSpec;
import dev.multisite.scenario.ArchitectureSpec.Phase;
import dev.multisite.scenario.ArchitectureSpec.Policy;
import dev.multisite.scenario.ArchitectureSpec.RouteRule;
import dev.multisite.scenario.ArchitectureSpec.Start;
import dev.multisite.scenario.DistributionSpec;
import dev.multisite.scenario.DistributionSpec.Constant;
import dev.multisite.scenario.DistributionSpec.Exponential;
import dev.multisite.scenario.FailureSpec;
import dev.multisite.scenario.GrowthSpec;
import dev.multisite.scenario.NetworkSpec;
import dev.multisite.scenario.NetworkSpec.PathOverride;
import dev.multisite.scenario.NetworkSpec.Risk;
import dev.multisite.scenario.Period;
import dev.multisite.scenario.PopulationSpec;
import dev.multisite.scenario.ProfileSpec;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.ServiceSpec;
import dev.multisite.scenario.ServiceSpec.Retries;
import dev.multisite.scenario.SimulationSpec;
import dev.multisite.scenario.SimulationSpec.Bins;
import dev.multisite.scenario.SimulationSpec.Fidelity;
import dev.multisite.scenario.SimulationSpec.Replications;
import dev.multisite.scenario.SiteSpec;
import dev.multisite.units.DataSize;
import dev.multisite.units.Durations;
import dev.multisite.units.Money;
import dev.multisite.units.Rate;

/** Builds small scenarios: one service, populations of one device with a total rate, sites of one host. */
final class TestScenario {

    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final GeoPoint POINT = new GeoPoint(50, 8);

    private final double seconds;
    private final Map<String, PopulationSpec> populations = new LinkedHashMap<>();
    private final Map<String, SiteSpec> sites = new LinkedHashMap<>();
    private final Map<String, ArchitectureSpec> architectures = new LinkedHashMap<>();
    private final List<PathOverride> overrides = new ArrayList<>();
    private final Map<String, Risk> risks = new LinkedHashMap<>();
    private double rate = 1;
    private DistributionSpec serviceTime = new Exponential(1);
    private ProfileSpec profile = new ProfileSpec.Flat();
    private double timeoutSeconds = Double.POSITIVE_INFINITY;
    private Retries retries = Retries.NONE;
    private double detectionSeconds;
    private double failbackSeconds;
    private double connectTimeoutSeconds = 5;
    private Duration warmUp = SimulationSpec.AUTO;
    private Fidelity fidelity = Fidelity.EVERY_REQUEST;
    private int windows;
    private GrowthSpec growth = new GrowthSpec.None();
    private long seed = 1;

    TestScenario(double seconds) {
        this.seconds = seconds;
    }

    /** Requests per second of a population of size 1. */
    TestScenario rate(double perSecond) {
        rate = perSecond;
        return this;
    }

    TestScenario service(DistributionSpec time) {
        serviceTime = time;
        return this;
    }

    TestScenario profile(ProfileSpec shape) {
        profile = shape;
        return this;
    }

    TestScenario timeout(double timeout) {
        timeoutSeconds = timeout;
        return this;
    }

    TestScenario retries(int max, double backoffSeconds) {
        retries = new Retries(max, new Constant(backoffSeconds), 1);
        return this;
    }

    TestScenario detection(double failover, double failback) {
        detectionSeconds = failover;
        failbackSeconds = failback;
        return this;
    }

    TestScenario connectTimeout(double timeout) {
        connectTimeoutSeconds = timeout;
        return this;
    }

    TestScenario warmUp(double warmUpSeconds) {
        warmUp = Durations.ofSeconds(warmUpSeconds);
        return this;
    }

    TestScenario sampled(int windowCount) {
        fidelity = Fidelity.SAMPLED;
        windows = windowCount;
        return this;
    }

    TestScenario seed(long masterSeed) {
        seed = masterSeed;
        return this;
    }

    /** Growth of the populations that are added after this. */
    TestScenario growth(GrowthSpec shape) {
        growth = shape;
        return this;
    }

    /** Adds a population whose rate is {@code size} times that of {@link #rate}. */
    TestScenario population(String name, String country, double size) {
        populations.put(
                name,
                new PopulationSpec(
                        name,
                        country,
                        START,
                        size,
                        growth,
                        0,
                        Map.of(Access.WIRED, 1.0),
                        Map.of("api", 1.0),
                        List.of(new PopulationCentre(name, POINT, ZoneOffset.UTC, 1)),
                        Map.of(),
                        List.of()));
        return this;
    }

    TestScenario site(String name, String country, int cores) {
        return site(name, country, cores, new FailureSpec.Never(), Long.MAX_VALUE);
    }

    TestScenario site(String name, String country, int cores, FailureSpec outages, long queueLimit) {
        sites.put(
                name,
                new SiteSpec(
                        name,
                        new Place(name, POINT, country, Place.Kind.COORDINATES),
                        new SiteSpec.Operator(name, country),
                        new SiteSpec.Hosts.Fixed(1),
                        cores,
                        1,
                        queueLimit,
                        new SiteSpec.Opening.AtStart(),
                        outages,
                        new FailureSpec.Never(),
                        List.of(),
                        List.of(),
                        new SiteSpec.Power(100, 200, 1.5, 0.4),
                        new SiteSpec.Cost(
                                new Money(1000),
                                Durations.YEAR,
                                new Money(0.5),
                                List.of(new SiteSpec.EgressTier(Double.POSITIVE_INFINITY, new Money(0.1))),
                                Money.ZERO)));
        return this;
    }

    static FailureSpec outages(double meanUpSeconds, DistributionSpec repair, FailureSpec.Symptom symptom) {
        return new FailureSpec.Renewal(new Exponential(meanUpSeconds), repair, symptom);
    }

    TestScenario path(String from, String to, DistributionSpec rtt) {
        overrides.add(new PathOverride(from, to, rtt, 0));
        return this;
    }

    TestScenario risk(Risk risk) {
        risks.put(risk.name(), risk);
        return this;
    }

    TestScenario architecture(String name, Policy policy, String... to) {
        return architecture(name, policy, Map.of(), to);
    }

    TestScenario architecture(String name, Policy policy, Map<String, Double> weights, String... to) {
        RouteRule rule = new RouteRule(Set.of(), Set.of(), policy, Policy.LOWEST_LATENCY, List.of(to), weights);
        return architecture(name, List.of(rule));
    }

    TestScenario architecture(String name, List<RouteRule> rules) {
        architectures.put(name, new ArchitectureSpec(name, List.of(new Phase("start", new Start.Begin(), rules))));
        return this;
    }

    static RouteRule listed(String country, String... to) {
        return new RouteRule(Set.of(country), Set.of(), Policy.LISTED, Policy.LISTED, List.of(to), Map.of());
    }

    Scenario build() {
        ServiceSpec service = new ServiceSpec(
                "api",
                new Rate(rate),
                profile,
                1,
                new DataSize(0),
                new DataSize(1000),
                1,
                serviceTime,
                Durations.ofSeconds(timeoutSeconds),
                new Constant(Double.POSITIVE_INFINITY),
                retries);
        NetworkSpec network = new NetworkSpec(
                new NetworkSpec.Model.None(),
                overrides,
                Durations.ofSeconds(detectionSeconds),
                Durations.ofSeconds(failbackSeconds),
                Durations.ofSeconds(connectTimeoutSeconds),
                Duration.ofSeconds(1),
                risks);
        return new Scenario(
                "test",
                "",
                new Period(START, START.plusMillis(Math.round(seconds * 1000))),
                architectures.keySet().iterator().next(),
                Map.of("api", service),
                populations,
                sites,
                network,
                architectures,
                List.of(),
                new SimulationSpec(seed, new Replications.Fixed(2), fidelity, windows, warmUp, Bins.HOUR));
    }

    ReplicationSimulator simulator() {
        return ReplicationSimulators.of(build(), Catalogue.standard());
    }
}
