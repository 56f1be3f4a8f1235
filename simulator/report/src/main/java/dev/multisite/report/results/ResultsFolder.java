package dev.multisite.report.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Everything a results folder says. Lookups take constant time. */
public final class ResultsFolder {

    private final Run run;
    private final List<MetricRow> metrics;
    private final List<ComparisonRow> comparison;
    private final List<ComparisonRow> pairs;
    private final List<TimelineRow> timeline;
    private final List<EventRow> events;
    private final List<QuantileRow> quantiles;
    private final List<ExposureRow> exposure;
    private final List<ExposureTimelineRow> exposureTimeline;
    private final List<FineRow> fines;
    private final List<FineQuantileRow> fineQuantiles;
    private final Map<Key, String> notes = new HashMap<>();
    private final Map<Key, Estimate> figures = new HashMap<>();
    private final Map<Key, ComparisonRow> differences = new HashMap<>();
    private final Map<Key, List<TimelineRow>> series = new HashMap<>();

    private record Key(String architecture, String metric, String country, String site) {}

    ResultsFolder(
            Run run,
            List<MetricRow> metrics,
            List<ComparisonRow> comparison,
            List<ComparisonRow> pairs,
            List<TimelineRow> timeline,
            List<EventRow> events,
            List<QuantileRow> quantiles,
            List<ExposureRow> exposure,
            List<ExposureTimelineRow> exposureTimeline,
            List<FineRow> fines,
            List<FineQuantileRow> fineQuantiles) {
        this.run = MeasuredRoutes.of(run, metrics);
        this.metrics = List.copyOf(metrics);
        this.comparison = List.copyOf(comparison);
        this.pairs = List.copyOf(pairs);
        this.timeline = List.copyOf(timeline);
        this.events = List.copyOf(events);
        this.quantiles = List.copyOf(quantiles);
        this.exposure = List.copyOf(exposure);
        this.exposureTimeline = List.copyOf(exposureTimeline);
        this.fines = List.copyOf(fines);
        this.fineQuantiles = List.copyOf(fineQuantiles);
        index();
    }

    private void index() {
        for (MetricRow row : metrics) {
            if (row.period().isEmpty() && row.service().isEmpty()) {
                Key key = new Key(row.architecture(), row.metric(), row.country(), row.site());
                figures.putIfAbsent(key, row.value());
                notes.putIfAbsent(key, row.note());
            }
        }
        for (ComparisonRow row : comparison) {
            if (row.service().isEmpty()) {
                differences.putIfAbsent(new Key(row.architecture(), row.metric(), row.country(), ""), row);
            }
        }
        for (TimelineRow row : timeline) {
            series.computeIfAbsent(
                            new Key(row.architecture(), row.metric(), row.country(), row.site()),
                            key -> new ArrayList<>())
                    .add(row);
        }
        series.values().forEach(rows -> rows.sort(Comparator.comparing(TimelineRow::time)));
    }

    /**
     * Reads {@code folder}.
     *
     * @throws UnreadableResultsException if there is no {@code run.json}, or one that is no JSON
     * @throws IOException if a file cannot be read
     */
    public static ResultsFolder read(Path folder) throws IOException {
        return new ResultsFolder(
                RunFile.read(folder.resolve("run.json")),
                Table.read(folder.resolve("metrics.csv"), MetricRow::read),
                Table.read(folder.resolve("comparison.csv"), ComparisonRow::read),
                Table.read(folder.resolve("pairs.csv"), ComparisonRow::readPair),
                Table.read(folder.resolve("timeline.csv"), TimelineRow::read),
                Table.read(folder.resolve("events.csv"), EventRow::read),
                Table.read(folder.resolve("latency.csv"), QuantileRow::read),
                Table.read(folder.resolve("exposure.csv"), ExposureRow::read),
                Table.read(folder.resolve("exposure-timeline.csv"), ExposureTimelineRow::read),
                Table.read(folder.resolve("fines.csv"), FineRow::read),
                Table.read(folder.resolve("fines-distribution.csv"), FineQuantileRow::read));
    }

    /** Returns the architectures in the scenario's order. */
    public List<String> architectures() {
        Set<String> names = new LinkedHashSet<>(run.architectures());
        metrics.forEach(row -> names.add(row.architecture()));
        names.remove("");
        return List.copyOf(names);
    }

