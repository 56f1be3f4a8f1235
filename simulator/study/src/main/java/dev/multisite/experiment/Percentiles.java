package dev.multisite.experiment;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The percentiles of the results files. */
final class Percentiles {
    /** Share per metric name, of response times. */
    static final Map<String, Double> OF_LATENCIES = shares("latency-", "p50", "p90", "p95", "p99", "p99.9");

    /** Share per metric name, of waits for a core. */
    static final Map<String, Double> OF_WAITS = shares("wait-", "p50", "p90", "p95", "p99");

    /** Share per metric name. */
    static final Map<String, Double> OF_METRIC = union();

    private Percentiles() {}

    private static Map<String, Double> shares(String prefix, String... names) {
        Map<String, Double> shares = new LinkedHashMap<>();
        for (String name : names) {
            shares.put(
                    prefix + name,
                    new BigDecimal(name.substring(1)).movePointLeft(2).doubleValue());
        }
        return Collections.unmodifiableMap(shares);
    }

    private static Map<String, Double> union() {
        Map<String, Double> union = new LinkedHashMap<>(OF_LATENCIES);
        union.putAll(OF_WAITS);
        return Collections.unmodifiableMap(union);
    }
}
