package dev.multisite.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.multisite.catalogue.Access;
import dev.multisite.catalogue.PopulationCentre;
import dev.multisite.units.Durations;

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
 * @param trust how people react to shocks of trust
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
        Trust trust,
        List<PopulationEvent> events) {

    /**
     * How people react when trust is lost. Trust is 1 before any shock and the gap closes exponentially; arrivals are
     * multiplied by trust to the power of {@code arrivalsExponent}, the churn hazard by 1 + {@code churnFactor} * (1 - trust).
     *
     * @param recoverySeconds time constant of the recovery, above 0
     * @param arrivalsExponent at least 0
     * @param churnFactor at least 0
     */
    public record Trust(double recoverySeconds, double arrivalsExponent, double churnFactor) {

        /** The assumptions that hold where a scenario says nothing: 120 days, 1 and 2. */
        public static final Trust ASSUMED = new Trust(120 * Durations.SECONDS_PER_DAY, 1, 2);
    }

    public PopulationSpec {
        access = Ordered.copy(access);
        uses = Ordered.copy(uses);
        centres = List.copyOf(centres);
        attributes = Ordered.copy(attributes);
        events = List.copyOf(events);
    }

    /** People who react to shocks as assumed. */
    public PopulationSpec(
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
        this(
                name,
                country,
                launch,
                devices,
                growth,
                churnPerYear,
                access,
                uses,
                centres,
                attributes,
                Trust.ASSUMED,
                events);
    }

    /** Returns the same people with other events, which must be in order of time. */
    public PopulationSpec withEvents(List<PopulationEvent> others) {
        return new PopulationSpec(
                name, country, launch, devices, growth, churnPerYear, access, uses, centres, attributes, trust, others);
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
