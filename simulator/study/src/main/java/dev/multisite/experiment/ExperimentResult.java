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
 * @param comparison each architecture against the baseline
 * @param pairs the last architecture against each of the others but the baseline
 * @param assumptions what the headline owes to what was taken for granted
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
        List<ComparisonRow> pairs,
        List<TimelineRow> timeline,
        List<ExposureRow> exposure,
        List<ExposureTimelineRow> exposureTimeline,
        List<FineRow> fines,
        List<FineQuantileRow> fineQuantiles,
        List<EventRow> events,
        List<ReplicationRow> replicationRows,
        List<LatencyRow> latencies,
        List<ObjectiveRow> objectives,
        List<CheckRow> checks,
        AssumptionStudy assumptions) {
    public ExperimentResult {
        metrics = List.copyOf(metrics);
        comparison = List.copyOf(comparison);
        pairs = List.copyOf(pairs);
        timeline = List.copyOf(timeline);
        exposure = List.copyOf(exposure);
        exposureTimeline = List.copyOf(exposureTimeline);
        fines = List.copyOf(fines);
        fineQuantiles = List.copyOf(fineQuantiles);
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

    /** Returns the difference of the last architecture to another one that is not the baseline, over all services. */
    public Optional<ComparisonRow> pair(String other, String country, String metric) {
        return pairs.stream()
                .filter(row -> row.baseline().equals(other)
                        && row.metric().equals(metric)
                        && row.country().equals(country)
                        && row.service().isEmpty())
                .findFirst();
    }

    /** Returns the same with an answer to what the headline hangs on. */
    public ExperimentResult with(AssumptionStudy study) {
        return new ExperimentResult(
                scenario,
                confidence,
                replications,
                relativeHalfWidth,
                requestsSimulated,
                metrics,
                comparison,
                pairs,
                timeline,
                exposure,
                exposureTimeline,
                fines,
                fineQuantiles,
                events,
                replicationRows,
                latencies,
                objectives,
                checks,
                study);
    }
}
