package dev.multisite.scenario.whatif;

/** How the values of an axis are spread. */
public sealed interface Distribution {

    /**
     * Returns the value below which the share {@code u} lies.
     *
     * @param u between 0 and 1
     */
    double quantile(double u);

    /** Every value between {@code low} and {@code high} alike. */
    record Uniform(double low, double high) implements Distribution {
        @Override
        public double quantile(double u) {
            return low + u * (high - low);
        }
    }

    /** Every factor alike: the logarithm is uniform. Bounds above 0. */
    record LogUniform(double low, double high) implements Distribution {
        @Override
        public double quantile(double u) {
            return low * StrictMath.pow(high / low, u);
        }
    }

    /** Triangular: most likely near {@code mode}, impossible beyond {@code low} and {@code high}. */
    record Triangular(double low, double mode, double high) implements Distribution {
        @Override
        public double quantile(double u) {
            double width = high - low;
            double below = (mode - low) / width;
            return u < below
                    ? low + Math.sqrt(u * width * (mode - low))
                    : high - Math.sqrt((1 - u) * width * (high - mode));
        }
    }

    /** Every whole number from {@code low} to {@code high}, both included, alike. */
    record Whole(double low, double high) implements Distribution {
        @Override
        public double quantile(double u) {
            return Math.min(high, low + Math.floor(u * (high - low + 1)));
        }
    }
}
