package dev.multisite.simulation;

/**
 * One figure of one replication.
 *
 * @param slice what it is about
 * @param metric metric name of the results files
 * @param value in the metric's unit; NaN where the replication has nothing to say (no request served, say)
 * @param events how many independent random events are behind it (failed requests come in outages: then the outages
 *     count); NaN where that makes no sense
 */
public record Figure(Slice slice, String metric, double value, double events) {}
