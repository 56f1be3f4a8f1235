package dev.multisite.regulation.enforcement;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What enforcement comes to over the period.
 *
 * @param total all laws together
 * @param byLaw each law by itself
 * @param replays amounts of each replay, all laws together
 */
public record EnforcementResult(Figures total, Map<String, Figures> byLaw, Replays replays) {

    public EnforcementResult {
        byLaw = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byLaw));
    }

    /**
     * Figures of one law or of all. What an authority does is chance; {@code layers} says what is not known besides.
     *
     * @param announced fines as announced, US dollars in the whole period
     * @param collected fines as collected within the period, after appeal
     * @param orders number of orders, those that come with another measure included
     * @param suspensions number of orders to stop transfers
     * @param suspendedDays days under such orders
     * @param closures number of orders to take no new users
     * @param unsoldDevices devices that were not sold because of them
     * @param blocks number of blocks
     * @param blockedDeviceDays device-days under a block
     * @param medianFirstMeasureYears median time of the first order or fine among replays that have one; NaN if none has
     * @param layers how far the mean of announced fines hangs on what is not known
     */
    public record Figures(
            Risk announced,
            Risk collected,
            Risk orders,
            Risk suspensions,
            Risk suspendedDays,
            Risk closures,
            Risk unsoldDevices,
            Risk blocks,
            Risk blockedDeviceDays,
            double medianFirstMeasureYears,
            Layers layers) {}

    /**
     * The mean of announced fines given what is not known, in US dollars. Chance averages out in each of them.
     *
     * @param low 5 % quantile of the mean over worlds: how often people complain and which reading of each law holds
     * @param high 95 % quantile of it
     * @param lenient the mean if every disputed reading is the one that finds nothing wrong
     * @param strict the mean if every disputed reading is the strict one
     */
    public record Layers(double low, double high, double lenient, double strict) {}

    /** Amounts of each replay, the same replay at the same place for every placement of the same seed. */
    public static final class Replays {

        private final double[] announcedUsd;
        private final double[] collectedUsd;
        private final double[] blockedDeviceDays;

        Replays(double[] announcedUsd, double[] collectedUsd, double[] blockedDeviceDays) {
            this.announcedUsd = announcedUsd.clone();
            this.collectedUsd = collectedUsd.clone();
            this.blockedDeviceDays = blockedDeviceDays.clone();
        }

        /** Returns the fines announced in each replay, US dollars. */
        public double[] announcedUsd() {
            return announcedUsd.clone();
        }

        /** Returns the fines collected in each replay, US dollars. */
        public double[] collectedUsd() {
            return collectedUsd.clone();
        }

        /** Returns the device-days under a block in each replay. */
        public double[] blockedDeviceDays() {
            return blockedDeviceDays.clone();
        }
    }
}
