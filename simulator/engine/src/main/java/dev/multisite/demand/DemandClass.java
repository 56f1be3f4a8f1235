package dev.multisite.demand;

import java.time.ZoneId;
import java.util.List;

import dev.multisite.catalogue.PopulationCentre;

/**
 * Devices whose requests follow one curve: one service of the centres of a population that share a time zone. Its index
 * in {@link DemandModel#demandClasses()} is its class in the demand grid.
 *
 * @param population name of the population
 * @param service name of the service
 * @param zone time zone of the centres
 * @param centres the centres, in the order of the population
 */
public record DemandClass(String population, String service, ZoneId zone, List<PopulationCentre> centres) {

    public DemandClass {
        centres = List.copyOf(centres);
    }

    /** Returns the centres' share of the population. */
    public double weight() {
        return centres.stream().mapToDouble(PopulationCentre::weight).sum();
    }

    /** Returns the share of the class's requests that come from {@code centre}, one of its centres. */
    public double share(PopulationCentre centre) {
        return centre.weight() / weight();
    }
}
