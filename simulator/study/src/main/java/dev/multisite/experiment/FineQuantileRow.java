package dev.multisite.experiment;

/**
 * A point of the distribution of fines over the replays of one architecture, all laws together.
 *
 * @param quantile share of the replays with at most that much
 * @param announcedUsd fines announced in the whole period, US dollars
 * @param collectedUsd the same of fines collected
 */
public record FineQuantileRow(String architecture, double quantile, double announcedUsd, double collectedUsd) {}
