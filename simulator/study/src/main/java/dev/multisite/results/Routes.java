package dev.multisite.results;

import tools.jackson.databind.node.ArrayNode;

import dev.multisite.scenario.ArchitectureSpec.Phase;
import dev.multisite.scenario.ArchitectureSpec.Policy;
import dev.multisite.scenario.ArchitectureSpec.RouteRule;
import dev.multisite.scenario.PopulationSpec;
import dev.multisite.scenario.Scenario;

/**
 * Which site serves a population while everything works, for the map: only where the rule alone decides. Policies that
 * weigh latencies leave it to the figures.
 */
final class Routes {
    private Routes() {}

    static void of(Scenario scenario, Phase phase, ArrayNode routes) {
        for (PopulationSpec population : scenario.populations().values()) {
            phase.route().stream()
                    .filter(rule -> rule.countries().isEmpty()
                            || rule.countries().contains(population.name())
                            || rule.countries().contains(population.country()))
                    .filter(rule -> rule.services().isEmpty())
                    .findFirst()
                    .ifPresent(rule -> add(scenario, population, rule, routes));
        }
    }

    private static void add(Scenario scenario, PopulationSpec population, RouteRule rule, ArrayNode routes) {
        if (rule.policy() == Policy.WEIGHTED) {
            rule.weights().forEach((site, weight) -> route(routes, population.name(), site, weight));
            return;
        }
        if (rule.to().size() == 1 || rule.policy() == Policy.LISTED) {
            route(routes, population.name(), rule.to().get(0), 1);
            return;
        }
        if (rule.policy() == Policy.HOME_COUNTRY) {
            rule.to().stream()
                    .filter(site -> scenario.sites().containsKey(site)
                            && scenario.sites().get(site).place().country().equals(population.country()))
                    .findFirst()
                    .ifPresent(site -> route(routes, population.name(), site, 1));
        }
    }

    private static void route(ArrayNode routes, String population, String site, double share) {
        routes.addObject().put("population", population).put("site", site).put("share", share);
    }
}
