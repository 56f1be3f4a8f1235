package dev.multisite.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.multisite.report.charts.Chart;
import dev.multisite.report.charts.Gallery;

/** Puts charts into the order of the page. */
final class Chapters {

    /** A chapter before its charts are known. */
    private record Plan(String id, String heading, String absence, List<String> charts) {}

    private static final List<Plan> PLANS = List.of(
            new Plan("differences", "", "", List.of("difference-to-baseline")),
            new Plan("places", "Who is served from where", "", List.of("map")),
            new Plan(
                    "waiting",
                    "Waiting",
                    "",
                    List.of("latency-by-country", "latency-distribution", "latency-distribution-by-country")),
            new Plan(
                    "failing",
                    "Failures and outages",
                    "",
                    List.of("failures-by-cause", "failures-by-country", "over-time")),
            new Plan("money", "Cost", "", List.of("cost-by-site", "cost-against-latency")),
            new Plan(
                    "laws",
                    "Exposure by law",
                    "This folder has no figures of laws, so the page says nothing about them.",
                    List.of(
                            "exposure-over-time",
                            "exposure-by-law",
                            "exposure-by-country",
                            "reach-over-time",
                            "cross-border-movements",
                            "fines-distribution",
                            "fines-and-reach",
                            "cost-against-exposure")),
            new Plan("load", "Growth and load", "", List.of("growth", "utilisation")),
            new Plan("dates", "Phases and events", "The run names no phases.", List.of("timeline")));

    private Chapters() {}

    static List<Page.Chapter> of(List<Chart> charts, Function<Chart, Page.Figure> figure) {
        List<Page.Chapter> chapters = new ArrayList<>();
        for (Plan plan : PLANS) {
            List<Page.Figure> figures = charts.stream()
                    .filter(chart -> plan.charts.contains(chart.id()))
                    .sorted((a, b) -> Integer.compare(plan.charts.indexOf(a.id()), plan.charts.indexOf(b.id())))
                    .map(figure)
                    .toList();
            chapters.add(new Page.Chapter(plan.id, plan.heading, plan.absence, figures));
        }
        return chapters;
    }

    /** Returns whether every kind of chart has a chapter. */
    static boolean holdAll() {
        return Gallery.KINDS.stream().allMatch(kind -> PLANS.stream().anyMatch(plan -> plan.charts.contains(kind)));
    }
}
