package dev.multisite.statistics;

/**
 * Runs replications until the interval is short enough. The figure is looked at after batches whose sizes follow from the
 * figures seen so far alone, so that the number of replications does not depend on how many run at once.
 *
 * <p>Source: the two-stage and sequential procedures of Law, Simulation Modeling and Analysis, 9.4.1.
 */
public final class SequentialStopping {
    private final double relativeHalfWidth;
    private final int max;
    private int nextCheck;

    /**
     * @param relativeHalfWidth half-width relative to the estimate at which it stops, above 0
     * @param min fewest replications, at least 2
     * @param max most replications, at least {@code min}
     */
    public SequentialStopping(double relativeHalfWidth, int min, int max) {
        if (min < 2 || max < min || !(relativeHalfWidth > 0)) {
            throw new IllegalArgumentException("precision needs a half-width above 0 and 2 <= min <= max, but got "
                    + relativeHalfWidth + ", min " + min + ", max " + max);
        }
        this.relativeHalfWidth = relativeHalfWidth;
        this.max = max;
        this.nextCheck = min;
    }

    /** Returns the number of replications after which to look at the figure. */
    public int nextCheck() {
        return nextCheck;
    }

    /**
     * Tells the relative half-width after {@link #nextCheck} replications and returns whether to stop. If not, the next
     * check comes where the interval should be short enough, at most at twice as many replications.
     *
     * @param reached largest half-width relative to its estimate; NaN or infinite if it is not known yet
     */
    public boolean stopAt(double reached) {
        if (reached <= relativeHalfWidth || nextCheck >= max) {
            return true;
        }
        double factor = Double.isFinite(reached) ? (reached / relativeHalfWidth) * (reached / relativeHalfWidth) : 2;
        double wanted = Math.ceil(nextCheck * Math.min(2, factor));
        nextCheck = (int) Math.min(max, Math.max(nextCheck + 1.0, wanted));
        return false;
    }
}
