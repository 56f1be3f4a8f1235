package dev.multisite.simulation;

import java.util.List;
import java.util.stream.IntStream;

import dev.multisite.calendar.StepFunction;

/**
 * How long at least so many of an architecture's sites work at once: the availability of a k-out-of-n system. A site works
 * while one of its hosts does; before its opening it does not.
 *
 * @param availability share of the period
 * @param losses how often the number fell below the quorum
 */
record Quorum(double availability, int losses) {

    static Quorum of(Replication replication) {
        List<String> wanted = List.copyOf(replication.model().spec().sites());
        List<StepFunction> hosts = IntStream.range(
                        0, replication.model().sites().size())
                .filter(site ->
                        wanted.contains(replication.model().sites().get(site).name()))
                .mapToObj(site -> replication.calendar().sites().get(site).hostsWorking())
                .toList();
        return of(
                hosts, replication.model().spec().quorum(), replication.model().endSeconds());
    }

    /** @param hosts working hosts of each site over time */
    static Quorum of(List<StepFunction> hosts, int quorum, double endSeconds) {
        double[] instants = hosts.stream()
                .flatMapToDouble(steps -> IntStream.range(0, steps.steps()).mapToDouble(steps::fromSeconds))
                .filter(instant -> instant < endSeconds)
                .sorted()
                .distinct()
                .toArray();
        int[] step = new int[hosts.size()];
        double up = 0;
        int losses = 0;
        boolean before = false;
        for (int i = 0; i < instants.length; i++) {
            boolean now = working(hosts, step, instants[i]) >= quorum;
            up += now ? (i + 1 < instants.length ? instants[i + 1] : endSeconds) - instants[i] : 0;
            losses += before && !now ? 1 : 0;
            before = now;
        }
        return new Quorum(up / endSeconds, losses);
    }

    /** @param step the step that each site is in, moved on to that of {@code time} */
    private static int working(List<StepFunction> hosts, int[] step, double time) {
        int working = 0;
        for (int site = 0; site < step.length; site++) {
            StepFunction steps = hosts.get(site);
            while (step[site] + 1 < steps.steps() && steps.fromSeconds(step[site] + 1) <= time) {
                step[site]++;
            }
            working += steps.value(step[site]) > 0 ? 1 : 0;
        }
        return working;
    }
}
