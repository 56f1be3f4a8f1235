package dev.multisite.experiment;

import java.util.List;
import java.util.Optional;

import dev.multisite.scenario.Scenario;
import dev.multisite.simulation.Slice;

/**
 * What an experiment found, in the order of the results files.
 *
 * @param scenario what was simulated
 * @param confidence level of every interval
 * @param replications replications of each architecture
 * @param relativeHalfWidth largest relative half-width of the figure that {@code precision} watches; NaN if the number of
 *     replications was fixed
 * @param requestsSimulated requests simulated one by one in all replications of all architectures
 */
public record ExperimentResult(
        Scenario scenario,
        double confidence,
        int replications,
        double relativeHalfWidth,
        long requestsSimulated,
        List<MetricRow> metrics,
        List<ComparisonRow> comparison,
        List<TimelineRow> timeline,
        List<ExposureRow> exposure,
        List<ExposureTimelineRow> exposureTimeline,
        List<FineRow> fines,
        List<EventRow> events,
        List<ReplicationRow> replicationRows,
        List<LatencyRow> latencies,
        List<ObjectiveRow> objectives,
        List<CheckRow> checks) {
    public ExperimentResult {
        metrics = List.copyOf(metrics);
        comparison = List.copyOf(comparison);
        timeline = List.copyOf(timeline);
        exposure = List.copyOf(exposure);
        exposureTimeline = List.copyOf(exposureTimeline);
        fines = List.copyOf(fines);
        events = List.copyOf(events);
        replicationRows = List.copyOf(replicationRows);
        latencies = List.copyOf(latencies);
        objectives = List.copyOf(objectives);
        checks = List.copyOf(checks);
    }

    /** Returns a figure of an architecture. */
    public Optional<MetricRow> metric(String architecture, Slice slice, String metric) {
        return metrics.stream()
                .filter(row -> row.architecture().equals(architecture)
                        && row.metric().equals(metric)
                        && row.slice().equals(slice))
                .findFirst();
    }

    /** Returns the difference of an architecture to the baseline over all services. */
    public Optional<ComparisonRow> comparison(String architecture, String country, String metric) {
        return comparison.stream()
                .filter(row -> row.architecture().equals(architecture)
                        && row.metric().equals(metric)
                        && row.country().equals(country)
                        && row.service().isEmpty())
                .findFirst();
    }
}
