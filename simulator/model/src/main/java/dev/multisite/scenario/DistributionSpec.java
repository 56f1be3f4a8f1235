package dev.multisite.scenario;

import java.util.List;

/**
 * A probability distribution as the scenario states it, over seconds or plain numbers. Closed forms only; sampling is
 * the engine's business.
 */
public sealed interface DistributionSpec {

    /** Returns the mean; positive infinity where it does not exist. */
    double mean();

    /** Returns the squared coefficient of variation, variance / mean^2; positive infinity where it does not exist. */
    double squaredCv();

    /** Always {@code value}. */
    record Constant(double value) implements DistributionSpec {
        @Override
        public double mean() {
            return value;
        }

        @Override
        public double squaredCv() {
            return 0;
        }
    }

    /** Exponential with the given mean. */
    record Exponential(double mean) implements DistributionSpec {
        @Override
        public double squaredCv() {
            return 1;
        }
    }

    /** Lognormal: the logarithm is normal with mean {@code mu} and standard deviation {@code sigma}. */
    record Lognormal(double mu, double sigma) implements DistributionSpec {

        /** The standard normal 95 % quantile. */
        private static final double Z95 = 1.6448536269514722;

        public static Lognormal ofMeanAndCv(double mean, double cv) {
            double variance = StrictMath.log1p(cv * cv);
            return new Lognormal(StrictMath.log(mean) - variance / 2, StrictMath.sqrt(variance));
        }

        public static Lognormal ofMedianAndP95(double median, double p95) {
            return new Lognormal(StrictMath.log(median), StrictMath.log(p95 / median) / Z95);
        }

        public double median() {
            return StrictMath.exp(mu);
        }

        @Override
        public double mean() {
            return StrictMath.exp(mu + sigma * sigma / 2);
        }

        @Override
        public double squaredCv() {
            return StrictMath.expm1(sigma * sigma);
        }
    }

    /** Gamma; Erlang is its case of a whole-numbered {@code shape}. */
    record Gamma(double shape, double scale) implements DistributionSpec {
        @Override
        public double mean() {
            return shape * scale;
        }

        @Override
        public double squaredCv() {
            return 1 / shape;
        }
    }

    /** Weibull: P(X > x) = exp(-(x / scale)^shape). */
    record Weibull(double shape, double scale) implements DistributionSpec {
        @Override
        public double mean() {
            return scale * moment(1);
        }

        @Override
        public double squaredCv() {
            double first = moment(1);
            return moment(2) / (first * first) - 1;
        }

        private double moment(int order) {
            return GammaFunction.of(1 + order / shape);
        }
    }

    /** Uniform between {@code low} and {@code high}. */
    record Uniform(double low, double high) implements DistributionSpec {
        @Override
        public double mean() {
            return (low + high) / 2;
        }

        @Override
        public double squaredCv() {
            double width = high - low;
            return width * width / 12 / (mean() * mean());
        }
    }

    /** Pareto above {@code min}, truncated at {@code max} (infinity: not truncated). */
    record Pareto(double min, double shape, double max) implements DistributionSpec {
        @Override
        public double mean() {
            return moment(1);
        }

        @Override
        public double squaredCv() {
            double first = moment(1);
            return moment(2) / (first * first) - 1;
        }

        private double moment(int order) {
            if (max == Double.POSITIVE_INFINITY) {
                return shape <= order ? max : shape * StrictMath.pow(min, order) / (shape - order);
            }
            double kept = 1 - StrictMath.pow(min / max, shape);
            double integral = shape == order
                    ? shape * StrictMath.pow(min, shape) * StrictMath.log(max / min)
                    : shape
                            * StrictMath.pow(min, shape)
                            / (shape - order)
                            * (StrictMath.pow(min, order - shape) - StrictMath.pow(max, order - shape));
            return integral / kept;
        }
    }

    /** With probability {@code p} exponential of mean {@code mean1}, otherwise of mean {@code mean2}. */
    record Hyperexponential(double p, double mean1, double mean2) implements DistributionSpec {
        @Override
        public double mean() {
            return p * mean1 + (1 - p) * mean2;
        }

        @Override
        public double squaredCv() {
            double second = 2 * (p * mean1 * mean1 + (1 - p) * mean2 * mean2);
            return second / (mean() * mean()) - 1;
        }
    }

    /** Each of the values with equal probability. */
    record Empirical(List<Double> values) implements DistributionSpec {
        public Empirical {
            values = List.copyOf(values);
        }

        @Override
        public double mean() {
            return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
        }

        @Override
        public double squaredCv() {
            double mean = mean();
            double squares =
                    values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
            return squares / values.size() / (mean * mean);
        }
    }
}
