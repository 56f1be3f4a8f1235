package dev.multisite.random;

/** The tables that every simulation needs; immutable, made once when first used. */
public final class StandardTables {

    /** The standard normal distribution. */
    public static final QuantileTable NORMAL = new QuantileTable(Distributions::normalQuantile);

    /** The exponential distribution of mean 1. */
    public static final QuantileTable EXPONENTIAL = new QuantileTable(u -> -StrictMath.log1p(-u));

    /** Always 1. */
    static final QuantileTable ONE = QuantileTable.constant(1);

    /** Never a number, for distributions that are drawn without a table. */
    static final QuantileTable NONE = QuantileTable.constant(Double.NaN);

    private StandardTables() {}
}
