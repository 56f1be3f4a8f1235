package dev.multisite.requests;

import java.util.Arrays;

import dev.multisite.statistics.LatencyHistogram;
import dev.multisite.world.Outcome;

/**
 * What the request plane counted: per (slot, group) what devices saw, per (slot, site) what sites did, per (phase, group)
 * the distribution of response times. Raw counts of simulated requests; a tally of a window with a scale or a weight is
 * added to another with {@link #add}.
 *
 * <p>A request belongs to the slot in which it starts. Work of cores belongs to the slot in which it starts.
 */
public final class RequestTally {

    private static final int CAUSES = Outcome.values().length;

    private final Slots slots;
    private final int groups;
    private final int sites;
    final double[] started;
    final double[] attempts;
    final double[] latencySeconds;
    /** By (slot * groups + group) * CAUSES + outcome. */
    final double[] ended;

    /** By slot * groups + group: attempts that reached a site, that got a core, that found none free, and their waits. */
    private final double[] reached;

    private final double[] begun;
    private final double[] waited;
    private final double[] waitSeconds;
    final SiteTally[] siteTallies;
    /** By (phase * sites + site) * groups + group. */
    final double[] servedByPhaseSiteAndGroup;

    private final LatencyHistogram[] latencies;
    private long simulated;
    private double unfinished;

    /**
     * @param slots what to keep apart in time
     * @param groups number of groups of the world
     * @param sites number of sites of the world
     */
    public RequestTally(Slots slots, int groups, int sites) {
        this.slots = slots;
        this.groups = groups;
        this.sites = sites;
        int cells = slots.size() * groups;
        started = new double[cells];
        attempts = new double[cells];
        latencySeconds = new double[cells];
        ended = new double[cells * CAUSES];
        reached = new double[cells];
        begun = new double[cells];
        waited = new double[cells];
        waitSeconds = new double[cells];
        servedByPhaseSiteAndGroup = new double[slots.phases() * sites * groups];
        siteTallies = new SiteTally[sites];
        Arrays.setAll(siteTallies, i -> new SiteTally(slots.size()));
        latencies = new LatencyHistogram[slots.phases() * groups];
        Arrays.setAll(latencies, i -> new LatencyHistogram());
    }

    public Slots slots() {
        return slots;
    }

    public int groups() {
        return groups;
    }

    public int sites() {
        return sites;
    }

    /** Returns the measured requests of {@code group} that started in {@code slot}. */
    public double started(int slot, int group) {
        return started[slot * groups + group];
    }

    /** Returns those of them that ended with {@code outcome}. */
    public double ended(int slot, int group, Outcome outcome) {
        return ended[(slot * groups + group) * CAUSES + column(outcome)];
    }

    /** The order of the causes is of no consequence: the columns never leave this program. */
    @SuppressWarnings("EnumOrdinal")
    static int column(Outcome outcome) {
        return outcome.ordinal();
    }

    /** Returns those of them that were served. */
    public double served(int slot, int group) {
        return ended(slot, group, Outcome.SERVED);
    }

    /** Returns those of them that failed, whatever the cause. */
    public double failed(int slot, int group) {
        double sum = 0;
        for (int cause = 1; cause < CAUSES; cause++) {
            sum += ended[(slot * groups + group) * CAUSES + cause];
        }
        return sum;
    }

    /** Returns the attempts that they made. */
    public double attempts(int slot, int group) {
        return attempts[slot * groups + group];
    }

    /** Returns the sum of the response times of those that were served, seconds. */
    public double latencySeconds(int slot, int group) {
        return latencySeconds[slot * groups + group];
    }

    /** Returns the attempts of these requests that reached a site while it took requests. */
    public double reached(int slot, int group) {
        return reached[slot * groups + group];
    }

    /** Returns those of them that got a core, at once or later. */
    public double begun(int slot, int group) {
        return begun[slot * groups + group];
    }

    /** Returns those of them that found no free core. */
    public double waited(int slot, int group) {
        return waited[slot * groups + group];
    }

    /** Returns the sum of the waits of those that got a core, seconds. */
    public double waitSeconds(int slot, int group) {
        return waitSeconds[slot * groups + group];
    }

    /** Returns the response times of the served requests of {@code group} that started in {@code phase}. */
    public LatencyHistogram latencies(int phase, int group) {
        return latencies[phase * groups + group];
    }

    /** Returns what {@code site} did. */
    public SiteTally site(int site) {
        return siteTallies[site];
    }

    /** Returns the measured requests of {@code group} that {@code site} served, all slots together. */
    public double servedAt(int site, int group) {
        double sum = 0;
        for (int phase = 0; phase < slots.phases(); phase++) {
            sum += servedAt(phase, site, group);
        }
        return sum;
    }

