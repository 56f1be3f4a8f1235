package dev.multisite.scenario;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import dev.multisite.geo.Place;
import dev.multisite.units.Money;

/**
 * A candidate data center.
 *
 * @param coresPerHost cores of a host, at least 1
 * @param coreSpeed speed relative to the reference core, above 0
 * @param queueLimit waiting attempts beyond which an attempt is rejected; {@link Long#MAX_VALUE}: unlimited
 * @param outages failures of the whole site
 * @param hostFailures failures of one host
 * @param sharedRisks names of the risks that take this site down
 * @param maintenance planned windows in which the site is closed
 */
public record SiteSpec(
        String name,
        Place place,
        Operator operator,
        Hosts hosts,
        int coresPerHost,
        double coreSpeed,
        long queueLimit,
        Opening opens,
        FailureSpec outages,
        FailureSpec hostFailures,
        List<String> sharedRisks,
        List<Maintenance> maintenance,
        Power power,
        Cost cost) {

    public SiteSpec {
        sharedRisks = List.copyOf(sharedRisks);
        maintenance = List.copyOf(maintenance);
    }

    /**
     * Who runs the site.
     *
     * @param home ISO 3166-1 alpha-2 code of the operator's home state
     */
    public record Operator(String name, String home) {}

    /** How many hosts the site has. */
    public sealed interface Hosts {

        /** Always so many. */
        record Fixed(int count) implements Hosts {}

        /**
         * As many as the load asks for.
         *
         * @param min fewest hosts, at least 1
         * @param max most hosts
         * @param targetUtilisation utilisation of the cores that the scaler aims at, above 0 to 1
         * @param delay time from the decision to the new host's first request
         */
        record Autoscale(int min, int max, double targetUtilisation, Duration delay) implements Hosts {}
    }

    /** When the site opens. */
    public sealed interface Opening {

        /** Open from the start of the period. */
        record AtStart() implements Opening {}

        /**
         * Opens at a date, later by a random slip.
         *
         * @param on planned date
         * @param slip delay in seconds; {@code Constant(0)}: on time
         */
        record On(Instant on, DistributionSpec slip) implements Opening {}
    }

    /**
     * A planned window in which the site takes no new requests; work begun before it is finished.
     *
     * @param days weekdays on which the window starts
     * @param at local time at which it starts
     * @param length its length
     * @param zone time zone of {@code at}
     */
    public record Maintenance(Set<DayOfWeek> days, LocalTime at, Duration length, ZoneId zone) {
        public Maintenance {
            days = Set.copyOf(days);
        }
    }

    /**
     * Electric power of one host.
     *
     * @param idleWatts at no load
     * @param peakWatts at full load
     * @param pue power usage effectiveness of the site, at least 1
     * @param gridKgPerKwh carbon intensity of the grid, kg CO2e per kWh
     */
    public record Power(double idleWatts, double peakWatts, double pue, double gridKgPerKwh) {}

    /**
     * Prices of a site.
     *
     * @param capex capital spent at the opening
     * @param life time over which the capital is written off
     * @param perHostHour price of a host that is there, whether it works or not
     * @param egress price of traffic to devices and other sites by monthly volume, in ascending order
     * @param storagePerGbMonth price of keeping 10^9 bytes for a month of 1/12 year
     */
    public record Cost(
            Money capex, Duration life, Money perHostHour, List<EgressTier> egress, Money storagePerGbMonth) {
        public Cost {
            egress = List.copyOf(egress);
        }
    }

    /**
     * A step of the egress price.
     *
     * @param upToGbPerMonth volume at which the next step begins; infinity for the last
     * @param perGb price of 10^9 bytes
     */
    public record EgressTier(double upToGbPerMonth, Money perGb) {}
}
