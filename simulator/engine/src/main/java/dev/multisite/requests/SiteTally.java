package dev.multisite.requests;

import dev.multisite.statistics.LatencyHistogram;

/**
 * What one site did, per slot. Attempts belong to the slot in which their request starts and count for measured requests
 * only; the work of cores counts for all requests, in the slot in which it starts, if that lies in the measured time.
 */
public final class SiteTally {

    final double[] attempts;
    final double[] served;
    final double[] completed;
    final double[] waited;
    final double[] waitSeconds;
    final double[] busyCoreSeconds;
    final double[] latencySeconds;
    final double[] responseBytes;
    final LatencyHistogram waits = new LatencyHistogram();

    SiteTally(int slots) {
        attempts = new double[slots];
        served = new double[slots];
        completed = new double[slots];
        waited = new double[slots];
        waitSeconds = new double[slots];
        busyCoreSeconds = new double[slots];
        latencySeconds = new double[slots];
        responseBytes = new double[slots];
    }

    /** Returns the attempts that reached the site while it took requests, those rejected by a full queue included. */
    public double attempts(int slot) {
        return attempts[slot];
    }

    /** Returns the requests whose answer came from here in time. */
    public double served(int slot) {
        return served[slot];
    }

    /** Returns the attempts whose work was finished, in time for the device or not. */
    public double completed(int slot) {
        return completed[slot];
    }

    /** Returns the attempts that found no free core; they waited, were rejected or gave up. */
    public double waited(int slot) {
        return waited[slot];
    }

    /** Returns the sum of the waits of the attempts that got a core, seconds. */
    public double waitSeconds(int slot) {
        return waitSeconds[slot];
    }

    /** Returns the waits of the attempts that got a core, those at once included, all slots together. */
    public LatencyHistogram waits() {
        return waits;
    }

    /** Returns the time that cores worked, seconds. */
    public double busyCoreSeconds(int slot) {
        return busyCoreSeconds[slot];
    }

    /** Returns the sum of the response times of the requests served from here, seconds. */
    public double latencySeconds(int slot) {
        return latencySeconds[slot];
    }

    /** Returns the bytes sent as responses, useless ones included. */
    public double responseBytes(int slot) {
        return responseBytes[slot];
    }

    void add(SiteTally other, double weight, int slot) {
        RequestTally.addScaled(attempts, other.attempts, weight, slot);
        RequestTally.addScaled(served, other.served, weight, slot);
        RequestTally.addScaled(completed, other.completed, weight, slot);
        RequestTally.addScaled(waited, other.waited, weight, slot);
        RequestTally.addScaled(waitSeconds, other.waitSeconds, weight, slot);
        RequestTally.addScaled(busyCoreSeconds, other.busyCoreSeconds, weight, slot);
        RequestTally.addScaled(latencySeconds, other.latencySeconds, weight, slot);
        RequestTally.addScaled(responseBytes, other.responseBytes, weight, slot);
        waits.add(other.waits, weight);
    }
}
