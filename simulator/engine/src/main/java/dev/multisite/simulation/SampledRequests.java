package dev.multisite.simulation;

/** Simulates requests in chosen windows. */
final class SampledRequests {

    private SampledRequests() {}

    static Measurement measure(Replication replication, DemandAccount account, ReplicationSimulator.Progress progress)
            throws InterruptedException {
        return EveryRequest.measure(replication, progress);
    }
}
