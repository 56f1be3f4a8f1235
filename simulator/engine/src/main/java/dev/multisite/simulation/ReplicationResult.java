package dev.multisite.simulation;

import java.util.List;
import java.util.Map;

import dev.multisite.regulation.enforcement.LawExposure;
import dev.multisite.statistics.LatencyHistogram;

/**
 * What one replication of one architecture found.
 *
 * @param architecture name
 * @param replication number from 0
 * @param figures every figure but percentiles
 * @param latencies response times of served requests per slice, weighted by the requests they stand for; percentiles are
 *     taken from their sum over replications
 * @param waits waits for a core of the attempts that got one, for all sites and per site
 * @param timeline figures per bin
 * @param exposure record-years by law, place and verdict; empty where nothing is kept
 * @param exposureTimeline records by law and by state per bin
 * @param trajectories records against each law over time, for replays of enforcement; empty if there are none
 * @param events what happened, in order of time
 * @param checks closed forms computed beside the simulation
 * @param requestsSimulated requests that were really simulated one by one
 */
public record ReplicationResult(
        String architecture,
        int replication,
        List<Figure> figures,
        Map<Slice, LatencyHistogram> latencies,
        Map<Slice, LatencyHistogram> waits,
        List<TimelinePoint> timeline,
        List<ExposureFigure> exposure,
        List<ExposurePoint> exposureTimeline,
        List<LawExposure> trajectories,
        List<SimulationEvent> events,
        List<Check> checks,
        long requestsSimulated) {

    /**
     * A figure of one bin.
     *
     * @param binStartSeconds start of the bin, simulation time
     * @param country name of a population, empty: all
     * @param site name of a site, empty: all
     */
    public record TimelinePoint(double binStartSeconds, String country, String site, String metric, double value) {}

    /**
     * Something that happened.
     *
     * @param timeSeconds simulation time
     * @param kind e.g. {@code outage}, {@code repair}, {@code launch}, {@code phase}
     * @param subject name of the site, path, population …
     * @param detail free text in the field's words
     */
    public record SimulationEvent(double timeSeconds, String kind, String subject, String detail) {}

    /**
     * A closed form beside the simulated figure.
     *
     * @param name what is compared, e.g. {@code offered load of beijing}
     * @param expected closed form
     * @param simulated simulated figure
     * @param standardError of their difference, as far as it is random
     * @param slack difference allowed on top, because the closed form is an approximation
     * @param events independent events behind the simulated figure, as expected
     * @param falseAlarm probability that a sound run is flagged, 0 where nothing is random
     * @param unit unit of both
     */
    public record Check(
            String name,
            double expected,
            double simulated,
            double standardError,
            double slack,
            double events,
            double falseAlarm,
            String unit) {

        /** Two-sided probability that a normal figure is further off than {@link #tolerance}. */
        public static final double NORMAL = 5.7e-7;

        private static final double STANDARD_ERRORS = 5;

        /** Returns the difference that is allowed. */
        public double tolerance() {
            return STANDARD_ERRORS * standardError + slack;
        }

        /** Returns whether both agree. */
        public boolean holds() {
            return Math.abs(simulated - expected) <= tolerance();
        }
    }

    public ReplicationResult {
        figures = List.copyOf(figures);
        latencies = Map.copyOf(latencies);
        timeline = List.copyOf(timeline);
        exposure = List.copyOf(exposure);
        exposureTimeline = List.copyOf(exposureTimeline);
        trajectories = List.copyOf(trajectories);
        events = List.copyOf(events);
        checks = List.copyOf(checks);
    }

    /** A result of a scenario that keeps no records. */
    public ReplicationResult(
            String architecture,
            int replication,
            List<Figure> figures,
            Map<Slice, LatencyHistogram> latencies,
            Map<Slice, LatencyHistogram> waits,
            List<TimelinePoint> timeline,
            List<SimulationEvent> events,
            List<Check> checks,
            long requestsSimulated) {
        this(
                architecture,
                replication,
                figures,
                latencies,
                waits,
                timeline,
                List.of(),
                List.of(),
                List.of(),
                events,
                checks,
                requestsSimulated);
    }
}
