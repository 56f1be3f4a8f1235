package dev.multisite.simulation;

/**
 * A figure of the replays of enforcement.
 *
 * @param law law; empty: all together
 * @param standardError Monte Carlo standard error; NaN where none is known
 * @param replays replays behind it
 */
public record FineFigure(String law, String metric, double value, double standardError, int replays) {}
