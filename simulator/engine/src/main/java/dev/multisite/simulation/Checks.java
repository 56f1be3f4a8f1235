package dev.multisite.simulation;

import java.util.ArrayList;
import java.util.List;

import dev.multisite.simulation.ReplicationResult.Check;

/**
 * Closed forms computed beside the simulation. Tolerances are five standard errors of the simulated figure plus a
 * thousandth, so that a sound run is flagged less than once in a million checks.
 */
final class Checks {

    private static final double STANDARD_ERRORS = 5;
    private static final double SLACK = 1e-3;

    private final Replication replication;
    private final Measurement measurement;
    private final TotalsCube cube;
    private final List<Check> checks = new ArrayList<>();

    Checks(Replication replication, Measurement measurement, TotalsCube cube) {
        this.replication = replication;
        this.measurement = measurement;
        this.cube = cube;
    }

    List<Check> all() {
        Totals totals = cube.of(TotalsCube.ALL, TotalsCube.ALL, TotalsCube.ALL);
        if (totals.started() > 0) {
            addDemand(totals);
            addConservation(totals);
            addFailureBound(totals);
            addFibreFloor(totals);
        }
        return checks;
    }

    private void addDemand(Totals totals) {
        double expected = expectedFrom(measurement.measureFromSeconds());
        double simulated = Math.max(1, measurement.simulatedRequests());
        checks.add(new Check(
                "requests started", expected, totals.started(), SLACK + STANDARD_ERRORS / Math.sqrt(simulated), "1"));
    }

    private double expectedFrom(double fromSeconds) {
        return replication
                        .model()
                        .demand()
                        .expectedRequestsUntil(replication.model().endSeconds())
                - replication.model().demand().expectedRequestsUntil(fromSeconds);
    }

    private void addConservation(Totals totals) {
        double accounted =
                totals.served() + totals.failed() + measurement.tally().unfinished();
        checks.add(new Check("requests accounted for", totals.started(), accounted, 1e-9, "1"));
    }

    /** Without retries, requests whose site is down cannot be served. */
    private void addFailureBound(Totals totals) {
        boolean retries = replication.model().services().stream().anyMatch(service -> service.maxRetries() > 0);
        if (!retries && totals.unreached() > 0 && measurement.measureFromSeconds() == 0) {
            double expected = totals.expected() - totals.unreached();
            double bound = Math.max(expected, totals.served());
            double simulated = Math.max(1, measurement.simulatedRequests());
            checks.add(new Check(
                    "requests served, at most those whose site works",
                    expected,
                    bound,
                    SLACK + STANDARD_ERRORS / Math.sqrt(simulated),
                    "1"));
        }
    }

    /** Nothing is faster than the fixed part of the shortest path and back. */
    private void addFibreFloor(Totals totals) {
        double floor = Double.POSITIVE_INFINITY;
        for (int endpoint = 0; endpoint < replication.model().paths().endpoints(); endpoint++) {
            for (int site = 0; site < replication.model().sites().size(); site++) {
                floor = Math.min(floor, 2 * replication.model().paths().floorLegSeconds(endpoint, site));
            }
        }
        if (floor > 0 && totals.served() > 0) {
            double fastest = Math.max(floor, fastestSeconds());
            checks.add(new Check("smallest latency is above light in fibre", fastest, fastestSeconds(), 2e-3, "s"));
        }
    }

    private double fastestSeconds() {
        double fastest = Double.POSITIVE_INFINITY;
        for (int phase = 0; phase < measurement.tally().slots().phases(); phase++) {
            for (int group = 0; group < measurement.tally().groups(); group++) {
                double smallest = measurement.tally().latencies(phase, group).quantileSeconds(0);
                fastest = smallest < fastest ? smallest : fastest;
            }
        }
        return fastest;
    }
}
