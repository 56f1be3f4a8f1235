package dev.multisite.simulation;

/**
 * A stretch of time that is simulated from its beginning to its end, because what happens in it depends on what happened
 * before: the minutes around a failure, or a site that is overloaded or close to it.
 *
 * @param outage whether a failure lies in it
 */
record Zone(double from, double until, boolean outage) {}
