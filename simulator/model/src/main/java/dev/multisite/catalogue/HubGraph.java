package dev.multisite.catalogue;

import java.util.List;
import java.util.Set;

import dev.multisite.geo.GeoPoint;
import dev.multisite.units.Bandwidth;

/**
 * The graph of landing points, exchanges and cable corridors over which round trips are computed, with its coefficients.
 *
 * @param hubs waypoints
 * @param corridors cable corridors between hubs of different groups, or of one group by sea
 * @param interSite coefficients between data centers
 * @param client coefficients between devices and data centers
 * @param chinaBorder evidence on crossing the mainland-China border, in order of year
 * @param eurasianCountries ISO 3166-1 alpha-2 codes of the countries whose public paths may use {@link
 *     Corridor#eurasiaOnly} lines
 */
public record HubGraph(
        List<Hub> hubs,
        List<Corridor> corridors,
        PathTerms interSite,
        PathTerms client,
        List<BorderTerms> chinaBorder,
        Set<String> eurasianCountries) {

    public HubGraph {
        hubs = List.copyOf(hubs);
        corridors = List.copyOf(corridors);
        chinaBorder = List.copyOf(chinaBorder);
        eurasianCountries = Set.copyOf(eurasianCountries);
    }

    /**
     * A waypoint.
     *
     * @param group hubs of one group are linked overland; a place attaches to the hubs of its country's group
     */
    public record Hub(String name, GeoPoint point, String group, String source) {}

    /**
     * A cable between two hubs.
     *
     * @param eurasiaOnly an overland line that only public paths with an end in northern Eurasia use
     */
    public record Corridor(String from, String to, boolean eurasiaOnly, String source) {}

    /**
     * Round trip in milliseconds = {@code fixedMillis + overland * a + corridor * b}, where a and b are the kilometres
     * overland and in corridors divided by 102 (the round trip of straight fibre). No coefficient is below 1 and nothing
     * is negative, so no path is faster than straight fibre.
     *
     * @param metroMillis the fixed part at distance 0; it grows linearly to {@code fixedMillis} at 50 km
     * @param p95Ratio 95 % quantile of a path's round trip divided by its median
     * @param loss share of round trips that lose a packet
     * @param bandwidth rate at which the payload of one flow passes
     */
    public record PathTerms(
            double fixedMillis,
            double metroMillis,
            double overland,
            double corridor,
            double p95Ratio,
            double loss,
            Bandwidth bandwidth,
            String source) {
        public PathTerms {
            if (!(metroMillis >= 0 && fixedMillis >= metroMillis && overland >= 1 && corridor >= 1 && p95Ratio >= 1)) {
                throw new IllegalArgumentException("a path can't be faster than light in fibre");
            }
        }
    }

    /**
     * What a round trip across the mainland-China border costs beyond the graph.
     *
     * @param year year of the evidence
     * @param medianMillis median over pairs
     * @param lowerQuartileMillis a quarter of the pairs had less
     * @param upperQuartileMillis a quarter of the pairs had more
     * @param loss share of round trips that lose a packet
     */
    public record BorderTerms(
            int year,
            double medianMillis,
            double lowerQuartileMillis,
            double upperQuartileMillis,
            double loss,
            String source) {}
}
