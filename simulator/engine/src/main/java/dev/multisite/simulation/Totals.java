package dev.multisite.simulation;

import dev.multisite.requests.RequestTally;
import dev.multisite.world.Outcome;

/** Sums of what devices saw over some slots and groups. */
final class Totals {

    private double started;
    private double served;
    private double attempts;
    private double latencySeconds;
    private double arrived;
    private double begun;
    private double waited;
    private double waitSeconds;
    private double expected;
    private double reached;
    private final double[] ended = new double[Outcome.values().length];

    void add(RequestTally tally, DemandAccount account, int slot, int group) {
        expected += account.expected(slot, group);
        reached += account.reached(slot, group);
        started += tally.started(slot, group);
        served += tally.served(slot, group);
        attempts += tally.attempts(slot, group);
        latencySeconds += tally.latencySeconds(slot, group);
        arrived += tally.reached(slot, group);
        begun += tally.begun(slot, group);
        waited += tally.waited(slot, group);
        waitSeconds += tally.waitSeconds(slot, group);
        for (Outcome outcome : Outcome.values()) {
            ended[outcome.ordinal()] += tally.ended(slot, group, outcome);
        }
    }

    void add(Totals other) {
        started += other.started;
        served += other.served;
        attempts += other.attempts;
        latencySeconds += other.latencySeconds;
        arrived += other.arrived;
        begun += other.begun;
        waited += other.waited;
        waitSeconds += other.waitSeconds;
        expected += other.expected;
        reached += other.reached;
        for (int i = 0; i < ended.length; i++) {
            ended[i] += other.ended[i];
        }
    }

    /** Returns the requests counted, by weight. */
    double started() {
        return started;
    }

    /** Returns the requests that the calendar expects. */
    double expected() {
        return expected;
    }

    /** Returns how many of these are expected not to reach the site they try first. */
    double unreached() {
        return expected - reached;
    }

    double served() {
        return served;
    }

    double failed() {
        double sum = 0;
        for (int i = 1; i < ended.length; i++) {
            sum += ended[i];
        }
        return sum;
    }

    double latencySeconds() {
        return latencySeconds;
    }

    /** Returns the mean response time of the served, seconds; NaN if none was served. */
    double meanLatencySeconds() {
        return served > 0 ? latencySeconds / served : Double.NaN;
    }

    /** Returns the mean wait of the attempts that got a core, seconds; NaN if none did. */
    double meanWaitSeconds() {
        return begun > 0 ? waitSeconds / begun : Double.NaN;
    }

    /** Returns the share of the attempts that reached a site and found no free core, NaN if none reached one. */
    double waitProbability() {
        return arrived > 0 ? waited / arrived : Double.NaN;
    }

    double attemptsPerRequest() {
        return started > 0 ? attempts / started : Double.NaN;
    }

    /** Returns the share of the requests that ended so, NaN if there was none. */
    double share(Outcome outcome) {
        return started > 0 ? ended[outcome.ordinal()] / started : Double.NaN;
    }

    /** Returns the share that failed, whatever the cause. */
    double failureRate() {
        return started > 0 ? failed() / started : Double.NaN;
    }

    /** Returns the share of the expected requests that find the site they try first at work, NaN if there is none. */
    double availability() {
        return expected > 0 ? reached / expected : Double.NaN;
    }
}
