package dev.multisite.report.charts;

import java.util.ArrayList;
import java.util.List;

/** All charts of a results folder, in the order in which a planner asks. */
public final class Gallery {

    /** Names of all kinds of charts; a folder has those that it has figures for. */
    public static final List<String> KINDS = List.of(
            "map",
            "difference-to-baseline",
            "latency-by-country",
            "latency-distribution",
            "latency-distribution-by-country",
            "failures-by-cause",
            "failures-by-country",
            "over-time",
            "cost-against-latency",
            "cost-by-site",
            "exposure-over-time",
            "exposure-by-law",
            "exposure-by-country",
            "reach-over-time",
            "cross-border-movements",
            "fines-distribution",
            "fines-and-reach",
            "cost-against-exposure",
            "growth",
            "utilisation",
            "timeline");

    private Gallery() {}

    /** Returns the charts that the folder has figures for. */
    public static List<Chart> of(Source source) {
        List<Chart> charts = new ArrayList<>();
        WhoServes.of(source).ifPresent(charts::add);
        Differences.of(source).ifPresent(charts::add);
        LatencyByCountry.of(source).ifPresent(charts::add);
        charts.addAll(LatencyDistribution.of(source));
        charts.addAll(Failures.of(source));
        OverTime.of(source).ifPresent(charts::add);
        CostAgainst.latency(source).ifPresent(charts::add);
        CostBreakdown.of(source).ifPresent(charts::add);
        ExposureOverTime.laws(source).ifPresent(charts::add);
        charts.addAll(Exposure.of(source));
        ExposureOverTime.reach(source).ifPresent(charts::add);
        Movements.of(source).ifPresent(charts::add);
        FineDistribution.of(source).ifPresent(charts::add);
        Fines.of(source).ifPresent(charts::add);
        CostAgainst.exposure(source).ifPresent(charts::add);
        Growth.of(source).ifPresent(charts::add);
        Utilisation.of(source).ifPresent(charts::add);
        Happenings.of(source).ifPresent(charts::add);
        return charts;
    }
}
