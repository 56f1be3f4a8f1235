package dev.multisite.verdict;

import java.util.Locale;
import java.util.Map;

/** What people call the things of the results files. */
public final class Labels {
    private static final Map<String, String> METRICS = Map.ofEntries(
            Map.entry("latency-mean", "mean latency"),
            Map.entry("latency-p50", "median latency"),
            Map.entry("latency-p90", "p90 latency"),
            Map.entry("latency-p95", "p95 latency"),
            Map.entry("latency-p99", "p99 latency"),
            Map.entry("latency-p99.9", "p99.9 latency"),
            Map.entry("wait-mean", "the mean wait for a core"),
            Map.entry("wait-p50", "the median wait for a core"),
            Map.entry("wait-p90", "the p90 wait for a core"),
            Map.entry("wait-p95", "the p95 wait for a core"),
            Map.entry("wait-p99", "the p99 wait for a core"),
            Map.entry("failure-rate", "the failure rate"),
            Map.entry("availability", "availability"),
            Map.entry("foreign-reach", "the share of records that a foreign state can read"),
            Map.entry("non-compliant-record-years", "record-years in breach of a law"),
            Map.entry("uncertain-record-years", "record-years under a disputed law"),
            Map.entry("cost", "cost"),
            Map.entry("cost-per-device-year", "cost per device and year"));

    private Labels() {}

    /** Returns a metric's name in a sentence. */
    public static String metric(String metric) {
        return METRICS.getOrDefault(metric, metric);
    }

    /** Returns a population's name: the country's English name for a country code, else the name itself. */
    public static String population(String name) {
        boolean code = name.length() == 2 && name.chars().allMatch(c -> c >= 'A' && c <= 'Z');
        return code ? new Locale.Builder().setRegion(name).build().getDisplayCountry(Locale.ENGLISH) : name;
    }
}
