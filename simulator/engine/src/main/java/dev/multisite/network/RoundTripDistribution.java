package dev.multisite.network;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

import org.apache.commons.math3.distribution.GammaDistribution;

import dev.multisite.scenario.DistributionSpec;

/** Quantiles of a round trip that the user stated as a distribution. */
final class RoundTripDistribution {

    private static final double Z95 = 1.6448536269514722;

    private RoundTripDistribution() {}

    /** Returns the median, in the unit of the distribution. */
    static double median(DistributionSpec spec) {
        return quantile(spec, 0.5);
    }

    /** Returns the 95 % quantile, in the unit of the distribution. */
    static double p95(DistributionSpec spec) {
        return quantile(spec, 0.95);
    }

    private static double quantile(DistributionSpec spec, double p) {
        if (spec instanceof DistributionSpec.Constant constant) {
            return constant.value();
        }
        if (spec instanceof DistributionSpec.Lognormal lognormal) {
            return StrictMath.exp(lognormal.mu() + (p == 0.5 ? 0 : Z95) * lognormal.sigma());
        }
        if (spec instanceof DistributionSpec.Exponential exponential) {
            return -exponential.mean() * StrictMath.log(1 - p);
        }
        if (spec instanceof DistributionSpec.Weibull weibull) {
            return weibull.scale() * StrictMath.pow(-StrictMath.log(1 - p), 1 / weibull.shape());
        }
        if (spec instanceof DistributionSpec.Uniform uniform) {
            return uniform.low() + p * (uniform.high() - uniform.low());
        }
        if (spec instanceof DistributionSpec.Pareto pareto) {
            return pareto(pareto, p);
        }
        return numericQuantile(spec, p);
    }

    private static double numericQuantile(DistributionSpec spec, double p) {
        if (spec instanceof DistributionSpec.Gamma gamma) {
            return new GammaDistribution(null, gamma.shape(), gamma.scale()).inverseCumulativeProbability(p);
        }
        if (spec instanceof DistributionSpec.Hyperexponential mixture) {
            return hyperexponential(mixture, p);
        }
        if (spec instanceof DistributionSpec.Empirical empirical) {
            List<Double> sorted = empirical.values().stream().sorted().toList();
            return sorted.get((int) Math.ceil(p * sorted.size()) - 1);
        }
        throw new IllegalArgumentException(
                "no quantiles are known for " + spec.getClass().getSimpleName());
    }

    private static double pareto(DistributionSpec.Pareto pareto, double p) {
        double kept = pareto.max() == Double.POSITIVE_INFINITY
                ? 1
                : 1 - StrictMath.pow(pareto.min() / pareto.max(), pareto.shape());
        return pareto.min() * StrictMath.pow(1 - p * kept, -1 / pareto.shape());
    }

    private static double hyperexponential(DistributionSpec.Hyperexponential mixture, double p) {
        DoubleUnaryOperator tail = x -> mixture.p() * StrictMath.exp(-x / mixture.mean1())
                + (1 - mixture.p()) * StrictMath.exp(-x / mixture.mean2());
        double low = 0;
        double high = Math.max(mixture.mean1(), mixture.mean2()) * 4;
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (tail.applyAsDouble(middle) > 1 - p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
