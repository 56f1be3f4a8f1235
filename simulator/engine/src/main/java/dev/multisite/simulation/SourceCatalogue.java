package dev.multisite.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.multisite.catalogue.Access;
import dev.multisite.catalogue.PopulationCentre;
import dev.multisite.demand.DemandClass;
import dev.multisite.demand.DemandModel;
import dev.multisite.routing.RoutedSource;
import dev.multisite.scenario.PopulationSpec;
import dev.multisite.scenario.Scenario;
import dev.multisite.world.World.Group;
import dev.multisite.world.World.Source;

/**
 * Who asks: groups, sources and endpoints of a scenario, the same for every architecture and replication, in an order
 * that follows from names alone.
 *
 * @param populations names in ascending order
 * @param services names in ascending order
 * @param groups (population, service) pairs that occur
 * @param groupOfClass index of the group per class of the demand
 */
record SourceCatalogue(
        List<String> populations,
        List<String> services,
        List<Group> groups,
        List<Integer> groupOfClass,
        List<Source> sources,
        List<RoutedSource> routed,
        List<Endpoint> endpoints) {

    SourceCatalogue {
        populations = List.copyOf(populations);
        services = List.copyOf(services);
        groups = List.copyOf(groups);
        groupOfClass = List.copyOf(groupOfClass);
        sources = List.copyOf(sources);
        routed = List.copyOf(routed);
        endpoints = List.copyOf(endpoints);
    }

    static SourceCatalogue of(Scenario scenario, DemandModel demand) {
        return new Builder(scenario).build(demand.demandClasses());
    }

    /** Returns the index of the population that {@code group} belongs to. */
    int populationOfGroup(int group) {
        return populations.indexOf(groups.get(group).population());
    }

    private static final class Builder {

        private final Scenario scenario;
        private final List<String> populations;
        private final List<String> services;
        private final List<Group> groups = new ArrayList<>();
        private final List<Integer> groupOfClass = new ArrayList<>();
        private final List<Source> sources = new ArrayList<>();
        private final List<RoutedSource> routed = new ArrayList<>();
        private final List<Endpoint> endpoints = new ArrayList<>();
        private final Map<Endpoint, Integer> endpointIndex = new HashMap<>();

        private Builder(Scenario scenario) {
            this.scenario = scenario;
            this.populations = scenario.populations().keySet().stream().sorted().toList();
            this.services = scenario.services().keySet().stream().sorted().toList();
        }

        private SourceCatalogue build(List<DemandClass> classes) {
            for (int i = 0; i < classes.size(); i++) {
                addClass(i, classes.get(i));
            }
            return new SourceCatalogue(populations, services, groups, groupOfClass, sources, routed, endpoints);
        }

        private void addClass(int index, DemandClass demandClass) {
            PopulationSpec population = scenario.populations().get(demandClass.population());
            if (population == null) {
                throw new IllegalStateException("demand of an unknown population " + demandClass.population());
            }
            int group = group(population, demandClass.service());
            groupOfClass.add(group);
            List<PopulationCentre> centres = new ArrayList<>(demandClass.centres());
            centres.sort(Comparator.comparing(PopulationCentre::name));
            for (PopulationCentre centre : centres) {
                population.access().entrySet().stream()
                        .filter(entry -> entry.getValue() > 0)
                        .sorted(Map.Entry.comparingByKey())
                        .forEach(entry -> addSource(
                                index,
                                demandClass,
                                group,
                                new Endpoint(population, centre, entry.getKey()),
                                demandClass.share(centre) * entry.getValue()));
            }
        }

        private void addSource(int index, DemandClass demandClass, int group, Endpoint endpoint, double share) {
            PopulationSpec population = endpoint.population();
            Access access = endpoint.access();
            int row = endpointIndex.computeIfAbsent(endpoint, fresh -> {
                endpoints.add(fresh);
                return endpoints.size() - 1;
            });
            String name = population.name() + "/" + demandClass.service() + "/"
                    + endpoint.centre().name() + "/" + access.key();
            sources.add(new Source(name, group, index, share, row));
            routed.add(new RoutedSource(
                    populations.indexOf(population.name()),
                    population.name(),
                    population.country(),
                    demandClass.service(),
                    endpoint.centre().point(),
                    row));
        }

        private int group(PopulationSpec population, String service) {
            Group group = new Group(population.name(), population.country(), services.indexOf(service));
            if (!groups.contains(group)) {
                groups.add(group);
            }
            return groups.indexOf(group);
        }
    }
}
