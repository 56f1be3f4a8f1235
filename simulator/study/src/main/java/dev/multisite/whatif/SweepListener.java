package dev.multisite.whatif;

/** Told how a sweep advances; called from several threads at once. */
public interface SweepListener {
    /** Listens to nothing. */
    SweepListener NONE = new SweepListener() {};

    /**
     * Tells that points begin to be simulated.
     *
     * @param points points of the design
     * @param done points that an earlier run has finished
     */
    default void begins(int points, int done) {}

    /**
     * Tells that part of a point is done.
     *
     * @param share part of the point, 0 to 1
     * @param requests requests simulated since the last call
     */
    default void advanced(double share, long requests) {}

    /** Tells that a point is done and safe on disk. */
    default void finished(PointResult result) {}
}
