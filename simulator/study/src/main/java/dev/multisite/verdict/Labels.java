package dev.multisite.verdict;

import java.util.Map;

import dev.multisite.catalogue.Catalogue;
import dev.multisite.catalogue.Country;

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
            Map.entry("records-lost", "lost records"),
            Map.entry("rpo", "the age of the oldest lost record (RPO)"),
            Map.entry("data-loss-events", "the number of outages that cost records"),
            Map.entry("cost", "cost"),
            Map.entry("cost-per-device-year", "cost per device and year"));

    private Labels() {}

    /** Returns a metric's name in a sentence. */
    public static String metric(String metric) {
        return METRICS.getOrDefault(metric, metric);
    }

    /** Returns a population's name: the catalogue's for a country code, else the name itself. */
    public static String population(String name) {
        return Catalogue.standard().findCountry(name).map(Country::name).orElse(name);
    }

    /** Returns a name of at most {@code width} characters: its middle gives way, since beginnings are often alike. */
    public static String shorten(String name, int width) {
        int length = name.codePointCount(0, name.length());
        if (length <= width) {
            return name;
        }
        int tail = (width - 1) / 2;
        int head = width - 1 - tail;
        return name.substring(0, name.offsetByCodePoints(0, head)) + "…"
                + name.substring(name.offsetByCodePoints(0, length - tail));
    }

    /** Returns a text of any origin as it may be printed: control and formatting characters do nothing to a terminal. */
    public static String printable(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
