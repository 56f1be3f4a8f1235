package dev.multisite.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Delays, losses and failures between devices and sites.
 *
 * @param model where round trips come from
 * @param overrides round trips that win over the model, those of a matrix file included; in the order in which they apply
 * @param failoverDetection time until devices stop trying a dead site (health check and DNS lifetime)
 * @param failbackDetection time until devices come back to a repaired site
 * @param connectTimeout when a device gives up a connection to a site that does not answer
 * @param retransmissionTimeout wait before a lost packet is sent again; doubles from loss to loss
 * @param risks things whose failure takes sites or paths along, by name
 */
public record NetworkSpec(
        Model model,
        List<PathOverride> overrides,
        Duration failoverDetection,
        Duration failbackDetection,
        Duration connectTimeout,
        Duration retransmissionTimeout,
        Map<String, Risk> risks) {

    public NetworkSpec {
        overrides = List.copyOf(overrides);
        risks = Ordered.copy(risks);
    }

    /** Where round trips come from. */
    public sealed interface Model {

        /** The calibrated model of the catalogue, for the year in which the period starts. */
        record Catalogue() implements Model {}

        /** No delay at all. */
        record None() implements Model {}

        /** The same round trip for every pair of a device and a site, seconds. */
        record Constant(DistributionSpec rtt) implements Model {}
    }

    /**
     * What the user knows better than the model about one pair.
     *
     * @param from population or site
     * @param to site
     * @param rtt round trip in seconds; a constant if added
     * @param loss share of round trips that lose a packet, 0 to below 1
     * @param added true: both come on top of what holds without this override; false: they replace it
     */
    public record PathOverride(String from, String to, DistributionSpec rtt, double loss, boolean added) {

        /** A round trip that replaces the model's. */
        public PathOverride(String from, String to, DistributionSpec rtt, double loss) {
            this(from, to, rtt, loss, false);
        }
    }

    /**
     * A path between a population (or site) and a site.
     *
     * @param from population or site, {@code *} for all
     * @param to site
     */
    public record PathRef(String from, String to) {}

    /**
     * A cause that takes several things down together.
     *
     * @param paths paths it breaks or degrades
     * @param perSite true: a shock after which each site and path recovers by a time of its own, drawn from the repair of
     *     {@code failure} unless {@link #recoversByOutages}; false: all are down until the one repair
     * @param effect what it does to the paths
     */
    public record Risk(String name, List<PathRef> paths, FailureSpec failure, boolean perSite, PathEffect effect) {
        public Risk {
            paths = List.copyOf(paths);
        }

        /**
         * Returns whether each site recovers from the shock by the repair of its own outages. This is so if the repair
         * of {@code failure} is a constant 0.
         */
        public boolean recoversByOutages() {
            return perSite
                    && failure instanceof FailureSpec.Renewal renewal
                    && renewal.repair().equals(new DistributionSpec.Constant(0));
        }
    }

    /** What a failed path does. */
    public sealed interface PathEffect {

        /** Nothing gets through. */
        record Down() implements PathEffect {}

        /**
         * Traffic takes another way.
         *
         * @param extraRtt added to each round trip, seconds
         * @param loss added loss, 0 to below 1
         */
        record Degraded(DistributionSpec extraRtt, double loss) implements PathEffect {}
    }
}
