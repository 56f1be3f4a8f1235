package dev.multisite.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.multisite.catalogue.Access;
import dev.multisite.catalogue.PopulationCentre;

/**
 * People of one country (or of one place) and their devices.
 *
 * @param name the key in the scenario: a country code, or any name
 * @param country ISO 3166-1 alpha-2 code
 * @param launch no device before this instant; the start of the period where the scenario says nothing
 * @param devices installed base at the launch or at the start of the period, whichever is later
 * @param growth growth of the installed base after that
 * @param churnPerYear share of the devices that is gone after a year, 0 to below 1
 * @param access shares of access technologies; they add up to 1
 * @param uses share of the devices that use a service, by the service's name; a service that is not named is not used
 * @param centres where the people live
 * @param attributes shares of the population with an attribute, by the attribute's name
 * @param events what happens to this population, in order of time
 */
public record PopulationSpec(
        String name,
        String country,
        Instant launch,
        double devices,
        GrowthSpec growth,
        double churnPerYear,
        Map<Access, Double> access,
        Map<String, Double> uses,
        List<PopulationCentre> centres,
        Map<String, Double> attributes,
        List<PopulationEvent> events) {

    public PopulationSpec {
        access = Ordered.copy(access);
        uses = Ordered.copy(uses);
        centres = List.copyOf(centres);
        attributes = Ordered.copy(attributes);
        events = List.copyOf(events);
    }

    /** Returns when the launch takes place, delays included. */
    public Instant effectiveLaunch() {
        Instant when = launch;
        for (PopulationEvent event : events) {
            if (event instanceof PopulationEvent.LaunchDelay delay
                    && !when.isBefore(delay.on())
                    && when.isBefore(delay.until())) {
                when = delay.until();
            }
        }
        return when;
    }
}
