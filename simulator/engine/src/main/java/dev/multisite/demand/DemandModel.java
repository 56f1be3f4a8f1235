package dev.multisite.demand;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.multisite.scenario.Period;
import dev.multisite.scenario.PopulationEvent;
import dev.multisite.scenario.PopulationEvent.ServiceBlock;
import dev.multisite.scenario.PopulationSpec;
import dev.multisite.scenario.Scenario;
import dev.multisite.units.Durations;
import dev.multisite.world.DemandGrid;
import dev.multisite.world.Intervals;

/**
 * The demand of a scenario: devices per population and arrival rates per class, over the whole period. Immutable; build it
 * once per scenario.
 *
 * <p>The rate of a class is devices x share that uses the service x share of the centres x requests per device x weight of
 * the local hour x weekend weight x surges, as its exact mean over each cell. Times are simulation seconds; those outside
 * the period are an {@link IllegalArgumentException}.
 */
public final class DemandModel implements DemandGrid {

    private final Period period;
    private final List<DemandClass> classes;
    private final Map<String, InstalledBase> bases;
    private final Map<String, Intervals> blocks;
    private final CellGrid grid;
    private final RateCurves curves;
    private final CumulativeDemand cumulative;

    DemandModel(
            Scenario scenario,
            List<DemandClass> classes,
            Map<String, InstalledBase> bases,
            CellGrid grid,
            RateCurves curves) {
        this.period = scenario.period();
        this.classes = List.copyOf(classes);
        this.bases = Collections.unmodifiableMap(new LinkedHashMap<>(bases));
        this.grid = grid;
        this.curves = curves;
        this.cumulative = new CumulativeDemand(grid, curves);
        this.blocks = new LinkedHashMap<>();
        scenario.populations().forEach((name, population) -> blocks.put(name, blocksOf(population)));
    }

    /** Returns the demand of {@code scenario}; the classes are in the order of (population, service, zone) by name. */
    public static DemandModel of(Scenario scenario) {
        return new DemandModelBuilder(scenario).build();
    }

    private Intervals blocksOf(PopulationSpec population) {
        Intervals all = Intervals.NONE;
        for (PopulationEvent event : population.events()) {
            if (event instanceof ServiceBlock block) {
                double from = Math.max(0, period.toSeconds(block.on()));
                double until = Math.min(period.seconds(), period.toSeconds(block.until()));
                if (from < until) {
                    all = all.union(new Intervals(new double[] {from}, new double[] {until}));
                }
            }
        }
        return all;
    }

    /** Returns the classes; the index in this list is the index in {@link #rates}. */
    public List<DemandClass> demandClasses() {
        return classes;
    }

    /** Returns the installed base of {@code population} at {@code timeSeconds}, after events of that instant. */
    public double devices(String population, double timeSeconds) {
        return base(population).devices(inPeriod(timeSeconds));
    }

    /** Returns the instants at which the installed base of {@code population} or its growth jumps, in rising order. */
    public double[] baseBreaks(String population) {
        return base(population).breaks();
    }

    /** Returns the mean installed base from {@code fromSeconds} until {@code untilSeconds}. */
    public double meanDevices(String population, double fromSeconds, double untilSeconds) {
        return deviceSeconds(population, fromSeconds, untilSeconds) / (untilSeconds - fromSeconds);
    }

    /** Returns the integral of the installed base, in device-years of 365.25 days. */
    public double deviceYears(String population, double fromSeconds, double untilSeconds) {
        return deviceSeconds(population, fromSeconds, untilSeconds) / Durations.SECONDS_PER_YEAR;
    }

    private double deviceSeconds(String population, double fromSeconds, double untilSeconds) {
        return base(population).deviceSeconds(inPeriod(fromSeconds), inPeriod(untilSeconds));
    }

    /**
     * Returns the share of the devices of {@code population} at {@code fromSeconds} that is still there at {@code
     * untilSeconds}, given churn, trust, blocks and advisories.
     */
    public double kept(String population, double fromSeconds, double untilSeconds) {
        return base(population).kept(inPeriod(fromSeconds), inPeriod(untilSeconds));
    }

    private InstalledBase base(String population) {
        InstalledBase base = bases.get(population);
        if (base == null) {
            throw new IllegalArgumentException("no population is called " + population);
        }
        return base;
    }

    private double inPeriod(double timeSeconds) {
        if (!(timeSeconds >= 0 && timeSeconds <= period.seconds())) {
            throw new IllegalArgumentException("second " + timeSeconds + " lies outside the period");
        }
        return timeSeconds;
    }

    /** Returns the expected number of requests of class {@code demandClass} in an interval. */
    public double expectedRequests(int demandClass, double fromSeconds, double untilSeconds) {
        return cumulative.between(demandClass, fromSeconds, untilSeconds);
    }

    /** Writes the expected number of requests of every class in an interval, which should be short. */
    public void expectedRequests(double fromSeconds, double untilSeconds, double[] perClass) {
        cumulative.between(fromSeconds, untilSeconds, perClass);
    }

    /** Returns the expected number of requests of a population in an interval, over all its classes. */
    public double expectedRequests(String population, double fromSeconds, double untilSeconds) {
        double sum = 0;
        for (int c = 0; c < classes.size(); c++) {
            if (classes.get(c).population().equals(population)) {
                sum += expectedRequests(c, fromSeconds, untilSeconds);
            }
        }
        return sum;
    }

    /** Returns the expected number of requests of all classes from the start of the period until {@code timeSeconds}. */
    public double expectedRequestsUntil(double timeSeconds) {
        return cumulative.until(timeSeconds);
    }

    /**
     * Returns the earliest time by which {@code requests} are expected in total: the inverse of {@link
     * #expectedRequestsUntil}.
     */
    public double timeOfExpectedRequests(double requests) {
        return cumulative.timeOf(requests);
    }

    /** Returns when requests of {@code population} are not permitted (service blocks); the demand goes on. */
    public Intervals blocks(String population) {
        return blocks.getOrDefault(population, Intervals.NONE);
    }

    @Override
    public int classes() {
        return classes.size();
    }

    @Override
    public int cells() {
        return grid.cells();
    }

    @Override
    public double cellStart(int cell) {
        return grid.start(cell);
    }

    @Override
    public int cellAt(double time) {
        return grid.cellAt(time);
    }

    @Override
    public void rates(int cell, double[] perSecond) {
        curves.rates(cell, perSecond);
    }

    @Override
    public double totalRate(int cell) {
        return cumulative.totalRate(cell);
    }
}
