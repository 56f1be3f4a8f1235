package dev.multisite.simulation;

/**
 * A stretch of ordinary time within which routing and the set of sites at work do not change.
 *
 * @param requests expected requests in it
 */
record Piece(double from, double until, double requests) {}
