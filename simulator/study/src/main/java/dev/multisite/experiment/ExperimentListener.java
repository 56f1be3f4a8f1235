package dev.multisite.experiment;

/** Told how an experiment advances; called from several threads at once. */
public interface ExperimentListener {
    /** Listens to nothing. */
    ExperimentListener NONE = new ExperimentListener() {};

    /**
     * Tells how many replications are planned now, over all architectures; grows while a precision is not reached.
     */
    default void planned(int replications) {}

    /**
     * Tells that work was done.
     *
     * @param replications fraction of one replication done since the last call
     * @param requests requests simulated since the last call
     */
    default void advanced(double replications, long requests) {}
}
