package dev.multisite.optimize;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.multisite.scenario.ArchitectureSpec;
import dev.multisite.scenario.ArchitectureSpec.Phase;
import dev.multisite.scenario.ArchitectureSpec.Policy;
import dev.multisite.scenario.ArchitectureSpec.RouteRule;
import dev.multisite.scenario.ArchitectureSpec.Start;
import dev.multisite.scenario.DataSpec;
import dev.multisite.simulation.DemandPoints.Point;

/** The architecture of a placement: one phase, everyone to the nearest open site that may serve them. */
final class PlannedArchitecture {

    private final SiteChoice choice;
    private final Candidate candidate;

    PlannedArchitecture(SiteChoice choice, Candidate candidate) {
        this.choice = choice;
        this.candidate = candidate;
    }

    ArchitectureSpec spec() {
        List<RouteRule> rules = new ArrayList<>();
        Map<List<String>, Set<String>> groups = groups();
        groups.forEach((sites, populations) -> rules.add(new RouteRule(
                groups.size() == 1 ? Set.of() : populations,
                Set.of(),
                Policy.LOWEST_LATENCY,
                Policy.LOWEST_LATENCY,
                sites,
                Map.of())));
        Phase phase = new Phase("start", new Start.Begin(), rules, data());
        return new ArchitectureSpec(candidate.name(), List.of(phase));
    }

    /** Records are kept at the site that serves most of a population's requests. */
    private DataSpec data() {
        if (!choice.scenario().keepsRecords()) {
            return DataSpec.NONE;
        }
        List<DataSpec.Rule> rules = new ArrayList<>();
        homes().forEach((population, site) -> rules.add(SiteExposure.home(population, site)));
        return new DataSpec(rules, DataSpec.Migrate.AT_ONCE, List.of());
    }

    private Map<String, String> homes() {
        Map<String, Map<String, Double>> requests = new LinkedHashMap<>();
        for (int point = 0; point < choice.points().size(); point++) {
            String site =
                    choice.sites().get(choice.servedBy(point, candidate.open())).name();
            Point from = choice.points().get(point);
            requests.computeIfAbsent(from.population(), fresh -> new LinkedHashMap<>())
                    .merge(site, from.requests(), Double::sum);
        }
        Map<String, String> homes = new LinkedHashMap<>();
        for (String population : choice.scenario().populations().keySet()) {
            Map<String, Double> served = requests.getOrDefault(population, Map.of());
            homes.put(
                    population,
                    served.entrySet().stream()
                            .max(Map.Entry.comparingByValue())
                            .map(Map.Entry::getKey)
                            .orElse(candidate.sites().get(0)));
        }
        return homes;
    }

    /** Returns the populations by the open sites that may serve them. */
    private Map<List<String>, Set<String>> groups() {
        Map<List<String>, Set<String>> groups = new LinkedHashMap<>();
        for (int point = 0; point < choice.points().size(); point++) {
            List<String> allowed = new ArrayList<>();
            for (int site : candidate.open()) {
                if (choice.rttMillis(point, site) < Double.POSITIVE_INFINITY) {
                    allowed.add(choice.sites().get(site).name());
                }
            }
            groups.computeIfAbsent(allowed, fresh -> new LinkedHashSet<>())
                    .add(choice.points().get(point).population());
        }
        return groups;
    }

    /** Returns the architecture as it would stand in a scenario file. */
    String yaml() {
        StringBuilder text =
                new StringBuilder("  " + quoted(candidate.name()) + ":\n    phases:\n      - from: start\n");
        text.append("        route:\n");
        for (RouteRule rule : spec().phases().get(0).route()) {
            String audience = rule.countries().isEmpty() ? "" : "for: " + list(rule.countries()) + ", ";
            text.append("          - {")
                    .append(audience)
                    .append("policy: lowest-latency, to: ")
                    .append(list(rule.to()))
                    .append("}\n");
        }
        if (choice.scenario().keepsRecords()) {
            text.append("        data:\n");
            homes().forEach((population, site) -> text.append("          - {for: [")
                    .append(quoted(population))
                    .append("], home: ")
                    .append(quoted(site))
                    .append("}\n"));
        }
        return text.toString();
    }

    private static String list(java.util.Collection<String> names) {
        return "["
                + String.join(
                        ", ",
                        names.stream().sorted().map(PlannedArchitecture::quoted).toList()) + "]";
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
