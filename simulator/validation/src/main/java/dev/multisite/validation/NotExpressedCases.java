package dev.multisite.validation;

import java.util.List;

import dev.multisite.validation.ValidationPage.NotExpressed;

/** Well-known cases that the scenario format cannot say, each with the reason. */
final class NotExpressedCases {

    static final List<NotExpressed> ALL = List.of(
            new NotExpressed(
                    "Priorities (M/M/1 with two classes)",
                    "A site serves first come, first served. Priorities would end the guarantee that a departure is known when"
                            + " an attempt arrives, on which the speed rests."),
            new NotExpressed(
                    "Processor sharing", "Same reason: the completion of a job would depend on later arrivals."),
            new NotExpressed(
                    "Finite sources (Engset, machine repair)",
                    "Devices are counted in millions; a device that waits does not lower the arrival rate noticeably."),
            new NotExpressed(
                    "Batch arrivals, G/M/1 and round robin",
                    "Arrivals are Poisson with a varying rate. Synchronised devices are a demand surge."),
            new NotExpressed(
                    "Join the shortest queue, power of two choices",
                    "Devices far away do not see a site's queue; routing is by name service and health checks."),
            new NotExpressed(
                    "First m requests of an empty M/M/1",
                    "Figures belong to periods of time, not to numbers of requests; transients are covered by the time-varying"
                            + " cases."),
            new NotExpressed(
                    "Breakdowns with resumption, one repair crew for several sites",
                    "Work on a failed host or site is lost and every site has its own crew, as in a data center."),
            new NotExpressed(
                    "Tandem and feedback networks of queues",
                    "A request is served at one site; the trip to the site that holds its data is a delay, not a queue."),
            new NotExpressed(
                    "Bridge networks, blocks in series and parallel, rebuilding replicas",
                    "A request needs one site that works, and an architecture k of its sites; structures within a site are its"
                            + " own failures."),
            new NotExpressed(
                    "Fan-out, quorum writes, hedged requests, TLS 1.2, shared links",
                    "A request is one exchange with one site over TLS 1.3; links are not shared between flows."),
            new NotExpressed(
                    "Health checks with a name-service lifetime spread over devices",
                    "Failover detection is one time for all devices, not a distribution over them."),
            new NotExpressed(
                    "M/G/1 with Pareto service of index 2.5",
                    "The wait has a mean but no variance, so no interval of it is honest."),
            new NotExpressed(
                    "Evenly spaced or simultaneous requests, backlog of requests that wait out an outage",
                    "Arrivals are Poisson, and a site that is down holds no queue: its requests fail and are retried."),
            new NotExpressed(
                    "Distribution of yearly downtime, monthly service credits",
                    "Results state the mean share of time; each replication's own share is in replications.csv."),
            new NotExpressed(
                    "Concurrent sessions of an infinite-server system",
                    "Figures are per request; the load of sites appears as utilisation."),
            new NotExpressed(
                    "Random-number generators, estimators, selection procedures, distances, SLA arithmetic",
                    "No simulations: where the program uses them, unit tests hold them against tabulated values."));

    private NotExpressedCases() {}
}
