package dev.multisite.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.multisite.geo.GeoPoint;
import dev.multisite.geo.Place;
import dev.multisite.random.RandomStreams;
import dev.multisite.scenario.ArchitectureSpec;
import dev.multisite.scenario.ArchitectureSpec.Phase;
import dev.multisite.scenario.ArchitectureSpec.Policy;
import dev.multisite.scenario.ArchitectureSpec.RouteRule;
import dev.multisite.scenario.ArchitectureSpec.Start;
import dev.multisite.scenario.DistributionSpec;
import dev.multisite.scenario.FailureSpec;
import dev.multisite.scenario.NetworkSpec;
import dev.multisite.scenario.NetworkSpec.Risk;
import dev.multisite.scenario.Period;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.SimulationSpec;
import dev.multisite.scenario.SiteSpec;
import dev.multisite.units.Durations;
import dev.multisite.units.Money;

/** Small scenarios for tests of the calendar: sites and risks only. */
final class CalendarScenarios {

    static final double HOUR = 3600;
    static final Instant START = Instant.parse("2015-01-01T00:00:00Z");
    static final FailureSpec NEVER = new FailureSpec.Never();

    private CalendarScenarios() {}

    static FailureSpec exponential(double upHours, double repairHours) {
        return new FailureSpec.Renewal(
                new DistributionSpec.Exponential(upHours * HOUR),
                new DistributionSpec.Exponential(repairHours * HOUR),
                FailureSpec.Symptom.HANGS);
    }

    /** A site under construction. */
    static final class Site {
        private final String name;
        private SiteSpec.Hosts hosts = new SiteSpec.Hosts.Fixed(2);
        private SiteSpec.Opening opens = new SiteSpec.Opening.AtStart();
        private FailureSpec outages = NEVER;
        private FailureSpec hostFailures = NEVER;
        private List<String> risks = List.of();
        private List<SiteSpec.Maintenance> maintenance = List.of();
        private SiteSpec.Power power = new SiteSpec.Power(100, 300, 1.5, 0.5);

        Site(String name) {
            this.name = name;
        }

        Site hosts(int count) {
            hosts = new SiteSpec.Hosts.Fixed(count);
            return this;
        }

        Site autoscale(int min, int max, double target, Duration delay) {
            hosts = new SiteSpec.Hosts.Autoscale(min, max, target, delay);
            return this;
        }

        Site opens(Instant on, DistributionSpec slip) {
            opens = new SiteSpec.Opening.On(on, slip);
            return this;
        }

        Site outages(FailureSpec failures) {
            outages = failures;
            return this;
        }

        Site hostFailures(FailureSpec failures) {
            hostFailures = failures;
            return this;
        }

        Site risks(String... names) {
            risks = List.of(names);
            return this;
        }

        Site maintenance(SiteSpec.Maintenance... windows) {
            maintenance = List.of(windows);
            return this;
        }

        SiteSpec spec() {
            return new SiteSpec(
                    name,
                    new Place(name, new GeoPoint(0, 0), "XX", Place.Kind.COORDINATES),
                    new SiteSpec.Operator("", "XX"),
                    hosts,
                    4,
                    1,
                    Long.MAX_VALUE,
                    opens,
                    outages,
                    hostFailures,
                    risks,
                    maintenance,
                    power,
                    new SiteSpec.Cost(Money.ZERO, Durations.YEAR, Money.ZERO, List.of(), Money.ZERO));
        }
    }

    static Scenario scenario(double hours, List<Risk> risks, Site... sites) {
        List<String> names = new ArrayList<>();
        for (Site site : sites) {
            names.add(site.name);
        }
        return scenario(hours, risks, Map.of("a", architecture(phase(new Start.Begin(), names))), sites);
    }

    static Scenario scenario(
            double hours, List<Risk> risks, Map<String, ArchitectureSpec> architectures, Site... sites) {
        Map<String, SiteSpec> byName = new LinkedHashMap<>();
        for (Site site : sites) {
            byName.put(site.name, site.spec());
        }
        Map<String, Risk> byRisk = new LinkedHashMap<>();
        risks.forEach(risk -> byRisk.put(risk.name(), risk));
        NetworkSpec network = new NetworkSpec(
                new NetworkSpec.Model.None(),
                List.of(),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                byRisk);
        SimulationSpec simulation = new SimulationSpec(
                1,
                new SimulationSpec.Replications.Fixed(2),
                SimulationSpec.Fidelity.SAMPLED,
                0,
                Duration.ZERO,
                SimulationSpec.Bins.DAY);
        Period period = new Period(START, START.plusMillis(Math.round(hours * 3_600_000)));
        return new Scenario(
                "", "", period, "a", Map.of(), Map.of(), byName, network, architectures, List.of(), simulation);
    }

    static ArchitectureSpec architecture(Phase... phases) {
        return new ArchitectureSpec("a", List.of(phases));
    }

    static Phase phase(Start from, List<String> to) {
        RouteRule rule = new RouteRule(Set.of(), Set.of(), Policy.LISTED, Policy.LISTED, to, Map.of());
        return new Phase(from.toString(), from, List.of(rule));
    }

    static CalendarResult run(Scenario scenario, int replication) {
        return run(scenario, replication, OfferedLoad.NONE);
    }

    static CalendarResult run(Scenario scenario, int replication, OfferedLoad load) {
        return Calendar.run(scenario, "a", new RandomStreams(20141022, replication), load);
    }
}
