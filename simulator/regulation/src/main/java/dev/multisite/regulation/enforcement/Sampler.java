package dev.multisite.regulation.enforcement;

import dev.multisite.regulation.law.Distribution;

/** Draws from the distributions of law files. */
final class Sampler {

    /** Below this amount, in US dollars (EUR 0.8 million), lies the body of European fines. */
    static final double BODY_END_USD = 0.8e6 / 0.89;

    private static final double BODY_SHARE = 0.95;
    private static final double BODY_MU = 8.90 - StrictMath.log(0.89);
    private static final double BODY_SIGMA = 1.89;
    private static final double TAIL_ALPHA = 0.53;

    private Sampler() {}

    static double draw(Distribution distribution, RandomSource random) {
        if (distribution instanceof Distribution.Fixed fixed) {
            return fixed.value();
        }
        if (distribution instanceof Distribution.Pert pert) {
            return pert(pert, random);
        }
        if (distribution instanceof Distribution.LogNormal lognormal) {
            return lognormal.median() * StrictMath.exp(lognormal.sigma() * random.normal());
        }
        if (distribution instanceof Distribution.Beta beta) {
            return random.beta(beta.alpha(), beta.beta());
        }
        return random.uniform() < ((Distribution.Bernoulli) distribution).p() ? 1 : 0;
    }

    private static double pert(Distribution.Pert pert, RandomSource random) {
        double width = pert.high() - pert.low();
        if (width == 0) {
            return pert.mode();
        }
        double alpha = 1 + 4 * (pert.mode() - pert.low()) / width;
        double beta = 1 + 4 * (pert.high() - pert.mode()) / width;
        return pert.low() + width * random.beta(alpha, beta);
    }

    /**
     * Draws a fine against a controller of unknown size: the body of 2,104 European fines of 2018 to 2024 is lognormal (mu
     * 8.90, sigma 1.89 of euros) up to EUR 0.8 million, the tail above it is Pareto with index 0.53, cut at the cap.
     */
    static double heavyTail(double capUsd, RandomSource random) {
        if (capUsd <= BODY_END_USD || random.uniform() < BODY_SHARE) {
            double amount;
            do {
                amount = StrictMath.exp(BODY_MU + BODY_SIGMA * random.normal());
            } while (amount > Math.min(BODY_END_USD, capUsd));
            return amount;
        }
        return truncatedPareto(BODY_END_USD, capUsd, TAIL_ALPHA, random.uniform());
    }

    /** Returns the quantile {@code u} of a Pareto distribution between {@code low} and {@code high}. */
    static double truncatedPareto(double low, double high, double alpha, double u) {
        double share = 1 - StrictMath.pow(low / high, alpha);
        return low * StrictMath.pow(1 - u * share, -1 / alpha);
    }
}
