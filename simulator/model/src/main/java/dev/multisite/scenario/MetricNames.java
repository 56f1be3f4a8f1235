package dev.multisite.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.multisite.units.Literals;

/** The metrics that results report and objectives may limit, with their units. */
public final class MetricNames {

    /**
     * Figures of the replays of enforcement: they have a Monte Carlo error, no value per replication, and are about all
     * populations together.
     */
    public static final List<String> FINES = List.of(
            "fine-probability",
            "fines-expected",
            "fines-p50",
            "fines-p95",
            "fines-p99",
            "fines-es95",
            "fines-collected",
            "fines-expected-low",
            "fines-expected-high",
            "fines-expected-lenient",
            "fines-expected-strict",
            "unsold-devices",
            "blocked-device-days");

    /** Share of a population's served requests that one site served; of no use as an objective, which names no site. */
    public static final String SERVED_SHARE = "served-share";

    /** Unit per metric, in the order of the results files. */
    public static final Map<String, String> UNITS = units();

    /** Units of figures that timelines alone have. */
    private static final Map<String, String> STOCKS = Map.of(
            "non-compliant-records", "records",
            "uncertain-records", "records",
            "unknown-records", "records",
            "readable-records", "records");

    private MetricNames() {}

    /** Returns the unit of a figure of any results file, empty if it has none. */
    public static String unit(String metric) {
        return UNITS.getOrDefault(metric, STOCKS.getOrDefault(metric, ""));
    }

    /**
     * Reads a value of a metric, such as a limit, into the metric's unit.
     *
     * @throws IllegalArgumentException if it is none; the message is for the user
     */
    public static double parse(String metric, String text) {
        return switch (String.valueOf(UNITS.get(metric))) {
            case "ms" -> Literals.seconds(text) * 1000;
            case "s" -> Literals.seconds(text);
            case "fraction" -> Literals.fraction(text);
            case "USD" -> Literals.money(text).usd();
            default -> Literals.count(text);
        };
    }

    private static Map<String, String> units() {
        Map<String, String> units = new LinkedHashMap<>();
        units.put("requests", "1");
        for (String latency : new String[] {"mean", "p50", "p90", "p95", "p99", "p99.9"}) {
            units.put("latency-" + latency, "ms");
        }
        for (String wait : new String[] {"mean", "p50", "p90", "p95", "p99"}) {
            units.put("wait-" + wait, "ms");
        }
        units.put("wait-probability", "fraction");
        units.put("failure-rate", "fraction");
        units.put("failures-timeout", "fraction");
        units.put("failures-rejected", "fraction");
        units.put("failures-site-down", "fraction");
        units.put("failures-network", "fraction");
        units.put("failures-not-permitted", "fraction");
        units.put("attempts", "1");
        units.put("availability", "fraction");
        units.put("site-availability", "fraction");
        units.put("quorum-availability", "fraction");
        units.put(SERVED_SHARE, "fraction");
        units.put("utilisation", "fraction");
        units.put("utilisation-peak", "fraction");
        units.put("devices", "devices");
        units.put("lost-devices", "devices");
        units.put("service-block-device-days", "device-days");
        units.put("records", "records");
        units.put("non-compliant-record-years", "record-years");
        units.put("uncertain-record-years", "record-years");
        units.put("unknown-record-years", "record-years");
        units.put("foreign-reach", "fraction");
        units.put("cross-border-transfers", "1/d");
        for (String type : new String[] {"direct-collection", "transfer", "replication", "backup", "transit"}) {
            units.put("cross-border-" + type, "1/d");
        }
        units.put("remotely-readable-records", "records");
        units.put("open-violations", "laws");
        units.put("time-to-compliance", "days");
        units.put("migration-end", "days");
        units.put("records-lost", "records");
        units.put("rpo", "s");
        units.put("data-loss-events", "1");
        FINES.forEach(metric -> units.put(
                metric,
                metric.equals("fine-probability")
                        ? "fraction"
                        : metric.equals("blocked-device-days")
                                ? "device-days"
                                : metric.equals("unsold-devices") ? "devices" : "USD"));
        units.put("cost", "USD");
        units.put("cost-per-device-year", "USD");
        units.put("energy", "kWh");
        units.put("carbon", "kg CO2e");
        return Collections.unmodifiableMap(units);
    }
}
