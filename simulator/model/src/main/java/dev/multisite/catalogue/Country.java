package dev.multisite.catalogue;

/**
 * A country or territory with an ISO 3166-1 code of its own.
 *
 * @param code ISO 3166-1 alpha-2 code
 * @param name common English name
 * @param group where it reaches the hub graph, a group of {@link HubGraph}
 * @param population2014 residents in 2014
 * @param population2024 residents in 2024
 * @param internetShare2014 share of residents that used the Internet in 2014, 0 to 1
 * @param internetShareLatest the same in the latest year known
 * @param internetLatestYear that year
 * @param source where the figures come from, with licence
 */
public record Country(
        String code,
        String name,
        String group,
        long population2014,
        long population2024,
        double internetShare2014,
        double internetShareLatest,
        int internetLatestYear,
        String source) {

    /** Returns the residents of a year, interpolated geometrically and continued at most to 2000 and 2040. */
    public double population(int year) {
        double decades = (Math.max(2000, Math.min(2040, year)) - 2014) / 10.0;
        return population2014 * StrictMath.pow((double) population2024 / population2014, decades);
    }

    /** Returns the share of residents on the Internet, interpolated between 2014 and the latest year, constant outside. */
    public double internetShare(int year) {
        if (year <= 2014 || internetLatestYear <= 2014) {
            return internetShare2014;
        }
        double part = Math.min(1, (year - 2014) / (double) (internetLatestYear - 2014));
        return internetShare2014 + part * (internetShareLatest - internetShare2014);
    }
}
