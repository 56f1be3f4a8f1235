package dev.multisite.simulation;

import java.util.ArrayList;
import java.util.List;

import dev.multisite.simulation.ReplicationResult.Check;

/**
 * Closed forms computed beside the simulation. Tolerances are five standard errors of the simulated figure, so that a
 * sound run is flagged less than once in a million checks, and a slack for what the closed form leaves out.
 */
final class Checks {

    private static final double SLACK = 1e-3;
    private static final double SAMPLED_SLACK = 0.01;
    private static final double FIBRE_SLACK = 2e-3;

    private final Replication replication;
    private final Measurement measurement;
    private final TotalsCube cube;
    private final DemandAccount account;
    private final List<Check> checks = new ArrayList<>();

    Checks(Replication replication, Measurement measurement, TotalsCube cube, DemandAccount account) {
        this.replication = replication;
        this.measurement = measurement;
        this.cube = cube;
        this.account = account;
    }

    List<Check> all() {
        Totals totals = cube.of(TotalsCube.ALL, TotalsCube.ALL, TotalsCube.ALL);
        if (totals.started() > 0) {
            addDemand(totals);
            addConservation(totals);
            addFailureBound(totals);
            addFibreFloor(totals);
            checks.addAll(new LoadChecks(replication, measurement, account, totals).all());
            checks.addAll(new NetworkChecks(replication, measurement, cube).all());
        }
        checks.addAll(DowntimeChecks.of(replication));
        return checks;
    }

    private void addDemand(Totals totals) {
        double expected = expectedFrom(measurement.measureFromSeconds());
        checks.add(random("requests started", expected, totals.started(), "1"));
    }

    private Check random(String name, double expected, double simulated, String unit) {
        double events = Math.max(1, measurement.simulatedRequests());
        double slack = (measurement.sampled() ? SAMPLED_SLACK : SLACK) * expected;
        return new Check(name, expected, simulated, expected / Math.sqrt(events), slack, events, Check.NORMAL, unit);
    }

    private static Check exact(String name, double expected, double simulated, double slack, String unit) {
        return new Check(name, expected, simulated, 0, slack * expected, Double.POSITIVE_INFINITY, 0, unit);
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
        checks.add(exact("requests accounted for", totals.started(), accounted, 1e-9, "1"));
    }

    /** Without retries, requests whose site is down cannot be served. */
    private void addFailureBound(Totals totals) {
        boolean retries = replication.model().services().stream().anyMatch(service -> service.maxRetries() > 0);
        if (!retries && totals.unreached() > 0 && measurement.measureFromSeconds() == 0) {
            double expected = totals.expected() - totals.unreached();
            double bound = Math.max(expected, totals.served());
            checks.add(random("requests served, at most those whose site works", expected, bound, "1"));
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
            checks.add(exact("smallest latency is above light in fibre", fastest, fastestSeconds(), FIBRE_SLACK, "s"));
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
