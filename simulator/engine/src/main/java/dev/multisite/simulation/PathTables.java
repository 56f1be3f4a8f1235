package dev.multisite.simulation;

import java.util.List;

import dev.multisite.scenario.SiteSpec;
import dev.multisite.world.PathTable;

/** Where the static network parameters of an architecture come from. */
@FunctionalInterface
interface PathTables {

    /**
     * @param endpoints rows of the table
     * @param sites columns of the table
     */
    PathTable table(List<Endpoint> endpoints, List<SiteSpec> sites);

    /** Returns the mean round trip from each site to each other, seconds. */
    default double[][] roundTripSeconds(List<SiteSpec> sites) {
        return new double[sites.size()][sites.size()];
    }
}
