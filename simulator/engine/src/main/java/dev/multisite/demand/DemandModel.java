package dev.multisite.demand;

import java.util.List;

import dev.multisite.scenario.Scenario;
import dev.multisite.world.DemandGrid;
import dev.multisite.world.Intervals;

/**
 * The demand of a scenario: devices per population and arrival rates per class, over the whole period. Immutable.
 *
 * <p>Times are simulation seconds; those outside the period are an {@link IllegalArgumentException}.
 */
public final class DemandModel implements DemandGrid {

    private DemandModel(Scenario scenario) {
        throw new UnsupportedOperationException(scenario.title());
    }

    /** Returns the demand of {@code scenario}; the classes are in the order of (population, service, zone) by name. */
    public static DemandModel of(Scenario scenario) {
        return new DemandModel(scenario);
    }

    /** Returns the classes; the index in this list is the index in {@link #rates}. */
    public List<DemandClass> demandClasses() {
        return List.of();
    }

    /** Returns the installed base of {@code population} at {@code timeSeconds}, after events of that instant. */
    public double devices(String population, double timeSeconds) {
        return 0;
    }

    /** Returns the mean installed base from {@code fromSeconds} until {@code untilSeconds}. */
    public double meanDevices(String population, double fromSeconds, double untilSeconds) {
        return 0;
    }

    /** Returns the integral of the installed base, in device-years of 365.25 days. */
    public double deviceYears(String population, double fromSeconds, double untilSeconds) {
        return 0;
    }

    /** Returns the expected number of requests of class {@code demandClass} in an interval. */
    public double expectedRequests(int demandClass, double fromSeconds, double untilSeconds) {
        return 0;
    }

    /** Returns the expected number of requests of a population in an interval, over all its classes. */
    public double expectedRequests(String population, double fromSeconds, double untilSeconds) {
        return 0;
    }

    /** Returns the expected number of requests of all classes from the start of the period until {@code timeSeconds}. */
    public double expectedRequestsUntil(double timeSeconds) {
        return 0;
    }

    /**
     * Returns the earliest time by which {@code requests} are expected in total: the inverse of {@link
     * #expectedRequestsUntil}.
     */
    public double timeOfExpectedRequests(double requests) {
        return 0;
    }

    /** Returns when requests of {@code population} are not permitted (service blocks); the demand goes on. */
    public Intervals blocks(String population) {
        return Intervals.NONE;
    }

    @Override
    public int classes() {
        return 0;
    }

    @Override
    public int cells() {
        return 0;
    }

    @Override
    public double cellStart(int cell) {
        return 0;
    }

    @Override
    public int cellAt(double time) {
        return 0;
    }

    @Override
    public void rates(int cell, double[] perSecond) {}

    @Override
    public double totalRate(int cell) {
        return 0;
    }
}
