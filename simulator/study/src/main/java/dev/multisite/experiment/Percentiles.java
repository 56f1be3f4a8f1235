package dev.multisite.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The percentiles of the results files. */
final class Percentiles {
    /** Share per metric name. */
    static final Map<String, Double> OF_METRIC = ofMetric();

    private Percentiles() {}

    private static Map<String, Double> ofMetric() {
        Map<String, Double> shares = new LinkedHashMap<>();
        shares.put("latency-p50", 0.5);
        shares.put("latency-p90", 0.9);
        shares.put("latency-p95", 0.95);
        shares.put("latency-p99", 0.99);
        shares.put("latency-p99.9", 0.999);
        return Collections.unmodifiableMap(shares);
    }
}
