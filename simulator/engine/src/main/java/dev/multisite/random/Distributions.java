package dev.multisite.random;

import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;

import dev.multisite.scenario.DistributionSpec;

/** Exact samplers for every distribution of the scenario format, by inversion. */
public final class Distributions {

    private static final int BISECTIONS = 200;

    private Distributions() {}

    /** Returns the sampler of {@code spec}. */
    public static DistributionSampler sampler(DistributionSpec spec) {
        if (spec instanceof DistributionSpec.Constant constant) {
            return u -> constant.value();
        } else if (spec instanceof DistributionSpec.Exponential exponential) {
            return u -> -exponential.mean() * StrictMath.log1p(-u);
        } else if (spec instanceof DistributionSpec.Lognormal lognormal) {
            return lognormal(lognormal);
        } else if (spec instanceof DistributionSpec.Gamma gamma) {
            return gamma(gamma);
        } else if (spec instanceof DistributionSpec.Weibull weibull) {
            return u -> weibull.scale() * StrictMath.pow(-StrictMath.log1p(-u), 1 / weibull.shape());
        } else if (spec instanceof DistributionSpec.Uniform uniform) {
            return u -> uniform.low() + u * (uniform.high() - uniform.low());
        } else if (spec instanceof DistributionSpec.Pareto pareto) {
            return pareto(pareto);
        } else if (spec instanceof DistributionSpec.Hyperexponential hyper) {
            return u -> hyperexponential(hyper, u);
        } else if (spec instanceof DistributionSpec.Empirical empirical) {
            return empirical(empirical);
        }
        throw new IllegalArgumentException("no sampler for " + spec);
    }

    /** Returns the standard normal quantile of {@code u}, which lies in (0, 1). */
    static double normalQuantile(double u) {
        return StandardNormal.INSTANCE.inverseCumulativeProbability(u);
    }

    private static DistributionSampler lognormal(DistributionSpec.Lognormal spec) {
        return u -> StrictMath.exp(spec.mu() + spec.sigma() * normalQuantile(u));
    }

    private static DistributionSampler gamma(DistributionSpec.Gamma spec) {
        if (spec.shape() == 1) {
            return u -> -spec.scale() * StrictMath.log1p(-u);
        }
        GammaDistribution standard = new GammaDistribution(null, spec.shape(), 1, 1e-13);
        return u -> spec.scale() * standard.inverseCumulativeProbability(u);
    }

    private static DistributionSampler pareto(DistributionSpec.Pareto spec) {
        double cut = spec.max() == Double.POSITIVE_INFINITY ? 0 : StrictMath.pow(spec.min() / spec.max(), spec.shape());
        return u -> spec.min() * StrictMath.pow(1 - u * (1 - cut), -1 / spec.shape());
    }

    /** The tail p e^(-x/m1) + (1-p) e^(-x/m2) falls from 1 to 0; bisection finds where it is 1 - u. */
    private static double hyperexponential(DistributionSpec.Hyperexponential spec, double u) {
        double exponent = -StrictMath.log1p(-u);
        double low = exponent * Math.min(spec.mean1(), spec.mean2());
        double high = exponent * Math.max(spec.mean1(), spec.mean2());
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                break;
            }
            double tail = spec.p() * StrictMath.exp(-middle / spec.mean1())
                    + (1 - spec.p()) * StrictMath.exp(-middle / spec.mean2());
            if (tail > 1 - u) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static DistributionSampler empirical(DistributionSpec.Empirical spec) {
        double[] sorted =
                spec.values().stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return u -> sorted[(int) Math.min(sorted.length - 1, Math.floor(u * sorted.length))];
    }

    /** Holds the one instance, which is immutable; made when first used. */
    private static final class StandardNormal {
        static final NormalDistribution INSTANCE = new NormalDistribution(null, 0, 1);
    }
}
