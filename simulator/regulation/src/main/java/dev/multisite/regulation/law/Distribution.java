package dev.multisite.regulation.law;

/** A distribution of a rate, a time or a share, as catalogue files state it. */
public sealed interface Distribution {

    /** Always the same value. */
    record Fixed(double value) implements Distribution {}

    /** PERT with the usual weight 4 on the mode. */
    record Pert(double low, double mode, double high) implements Distribution {
        public Pert {
            if (!(low <= mode && mode <= high)) {
                throw new IllegalArgumentException(
                        "a PERT distribution needs low <= mode <= high, but has " + low + ", " + mode + ", " + high);
            }
        }
    }

    /** Lognormal; {@code sigma} is the standard deviation of the logarithm. */
    record LogNormal(double median, double sigma) implements Distribution {}

    /** Beta on [0, 1]. */
    record Beta(double alpha, double beta) implements Distribution {}

    /** 1 with probability {@code p}, else 0. */
    record Bernoulli(double p) implements Distribution {}
}
