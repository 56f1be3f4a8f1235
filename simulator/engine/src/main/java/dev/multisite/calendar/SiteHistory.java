package dev.multisite.calendar;

import java.util.List;

import dev.multisite.world.SiteCapacity;

/**
 * What became of one site over the period.
 *
 * @param capacity what the request plane needs to know
 * @param openingSeconds when it opened; 0: open from the start; infinity: not within the period
 * @param hostsPresent hosts that are there and cost money, working or not
 * @param hostsWorking hosts that can serve: 0 while the site is down, closed hosts excluded
 * @param utilisation share of the working cores that the offered load would keep busy, 0 to 1; steps of at most an hour
 * @param energyKwh energy drawn from the grid over the period, cooling included
 * @param carbonKg CO2e of that energy
 * @param coreSeconds core-seconds that were available
 * @param availability share of the time since its opening in which the site was neither down nor closed; NaN: never
 *     opened
 * @param destroyedSeconds when outages that destroyed the records kept there began
 */
public record SiteHistory(
        SiteCapacity capacity,
        double openingSeconds,
        StepFunction hostsPresent,
        StepFunction hostsWorking,
        StepFunction utilisation,
        double energyKwh,
        double carbonKg,
        double coreSeconds,
        double availability,
        List<Double> destroyedSeconds) {

    public SiteHistory {
        destroyedSeconds = List.copyOf(destroyedSeconds);
    }
}
