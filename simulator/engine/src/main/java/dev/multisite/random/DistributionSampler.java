package dev.multisite.random;

/** Draws from one distribution by inversion, so one uniform number gives one draw. Immutable. */
public interface DistributionSampler {

    /**
     * Returns the value that a share {@code u} of the distribution does not exceed.
     *
     * @param u in (0, 1)
     */
    double quantile(double u);

    /** Returns a draw; uses exactly one number of {@code source}. */
    default double sample(UniformSource source) {
        return quantile(source.next());
    }
}
