package dev.multisite.world;

import java.util.List;

/**
 * One replication of one architecture, ready to be simulated request by request.
 *
 * @param endSeconds end of the period; it starts at 0
 * @param services traffic per service, by index
 * @param groups what results are kept apart by: one per (population, service)
 * @param sources who asks; the order is by name, not by the order of the file
 * @param demand when they ask
 * @param sites the sites, by index; the order is by name
 * @param paths static network parameters for every (source, site)
 * @param routing which sites a source tries, over time
 */
public record World(
        double endSeconds,
        List<ServiceTraffic> services,
        List<Group> groups,
        List<Source> sources,
        DemandGrid demand,
        List<SiteCapacity> sites,
        PathTable paths,
        Routing routing) {

    public World {
        services = List.copyOf(services);
        groups = List.copyOf(groups);
        sources = List.copyOf(sources);
        sites = List.copyOf(sites);
    }

    /**
     * What results are kept apart by.
     *
     * @param population name of the population
     * @param country its country
     * @param service index of the service
     */
    public record Group(String population, String country, int service) {}

    /**
     * A stream of requests with the same rate curve, path and group: one centre, one service, one access technology.
     *
     * @param name unique, independent of the order of the file
     * @param group index of its group
     * @param demandClass index into the demand grid's curves
     * @param share share of the class's rate that comes from here
     * @param endpoint row of the path table
     */
    public record Source(String name, int group, int demandClass, double share, int endpoint) {}
}
