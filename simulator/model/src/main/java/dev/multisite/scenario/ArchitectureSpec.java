package dev.multisite.scenario;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One of the alternatives: a timeline of phases.
 *
 * @param phases in order of time; the first begins at the start of the period
 * @param quorum how many of its sites must work for it to count as up; 0: the question is not asked
 */
public record ArchitectureSpec(String name, List<Phase> phases, int quorum) {

    public ArchitectureSpec {
        phases = List.copyOf(phases);
    }

    /** An architecture of which any number of sites may fail. */
    public ArchitectureSpec(String name, List<Phase> phases) {
        this(name, phases, 0);
    }

    /** Returns the sites that any of its routes names, in the order in which they come. */
    public Set<String> sites() {
        return phases.stream()
                .flatMap(phase -> phase.route().stream())
                .flatMap(rule -> rule.to().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * A stretch of time with one set of rules. It ends where the next begins.
     *
     * @param label how results call it, e.g. {@code 2014-10-22} or {@code india-opens}
     * @param route rules in the order of the file; the first whose {@code countries} and {@code services} fit decides
     * @param data where records are kept; what a phase does not state is as in the phase before
     */
    public record Phase(String label, Start from, List<RouteRule> route, DataSpec data) {
        public Phase {
            route = List.copyOf(route);
        }

        /** A phase in which nothing is kept. */
        public Phase(String label, Start from, List<RouteRule> route) {
            this(label, from, route, DataSpec.NONE);
        }
    }

    /** When a phase begins. */
    public sealed interface Start {

        /** At the start of the period. */
        record Begin() implements Start {}

        /** At a date. */
        record On(Instant on) implements Start {}

        /** When a site opens, which may be random or never. */
        record WhenOpens(String site) implements Start {}
    }

    /**
     * Which sites serve whom.
     *
     * @param countries population names or country codes it holds for; empty: all
     * @param services services it holds for; empty: all
     * @param policy how a site is chosen
     * @param otherwise the policy for those whom {@code policy} gives no site ({@code home-country} only)
     * @param to candidate sites in the user's order, not empty
     * @param weights for {@code weighted}: share per site
     */
    public record RouteRule(
            Set<String> countries,
            Set<String> services,
            Policy policy,
            Policy otherwise,
            List<String> to,
            Map<String, Double> weights) {
        public RouteRule {
            countries = Set.copyOf(countries);
            services = Set.copyOf(services);
            to = List.copyOf(to);
            weights = Ordered.copy(weights);
        }

        /** Returns whether the rule is about what people of a population ask of a service. */
        public boolean fits(String population, String country, String service) {
            boolean people = countries.isEmpty() || countries.contains(population) || countries.contains(country);
            return people && (services.isEmpty() || services.contains(service));
        }

        /** Returns whether the law has a say in who is served where. */
        public boolean asksTheLaw() {
            return policy == Policy.PERMITTED || otherwise == Policy.PERMITTED;
        }
    }

    /** How a device's site is chosen among those believed to work. */
    public enum Policy {
        HOME_COUNTRY("home-country"),
        NEAREST("nearest"),
        LOWEST_LATENCY("lowest-latency"),
        WEIGHTED("weighted"),
        /** In the order of the list: the first is active, the others stand by. */
        LISTED("listed"),
        PERMITTED("permitted");

        private final String key;

        Policy(String key) {
            this.key = key;
        }

        /** Returns the name used in scenario files. */
        public String key() {
            return key;
        }
    }
}
