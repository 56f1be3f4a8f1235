package dev.multisite.demand;

import java.util.List;
import java.util.function.Predicate;

import dev.multisite.scenario.Period;
import dev.multisite.scenario.PopulationEvent;
import dev.multisite.scenario.PopulationEvent.Advisory;
import dev.multisite.scenario.PopulationEvent.SalesStop;
import dev.multisite.scenario.PopulationEvent.ServiceBlock;
import dev.multisite.scenario.PopulationEvent.TrustShock;
import dev.multisite.scenario.PopulationSpec;
import dev.multisite.units.Durations;

/**
 * What warnings, stops, blocks and lost trust cost a population, by comparing its installed base with that of the same
 * people without the events.
 */
public final class Reactions {

    private final PopulationSpec population;
    private final Period period;
    private final InstalledBase base;

    private Reactions(PopulationSpec population, Period period) {
        this.population = population;
        this.period = period;
        this.base = InstalledBase.of(population, period);
    }

    /** Returns those of one population over a period. */
    public static Reactions of(PopulationSpec population, Period period) {
        return new Reactions(population, period);
    }

    /** Returns whether anything of that kind happens. */
    public boolean any() {
        return population.events().stream().anyMatch(Reactions::costsDevices);
    }

    private static boolean costsDevices(PopulationEvent event) {
        return event instanceof Advisory
                || event instanceof TrustShock
                || event instanceof SalesStop
                || event instanceof ServiceBlock;
    }

    /** Returns the devices that are missing at the end of the period because of all of them. */
    public double lostDevices() {
        return missingWithout(Reactions::costsDevices);
    }

    /** Returns the devices that are missing at the end of the period because of {@code event}, the others being as they are. */
    public double lostTo(PopulationEvent event) {
        return missingWithout(other -> other.equals(event));
    }

    private double missingWithout(Predicate<PopulationEvent> removed) {
        List<PopulationEvent> others =
                population.events().stream().filter(removed.negate()).toList();
        double end = period.seconds();
        return InstalledBase.of(population.withEvents(others), period).devices(end) - base.devices(end);
    }

    /** Returns the integral of the devices while their service is blocked, in device-days. */
    public double blockedDeviceDays() {
        double deviceSeconds = 0;
        double blockedUntil = 0;
        for (PopulationEvent event : population.events()) {
            if (event instanceof ServiceBlock block) {
                double from = Math.max(blockedUntil, period.toSeconds(block.on()));
                double until = Math.min(period.seconds(), period.toSeconds(block.until()));
                deviceSeconds += from < until ? base.deviceSeconds(from, until) : 0;
                blockedUntil = Math.max(blockedUntil, until);
            }
        }
        return deviceSeconds / Durations.SECONDS_PER_DAY;
    }
}
