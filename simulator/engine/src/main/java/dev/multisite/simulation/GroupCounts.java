package dev.multisite.simulation;

import dev.multisite.requests.RequestTally;

/** Requests of each group over some time: how many there were, how they ended, how long they took. */
final class GroupCounts {

    private final double[] simulated;
    private final double[] started;
    private final double[] served;
    private final double[] failed;
    private final double[] latencySeconds;

    GroupCounts(int groups) {
        simulated = new double[groups];
        started = new double[groups];
        served = new double[groups];
        failed = new double[groups];
        latencySeconds = new double[groups];
    }

    /** Adds one slot of {@code tally}, each request counting {@code weight} times. */
    void add(RequestTally tally, int slot, double weight) {
        for (int group = 0; group < started.length; group++) {
            simulated[group] += tally.started(slot, group);
            started[group] += weight * tally.started(slot, group);
            served[group] += weight * tally.served(slot, group);
            failed[group] += weight * tally.failed(slot, group);
            latencySeconds[group] += weight * tally.latencySeconds(slot, group);
        }
    }

    /** Adds all of {@code tally}, each request counting {@code weight} times. */
    void add(RequestTally tally, double weight) {
        for (int slot = 0; slot < tally.slots().size(); slot++) {
            add(tally, slot, weight);
        }
    }

    void add(GroupCounts other) {
        for (int group = 0; group < started.length; group++) {
            simulated[group] += other.simulated[group];
            add(group, 1, other);
        }
    }

    /** Adds {@code part} of what {@code other} counted of {@code group}. */
    void add(int group, double part, GroupCounts other) {
        started[group] += part * other.started[group];
        served[group] += part * other.served[group];
        failed[group] += part * other.failed[group];
        latencySeconds[group] += part * other.latencySeconds[group];
    }

    /**
     * Adds {@code requests} of {@code group} that fare like those of {@code other}. If that counted none, how they fare is
     * not known, and from now on nothing is known of the group.
     */
    void addLike(int group, double requests, GroupCounts other) {
        add(group, other.started[group] > 0 ? requests / other.started[group] : Double.NaN, other);
    }

    /** Returns the requests that were really simulated one by one. */
    double simulated(int group) {
        return simulated[group];
    }

    double started(int group) {
        return started[group];
    }

    double served(int group) {
        return served[group];
    }

    double failed(int group) {
        return failed[group];
    }

    /** Returns the sum of the response times of the served, seconds. */
    double latencySeconds(int group) {
        return latencySeconds[group];
    }
}
