package dev.multisite.results;

import java.util.List;

/** The CSV files of a results folder and their columns. */
public enum ResultsFile {
    METRICS(
            "metrics.csv",
            "architecture",
            "period",
            "country",
            "site",
            "service",
            "metric",
            "unit",
            "mean",
            "ci-low",
            "ci-high",
            "replications",
            "events",
            "note"),
    COMPARISON(
            "comparison.csv",
            "architecture",
            "baseline",
            "country",
            "service",
            "metric",
            "unit",
            "difference",
            "ci-low",
            "ci-high",
            "ratio",
            "p-better",
            "ratio-ci-low",
            "ratio-ci-high",
            "p-better-ci-low",
            "p-better-ci-high",
            "replications"),
    PAIRS(
            "pairs.csv",
            "architecture",
            "other",
            "country",
            "metric",
            "unit",
            "difference",
            "ci-low",
            "ci-high",
            "ratio",
            "p-better",
            "ratio-ci-low",
            "ratio-ci-high",
            "p-better-ci-low",
            "p-better-ci-high",
            "replications"),
    TIMELINE("timeline.csv", "architecture", "time", "country", "site", "metric", "unit", "mean", "p05", "p95"),
    /** There only where services keep records. */
    EXPOSURE(
            "exposure.csv",
            "architecture",
            "law",
            "version",
            "country",
            "data-class",
            "verdict",
            "metric",
            "unit",
            "mean",
            "ci-low",
            "ci-high",
            "review"),
    /** There only where services keep records. */
    EXPOSURE_TIMELINE(
            "exposure-timeline.csv",
            "architecture",
            "time",
            "law",
            "state",
            "basis",
            "metric",
            "unit",
            "mean",
            "p05",
            "p95"),
    /** There only where services keep records. */
    FINES("fines.csv", "architecture", "law", "metric", "unit", "mean", "standard-error", "replays", "review"),
    /** There only where services keep records. */
    FINES_DISTRIBUTION("fines-distribution.csv", "architecture", "quantile", "announced-usd", "collected-usd"),
    EVENTS("events.csv", "architecture", "time", "kind", "subject", "detail"),
    REPLICATIONS(
            "replications.csv",
            "architecture",
            "replication",
            "period",
            "country",
            "site",
            "service",
            "metric",
            "unit",
            "value"),
    LATENCY("latency.csv", "architecture", "country", "quantile", "latency-ms");

    private final String fileName;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> columns;

    ResultsFile(String fileName, String... columns) {
        this.fileName = fileName;
        this.columns = List.of(columns);
    }

    /** Returns whether every results folder has the file, also one of a scenario whose services keep no records. */
    public boolean isInEveryFolder() {
        return this != EXPOSURE && this != EXPOSURE_TIMELINE && this != FINES && this != FINES_DISTRIBUTION;
    }

    public String fileName() {
        return fileName;
    }

    public List<String> columns() {
        return columns;
    }
}
