package dev.multisite.simulation;

/**
 * The part of the simulated world that a figure is about. An empty text means all.
 *
 * @param period label of a phase
 * @param country name of a population
 * @param site name of a site
 * @param service name of a service
 */
public record Slice(String period, String country, String site, String service) {

    /** Everything. */
    public static final Slice ALL = new Slice("", "", "", "");

    public static Slice ofCountry(String country) {
        return new Slice("", country, "", "");
    }

    public static Slice ofSite(String site) {
        return new Slice("", "", site, "");
    }
}
