package dev.multisite.requests;

/**
 * A stretch of the period that is simulated request by request. The sites start empty at {@code warmUpFromSeconds};
 * requests that start in [{@code measureFromSeconds}, {@code measureUntilSeconds}) are measured; sources go on until the
 * last measured request has ended, or until the end of the period.
 *
 * @param warmUpFromSeconds where the simulation starts
 * @param measureFromSeconds where measuring starts
 * @param measureUntilSeconds where measuring ends
 * @param mode how requests are represented
 * @param scale in {@link Mode#INDEPENDENT} and {@link Mode#SCALED} only every {@code scale}-th request is simulated, so
 *     tallies must be multiplied by it; 1 in {@link Mode#EXACT}
 */
public record Window(
        double warmUpFromSeconds, double measureFromSeconds, double measureUntilSeconds, Mode mode, double scale) {

    /** How requests are represented. */
    public enum Mode {
        /** Every request, every core. */
        EXACT,
        /**
         * As if no core were ever busy: for sites so large that the probability of waiting is negligible. Arrival rates
         * are divided by the scale; a request meets no other request.
         */
        INDEPENDENT,
        /** Arrival rates, cores and queue limits divided by the scale: for overload, where the fluid limit rules. */
        SCALED
    }

    /** @throws IllegalArgumentException if the instants are out of order or the scale does not fit the mode */
    public Window {
        boolean ordered = warmUpFromSeconds >= 0
                && warmUpFromSeconds <= measureFromSeconds
                && measureFromSeconds <= measureUntilSeconds;
        if (!ordered || !(scale >= 1) || (mode == Mode.EXACT && scale != 1)) {
            throw new IllegalArgumentException("window [" + warmUpFromSeconds + ", " + measureFromSeconds + ", "
                    + measureUntilSeconds + ") with scale " + scale + " in mode " + mode);
        }
    }

    /** Returns the window in which all requests of [{@code from}, {@code until}) are simulated and measured. */
    public static Window whole(double fromSeconds, double untilSeconds) {
        return new Window(fromSeconds, fromSeconds, untilSeconds, Mode.EXACT, 1);
    }
}
