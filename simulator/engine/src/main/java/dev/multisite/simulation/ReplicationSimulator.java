package dev.multisite.simulation;

/** Simulates one replication of one architecture. Stateless: may be called from several threads at once. */
public interface ReplicationSimulator {

    /**
     * @param architecture name of an architecture of the scenario
     * @param replication number from 0
     * @param progress told now and then how far it is; may ask to stop by interrupting the thread
     * @throws InterruptedException if the thread was interrupted
     */
    ReplicationResult simulate(String architecture, int replication, Progress progress) throws InterruptedException;

    /** Told how far a replication is. */
    @FunctionalInterface
    interface Progress {

        Progress NONE = (done, requests) -> {};

        /**
         * @param share share of the replication that is done, 0 to 1
         * @param requests requests simulated since the last call
         */
        void advance(double share, long requests);
    }
}
