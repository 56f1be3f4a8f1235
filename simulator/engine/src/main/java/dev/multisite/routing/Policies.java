package dev.multisite.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;

import dev.multisite.scenario.ArchitectureSpec.Phase;
import dev.multisite.scenario.ArchitectureSpec.Policy;
import dev.multisite.scenario.ArchitectureSpec.RouteRule;
import dev.multisite.world.PathTable;

/**
 * Turns the route rules of a phase into an order of sites per source. Ties are broken by the sites' names, so the order
 * of the scenario file does not matter where the user did not list sites in an order of preference.
 */
final class Policies {

    private final List<RoutedSite> sites;
    private final Map<String, Integer> indexByName = new HashMap<>();
    private final PathTable paths;

    /** @param sites by index, in the order of their names */
    Policies(List<RoutedSite> sites, PathTable paths) {
        this.sites = sites;
        this.paths = paths;
        for (int i = 0; i < sites.size(); i++) {
            indexByName.put(sites.get(i).name(), i);
        }
    }

    /**
     * Returns the sites that {@code source} tries in {@code phase} when all sites for which {@code open} holds work.
     *
     * @param permitted whether the law lets a site serve the source; the policy {@code permitted} asks
     */
    CandidateOrder order(Phase phase, RoutedSource source, IntPredicate open, IntPredicate permitted) {
        for (RouteRule rule : phase.route()) {
            if (rule.fits(source.populationName(), source.country(), source.service())) {
                return order(rule, rule.policy(), source, open, permitted);
            }
        }
        return CandidateOrder.EMPTY;
    }

    private CandidateOrder order(
            RouteRule rule, Policy policy, RoutedSource source, IntPredicate open, IntPredicate permitted) {
        List<Integer> candidates = new ArrayList<>();
        for (String name : rule.to()) {
            Integer site = indexByName.get(name);
            if (site != null && open.test(site) && !candidates.contains(site)) {
                candidates.add(site);
            }
        }
        return switch (policy) {
            case HOME_COUNTRY -> homeCountry(rule, source, open, permitted, candidates);
            case NEAREST ->
                sorted(
                        candidates,
                        site -> source.point().distanceKm(sites.get(site).point()));
            case LOWEST_LATENCY -> sorted(candidates, site -> roundTripSeconds(source, site));
            case PERMITTED -> permitted(source, permitted, candidates);
            case WEIGHTED -> weighted(rule, candidates);
            case LISTED -> new CandidateOrder(toArray(candidates), new double[0]);
        };
    }

    private CandidateOrder homeCountry(
            RouteRule rule, RoutedSource source, IntPredicate open, IntPredicate permitted, List<Integer> candidates) {
        List<Integer> home = new ArrayList<>(candidates);
        home.removeIf(site -> !sites.get(site).country().equals(source.country()));
        if (home.isEmpty() && rule.otherwise() != Policy.HOME_COUNTRY) {
            return order(rule, rule.otherwise(), source, open, permitted);
        }
        return sorted(home, site -> roundTripSeconds(source, site));
    }

    private CandidateOrder permitted(RoutedSource source, IntPredicate permitted, List<Integer> candidates) {
        if (!candidates.isEmpty() && candidates.stream().noneMatch(permitted::test)) {
            return CandidateOrder.FORBIDDEN;
        }
        candidates.removeIf(site -> !permitted.test(site));
        return sorted(candidates, site -> roundTripSeconds(source, site));
    }

    private CandidateOrder weighted(RouteRule rule, List<Integer> candidates) {
        candidates.sort(Comparator.naturalOrder());
        double[] weights = candidates.stream()
                .mapToDouble(site -> rule.weights().getOrDefault(sites.get(site).name(), 0.0))
                .toArray();
        return new CandidateOrder(toArray(candidates), weights);
    }

    private CandidateOrder sorted(List<Integer> candidates, ToDoubleFunction<Integer> cost) {
        candidates.sort(Comparator.comparingDouble(cost).thenComparing(Comparator.naturalOrder()));
        return new CandidateOrder(toArray(candidates), new double[0]);
    }

    private double roundTripSeconds(RoutedSource source, int site) {
        return 2 * (paths.floorLegSeconds(source.endpoint(), site) + paths.medianLegSeconds(source.endpoint(), site));
    }

    private static int[] toArray(List<Integer> sites) {
        return sites.stream().mapToInt(Integer::intValue).toArray();
    }
}
