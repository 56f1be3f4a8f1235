package dev.multisite.simulation;

/**
 * Records in the middle of one bin.
 *
 * @param binStartSeconds start of the bin, simulation time
 * @param law law that they are judged by; empty for reach
 * @param state foreign state that can read them; empty for laws
 * @param basis {@code territory} or {@code entity}; empty for laws
 */
public record ExposurePoint(
        double binStartSeconds, String law, String state, String basis, String metric, double value) {}
