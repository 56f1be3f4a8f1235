package dev.multisite.regulation.enforcement;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What enforcement comes to over the period.
 *
 * @param total all laws together
 * @param byLaw each law by itself
 */
public record EnforcementResult(Figures total, Map<String, Figures> byLaw) {

    public EnforcementResult {
        byLaw = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byLaw));
    }

    /**
     * Figures of one law or of all.
     *
     * @param announced fines as announced, US dollars in the whole period
     * @param collected fines as collected within the period, after appeal
     * @param orders number of orders
     * @param suspensions number of orders to stop transfers or new users
     * @param suspendedDays days under such orders
     * @param blocks number of blocks
     * @param blockedDeviceDays device-days under a block
     * @param medianFirstMeasureYears median time of the first order or fine among replays that have one; NaN if none has
     */
    public record Figures(
            Risk announced,
            Risk collected,
            Risk orders,
            Risk suspensions,
            Risk suspendedDays,
            Risk blocks,
            Risk blockedDeviceDays,
            double medianFirstMeasureYears) {}
}
