package dev.multisite.scenario;

import java.util.List;
import java.util.Set;

/**
 * Which sites to choose among, and what makes a choice good.
 *
 * @param candidates sites to choose among, not empty
 * @param keep sites that stay open in any case, some of {@code candidates}
 * @param fewest fewest sites to open, at least 1
 * @param most most sites to open
 * @param minimise what is to be small
 * @param latencyPriceUsdPerMs what a millisecond less of the mean round trip is worth over the period; added to the cost
 * @param subjectTo limits that a choice must keep
 * @param maxUtilisation share of a site's cores that may be busy in the worst hour; infinity: any load fits
 * @param survivesAnyOne whether the load must still fit while any one open site is lost
 * @param exclude who may not be served from where
 * @param keepsLaws whether nobody is served from a site where their records may not be
 */
public record OptimizeSpec(
        List<String> candidates,
        List<String> keep,
        int fewest,
        int most,
        Aim minimise,
        double latencyPriceUsdPerMs,
        List<Limit> subjectTo,
        double maxUtilisation,
        boolean survivesAnyOne,
        List<Exclusion> exclude,
        boolean keepsLaws) {

    public OptimizeSpec {
        candidates = List.copyOf(candidates);
        keep = List.copyOf(keep);
        subjectTo = List.copyOf(subjectTo);
        exclude = List.copyOf(exclude);
    }

    /** Returns the question that a scenario without the section asks: which of its sites give the shortest round trips. */
    public static OptimizeSpec of(List<String> sites) {
        return new OptimizeSpec(
                sites, List.of(), 1, sites.size(), Aim.LATENCY, 0, List.of(), 1, false, List.of(), false);
    }

    /** Figures that the deterministic model knows. */
    public enum Aim {
        /** Mean round trip, weighted by requests, milliseconds. */
        LATENCY("latency-mean", "ms"),
        /** Cost over the period, US dollars. */
        COST("cost", "USD"),
        /** Share of requests whose first try meets a site that is down. */
        FAILURES("failure-rate", "fraction"),
        /** Record-years in breach of a law over the period. */
        EXPOSURE("non-compliant-record-years", "record-years");

        private final String metric;
        private final String unit;

        Aim(String metric, String unit) {
            this.metric = metric;
            this.unit = unit;
        }

        /** Returns the name of the simulated figure that it stands for. */
        public String metric() {
            return metric;
        }

        public String unit() {
            return unit;
        }
    }

    /**
     * An upper limit.
     *
     * @param population whom it is about; empty: all together
     * @param atMost in the aim's unit
     */
    public record Limit(Aim aim, String population, double atMost) {}

    /**
     * Sites that may not serve some populations.
     *
     * @param audience population names or country codes
     */
    public record Exclusion(Set<String> audience, Set<String> sites) {
        public Exclusion {
            audience = Set.copyOf(audience);
            sites = Set.copyOf(sites);
        }
    }
}
