package dev.multisite.statistics;

import org.apache.commons.math3.distribution.GammaDistribution;

/**
 * Intervals where few independent events are behind a figure: a t interval of a handful of outages covers far less than
 * it says (54 % instead of 95 % at one outage in five years), so below {@link #FEW_EVENTS} an exact bound takes its place.
 */
public final class RareEvents {
    /** Events below which a t interval is not trusted. */
    public static final int FEW_EVENTS = 20;

    private RareEvents() {}

    /**
     * Returns the rate of a Poisson process of which {@code events} were seen in {@code exposure}, with Garwood's exact
     * interval (Biometrika 28, 1936). No event: from 0 to the one-sided bound {@code -ln(1 - confidence) / exposure},
     * about 3 / exposure at 95 %.
     *
     * @param events at least 0
     * @param exposure time or number of chances, above 0
     */
    public static Estimate poissonRate(double events, double exposure, double confidence) {
        if (events <= 0) {
            return new Estimate(0, 0, -StrictMath.log(1 - confidence) / exposure, 0);
        }
        double tail = (1 - confidence) / 2;
        double low = gammaQuantile(events, tail);
        double high = gammaQuantile(events + 1, 1 - tail);
        return new Estimate(events / exposure, low / exposure, high / exposure, (int) events);
    }

    /**
     * Returns the interval of a mean to which few events contributed: the exact interval of the number of events, each
     * with its mean size, joined with the t interval, which adds what the sizes vary by. At least 0.
     *
     * @param mean mean and t interval over the replications
     * @param events events in all replications together, above 0
     */
    public static Estimate meanOfFewEvents(Estimate mean, double events, double confidence) {
        Estimate exact = poissonRate(events, events, confidence).times(mean.value());
        double low = mean.hasInterval() ? Math.min(mean.low(), exact.low()) : exact.low();
        double high = mean.hasInterval() ? Math.max(mean.high(), exact.high()) : exact.high();
        return new Estimate(mean.value(), Math.max(0, low), high, mean.observations());
    }

    private static double gammaQuantile(double shape, double p) {
        return new GammaDistribution(null, shape, 1, 1e-12).inverseCumulativeProbability(p);
    }
}
