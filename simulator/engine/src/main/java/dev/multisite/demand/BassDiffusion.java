package dev.multisite.demand;

/**
 * The share of a market that has adopted, by the closed form of Bass (Management Science 15, 1969) from any initial
 * share: F' = (p + q F)(1 - F).
 *
 * @param pPerSecond innovation
 * @param qPerSecond imitation
 * @param shareAtStart share at time 0, 0 to 1
 */
record BassDiffusion(double pPerSecond, double qPerSecond, double shareAtStart) {

    /** Returns the share after {@code seconds}. */
    double share(double seconds) {
        double left = 1 - shareAtStart;
        double pull = pPerSecond + qPerSecond * shareAtStart;
        if (pull == 0) {
            return shareAtStart;
        }
        double decay = StrictMath.exp(-(pPerSecond + qPerSecond) * seconds);
        return (pull - pPerSecond * left * decay) / (pull + qPerSecond * left * decay);
    }

    /** Returns the integral of the share over the first {@code seconds}. */
    double shareSeconds(double seconds) {
        double left = 1 - shareAtStart;
        double pull = pPerSecond + qPerSecond * shareAtStart;
        if (pull == 0) {
            return shareAtStart * seconds;
        }
        double rate = pPerSecond + qPerSecond;
        double decay = StrictMath.exp(-rate * seconds);
        double missing = qPerSecond == 0
                ? left * (1 - decay) / pPerSecond
                : StrictMath.log(rate / (pull + qPerSecond * left * decay)) / qPerSecond;
        return seconds - missing;
    }

    /** Returns the slope of the share at {@code share}, per second. */
    static double slope(double pPerSecond, double qPerSecond, double share) {
        return (pPerSecond + qPerSecond * share) * (1 - share);
    }
}