    /** Returns the architecture that the others are compared with. */
    public String baseline() {
        List<String> all = architectures();
        String stated = run.scenario().baseline();
        return all.contains(stated) || all.isEmpty() ? stated : all.get(0);
    }

    /** Returns the populations that have figures, those with most requests first. */
    public List<String> countries() {
        Map<String, Double> demand = new LinkedHashMap<>();
        for (MetricRow row : metrics) {
            if (!row.country().isEmpty() && row.period().isEmpty() && row.site().isEmpty()) {
                boolean counts =
                        row.metric().equals("requests") && row.service().isEmpty();
                demand.merge(row.country(), counts ? orZero(row.value().mean()) : 0, Math::max);
            }
        }
        return demand.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static double orZero(double value) {
        return Double.isFinite(value) ? value : 0;
    }

    /** Returns the sites in the scenario's order. */
    public List<String> sites() {
        Set<String> names = new LinkedHashSet<>();
        run.sites().forEach(site -> names.add(site.name()));
        metrics.forEach(row -> names.add(row.site()));
        names.remove("");
        return List.copyOf(names);
    }

    /** Returns the figure over all of the period, sites and services; {@link Estimate#NONE} if there is none. */
    public Estimate figure(String architecture, String metric, String country) {
        return figures.getOrDefault(new Key(architecture, metric, country, ""), Estimate.NONE);
    }

    /** Returns whether a figure rests on so few events that nothing can be claimed from it. */
    public boolean restsOnLittle(String architecture, String metric, String country) {
        return !notes.getOrDefault(new Key(architecture, metric, country, ""), "")
                .isEmpty();
    }

    /** Returns the figure of a site; {@link Estimate#NONE} if there is none. */
    public Estimate siteFigure(String architecture, String metric, String site) {
        return figures.getOrDefault(new Key(architecture, metric, "", site), Estimate.NONE);
    }

    /** Returns the unit of a metric, empty if the folder does not have it. */
    public String unit(String metric) {
        Stream<String> units = Stream.concat(
                metrics.stream().filter(row -> row.metric().equals(metric)).map(MetricRow::unit),
                timeline.stream().filter(row -> row.metric().equals(metric)).map(TimelineRow::unit));
        return units.findFirst().orElse("");
    }

    /** Returns the comparison of all services with the baseline. */
    public Optional<ComparisonRow> difference(String architecture, String metric, String country) {
        return Optional.ofNullable(differences.get(new Key(architecture, metric, country, "")));
    }

    /** Returns the timeline of one slice in order of time. */
    public List<TimelineRow> series(String architecture, String metric, String country, String site) {
        return List.copyOf(series.getOrDefault(new Key(architecture, metric, country, site), List.of()));
    }

    public Run run() {
        return run;
    }

    public List<MetricRow> metrics() {
        return metrics;
    }

    public List<ComparisonRow> comparison() {
        return comparison;
    }

    /** Returns the last architecture against the other alternatives; none in an older folder. */
    public List<ComparisonRow> pairs() {
        return pairs;
    }

    public List<TimelineRow> timeline() {
        return timeline;
    }

    public List<EventRow> events() {
        return events;
    }

    public List<QuantileRow> quantiles() {
        return quantiles;
    }

    public List<ExposureRow> exposure() {
        return exposure;
    }

    /** Returns records by law and by state over time, in the order of the file. */
    public List<ExposureTimelineRow> exposureTimeline() {
        return exposureTimeline;
    }

    /** Returns figures of the replays of enforcement, in the order of the file. */
    public List<FineRow> fines() {
        return fines;
    }

    /** Returns the distribution of the fines of each architecture, in rising order. */
    public List<FineQuantileRow> fineQuantiles() {
        return fineQuantiles;
    }

    /** Returns whether a figure of laws rests on files that nobody has checked against their sources. */
    public boolean unreviewed() {
        return exposure.stream().anyMatch(row -> row.review().equals("unreviewed"));
    }

    /** Returns what people call a population. */
    public String label(String country) {
        return run.populations().stream()
                .filter(population -> population.name().equals(country))
                .map(Run.Population::label)
                .findFirst()
                .orElseGet(() -> country.isEmpty() ? "All" : Countries.label(country));
    }
}
