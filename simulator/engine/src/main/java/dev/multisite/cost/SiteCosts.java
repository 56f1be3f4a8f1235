package dev.multisite.cost;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import dev.multisite.scenario.Period;
import dev.multisite.scenario.SiteSpec;
import dev.multisite.scenario.SiteSpec.EgressTier;
import dev.multisite.units.Durations;

/**
 * Cost of one site over the period, by part, in US dollars.
 *
 * @param capitalUsd capital written off evenly over its life, for the time the site was open
 * @param hostsUsd hosts that were there, by the hour
 * @param egressUsd traffic to devices and other sites, by monthly volume
 * @param storageUsd data kept
 */
public record SiteCosts(double capitalUsd, double hostsUsd, double egressUsd, double storageUsd) {

    private static final double SECONDS_PER_HOUR = 3600;

    /**
     * Prices what a site did.
     *
     * @param openSeconds time since the opening within the period
     * @param hostSeconds integral of the hosts that were there
     * @param monthlyEgressGb traffic per calendar month in 10^9 bytes, in the order of {@link #monthStarts}
     * @param storedGbMonths data kept, in 10^9 bytes times months of 1/12 year
     */
    public static SiteCosts of(
            SiteSpec.Cost prices,
            double openSeconds,
            double hostSeconds,
            double[] monthlyEgressGb,
            double storedGbMonths) {
        double lifeSeconds = Durations.toSeconds(prices.life());
        double capital = prices.capex().usd() * Math.min(1, openSeconds / lifeSeconds);
        double hosts = prices.perHostHour().usd() * hostSeconds / SECONDS_PER_HOUR;
        double egress = 0;
        for (double gigabytes : monthlyEgressGb) {
            egress += egressUsd(prices.egress(), gigabytes);
        }
        return new SiteCosts(capital, hosts, egress, prices.storagePerGbMonth().usd() * storedGbMonths);
    }

    /** Returns what a month's traffic costs; each tier's price holds for the volume within it. */
    public static double egressUsd(List<EgressTier> tiers, double gbPerMonth) {
        double cost = 0;
        double billed = 0;
        for (EgressTier tier : tiers) {
            double within = Math.min(gbPerMonth, tier.upToGbPerMonth()) - billed;
            if (within <= 0) {
                break;
            }
            cost += within * tier.perGb().usd();
            billed += within;
        }
        return cost;
    }

    /**
     * Returns where the calendar months (UTC) of the period start, in simulation seconds: 0, then the first of each month
     * within the period.
     */
    public static double[] monthStarts(Period period) {
        List<Double> starts = new ArrayList<>();
        starts.add(0.0);
        YearMonth month = YearMonth.from(period.from().atOffset(ZoneOffset.UTC)).plusMonths(1);
        for (Instant at = firstOf(month); at.isBefore(period.to()); at = firstOf(month)) {
            starts.add(period.toSeconds(at));
            month = month.plusMonths(1);
        }
        return starts.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Instant firstOf(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Returns the sum of all parts. */
    public double totalUsd() {
        return capitalUsd + hostsUsd + egressUsd + storageUsd;
    }
}
