package dev.multisite.scenario;

import java.time.Instant;

/** Something that changes a population's devices or their demand. */
public sealed interface PopulationEvent {

    /** Returns when it happens. */
    Instant on();

    /**
     * A warning to a group not to use the product. The installed base loses group * (1 + family) * penetration *
     * compliance devices at once.
     *
     * @param group people addressed
     * @param family relatives per person who follow it too
     * @param compliance share of those addressed who follow it
     * @param penetration share of those addressed who own a device
     * @param trustShock share of the country's trust that is lost, 0 to 1
     */
    record Advisory(Instant on, double group, double family, double compliance, double penetration, double trustShock)
            implements PopulationEvent {}

    /** No new devices from {@code on} until {@code until}. */
    record SalesStop(Instant on, Instant until) implements PopulationEvent {}

    /**
     * All requests fail as not permitted from {@code on} until {@code until}.
     *
     * @param churnPerYear share of the devices that would be gone after a year of it, on top of the usual churn; 0 to below 1
     */
    record ServiceBlock(Instant on, Instant until, double churnPerYear) implements PopulationEvent {

        /** A block that drives nobody away. */
        public ServiceBlock(Instant on, Instant until) {
            this(on, until, 0);
        }
    }

    /**
     * Something that costs trust: a complaint, a finding of the press, a fine. Fewer people buy and more leave, until trust
     * has recovered.
     *
     * @param size share of the country's trust that is lost, 0 to 1
     */
    record TrustShock(Instant on, double size) implements PopulationEvent {}

    /** Demand is multiplied by {@code factor} from {@code on} until {@code until}. */
    record DemandSurge(Instant on, Instant until, double factor) implements PopulationEvent {}

    /** A launch planned between {@code on} and {@code until} takes place at {@code until}. */
    record LaunchDelay(Instant on, Instant until) implements PopulationEvent {}
}
