package dev.multisite.simulation;

/** Bounds and time constants of many-server queues, for deciding how to simulate them. */
final class Waiting {

    private Waiting() {}

    /**
     * Returns an upper bound of Erlang's C, the probability of waiting in M/M/c: C = B / (1 - rho (1 - B)) is at most
     * B / (1 - rho); B is at most twice the Poisson probability of c at mean a below c (its median is below c), and
     * Stirling's formula bounds that from above.
     *
     * @param cores c
     * @param offeredCores a
     * @return 1 where a is not below c
     */
    static double probabilityBound(double cores, double offeredCores) {
        if (offeredCores <= 0) {
            return 0;
        }
        if (offeredCores >= cores) {
            return 1;
        }
        double exponent = cores - offeredCores + cores * StrictMath.log(offeredCores / cores);
        double poisson = StrictMath.exp(exponent) / Math.sqrt(2 * Math.PI * cores);
        return Math.min(1, 2 * poisson / (1 - offeredCores / cores));
    }

    /**
     * Returns the time constant with which a queue forgets its start, seconds: ((1 + cv^2) / 2) s / (c (1 - sqrt(rho))^2)
     * without limit; a queue limited to K places forgets in at most 2 K^2 / (pi^2 lambda (1 + cv^2)) at saturation
     * (reflected Brownian motion between two walls), and faster away from it.
     */
    static double relaxationSeconds(double cores, double rate, double meanService, double squaredCv, double limit) {
        double rho = rate * meanService / cores;
        if (!(rho > 0)) {
            return 0;
        }
        double gap = 1 - Math.sqrt(Math.min(1, rho));
        double open = (1 + squaredCv) / 2 * meanService / (cores * gap * gap);
        return Math.min(rho < 1 ? open : Double.POSITIVE_INFINITY, limitedSeconds(cores, rate, squaredCv, limit));
    }

    /** Returns the longest time constant, at any load, of a queue limited to {@code limit} places, seconds. */
    static double limitedSeconds(double cores, double rate, double squaredCv, double limit) {
        double places = limit + cores;
        return 2 * places * places / (Math.PI * Math.PI * rate * (1 + squaredCv));
    }
}