    /** Returns those of them that started in {@code phase}. */
    public double servedAt(int phase, int site, int group) {
        return servedByPhaseSiteAndGroup[(phase * sites + site) * groups + group];
    }

    /** Returns the requests really simulated, those of warm-up and drain included. Weights don't matter here. */
    public long simulated() {
        return simulated;
    }

    /** Returns the measured requests that neither were served nor failed, because they can never end. */
    public double unfinished() {
        return unfinished;
    }

    void countServed(int slot, int site, int group, double count, double latency) {
        int cell = slot * groups + group;
        ended[cell * CAUSES] += count;
        latencySeconds[cell] += latency;
        servedByPhaseSiteAndGroup[(slots.phase(slot) * sites + site) * groups + group] += count;
        siteTallies[site].served[slot] += count;
        siteTallies[site].latencySeconds[slot] += latency;
    }

    void countOffered(
            int slot, int site, double bytes, double attempted, double completed, double waited, double waitSeconds) {
        SiteTally there = siteTallies[site];
        there.attempts[slot] += attempted;
        there.completed[slot] += completed;
        there.waited[slot] += waited;
        there.waitSeconds[slot] += waitSeconds;
        there.responseBytes[slot] += bytes;
    }

    void countWaits(int slot, int group, double arrived, double started, double late, double seconds) {
        int cell = slot * groups + group;
        reached[cell] += arrived;
        begun[cell] += started;
        waited[cell] += late;
        waitSeconds[cell] += seconds;
    }

    void countRun(long requests, double neverEnding) {
        simulated += requests;
        unfinished += neverEnding;
    }

    /**
     * Adds {@code other}, each of its requests counting {@code weight} times.
     *
     * @throws IllegalArgumentException if the shapes differ
     */
    public void add(RequestTally other, double weight) {
        if (other.slots.size() != slots.size()) {
            throw new IllegalArgumentException(other.slots.size() + " slots cannot be added to " + slots.size());
        }
        addAsSlot(other, weight, -1);
    }

    /**
     * Adds {@code other}, which has one slot, into {@code slot} of this tally (and into its phase).
     *
     * @throws IllegalArgumentException if {@code other} has several slots or other groups or sites
     */
    public void addToSlot(int slot, RequestTally other, double weight) {
        if (other.slots.size() != 1) {
            throw new IllegalArgumentException("a tally of " + other.slots.size() + " slots does not fit into one");
        }
        addAsSlot(other, weight, slot);
    }

    /**
     * Adds {@code other}, whose slots are those of this tally from {@code firstSlot} on, with the same phases.
     *
     * @throws IllegalArgumentException if it has more slots than are left, or other groups or sites
     */
    public void addFrom(int firstSlot, RequestTally other, double weight) {
        if (firstSlot < 0 || firstSlot + other.slots.size() > slots.size()) {
            throw new IllegalArgumentException(
                    other.slots.size() + " slots from " + firstSlot + " don't fit into " + slots.size());
        }
        addShifted(other, weight, firstSlot, 0);
    }

    private void addAsSlot(RequestTally other, double weight, int slot) {
        addShifted(other, weight, Math.max(0, slot), slot < 0 ? 0 : slots.phase(slot));
    }

    private void addShifted(RequestTally other, double weight, int slot, int phase) {
        if (other.groups != groups || other.sites != sites) {
            throw new IllegalArgumentException("tallies of different worlds");
        }
        int offset = slot * groups;
        addScaled(started, other.started, weight, offset);
        addScaled(attempts, other.attempts, weight, offset);
        addScaled(latencySeconds, other.latencySeconds, weight, offset);
        addScaled(reached, other.reached, weight, offset);
        addScaled(begun, other.begun, weight, offset);
        addScaled(waited, other.waited, weight, offset);
        addScaled(waitSeconds, other.waitSeconds, weight, offset);
        addScaled(ended, other.ended, weight, offset * CAUSES);
        addScaled(servedByPhaseSiteAndGroup, other.servedByPhaseSiteAndGroup, weight, phase * sites * groups);
        for (int site = 0; site < sites; site++) {
            siteTallies[site].add(other.siteTallies[site], weight, slot);
        }
        for (int i = 0; i < other.latencies.length; i++) {
            latencies[phase * groups + i].add(other.latencies[i], weight);
        }
        simulated += other.simulated;
        unfinished += weight * other.unfinished;
    }

    static void addScaled(double[] sum, double[] other, double weight, int offset) {
        for (int i = 0; i < other.length; i++) {
            sum[offset + i] += weight * other[i];
        }
    }
}
