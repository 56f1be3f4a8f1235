package dev.multisite.random;

import java.util.function.DoubleUnaryOperator;

import dev.multisite.scenario.DistributionSpec;

/**
 * Draws from one distribution in a few nanoseconds, one draw from 64 random bits. One final class for all distributions,
 * so that a loop over requests meets no virtual call.
 */
public final class FastSampler {

    private final QuantileTable table;
    private final double scale;
    private final double constant;
    private final DistributionSampler exact;
    private final Kind kind;

    private enum Kind {
        CONSTANT,
        TABLE,
        EXACT
    }

    private FastSampler(Kind kind, double constant, QuantileTable table, double scale, DistributionSampler exact) {
        this.kind = kind;
        this.constant = constant;
        this.table = table;
        this.scale = scale;
        this.exact = exact;
    }

    /** Returns a table-driven sampler where the distribution is continuous. */
    public static FastSampler of(DistributionSpec spec) {
        DistributionSampler exact = Distributions.sampler(spec);
        if (spec instanceof DistributionSpec.Constant constant) {
            return new FastSampler(Kind.CONSTANT, constant.value(), StandardTables.ONE, constant.value(), exact);
        } else if (spec instanceof DistributionSpec.Exponential exponential) {
            return new FastSampler(Kind.TABLE, 0, StandardTables.EXPONENTIAL, exponential.mean(), exact);
        } else if (spec instanceof DistributionSpec.Empirical) {
            return exact(spec);
        }
        DoubleUnaryOperator quantile = exact::quantile;
        return new FastSampler(Kind.TABLE, 0, new QuantileTable(quantile), 1, exact);
    }

    /** Returns a sampler without tables: slow, for comparison. */
    public static FastSampler exact(DistributionSpec spec) {
        return new FastSampler(Kind.EXACT, 0, StandardTables.NONE, 1, Distributions.sampler(spec));
    }

    /** Returns whether all draws are the same. */
    public boolean isConstant() {
        return kind == Kind.CONSTANT;
    }

    /** Returns the value of all draws, if {@link #isConstant}. */
    public double constant() {
        return constant;
    }

    /** Returns the draw that 64 random {@code bits} stand for. */
    public double sample(long bits) {
        if (kind == Kind.TABLE) {
            return Math.max(0, scale * table.sample(bits));
        }
        return kind == Kind.CONSTANT ? constant : exact.quantile(((bits >>> 12) + 0.5) * 0x1p-52);
    }

    /**
     * Returns the draw that {@code bits} stand for if that takes no more than a look into a table, otherwise NaN: then ask
     * {@link #sample}. See {@link QuantileTable#piece}.
     */
    public double piece(long bits) {
        double value = scale * table.piece(bits);
        return value >= 0 ? value : Double.NaN;
    }
}
