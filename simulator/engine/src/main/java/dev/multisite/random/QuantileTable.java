package dev.multisite.random;

import java.util.function.DoubleUnaryOperator;

/**
 * A fast sampler: the quantile function as straight pieces over 4096 cells of equal probability; the 16 outer cells on
 * each side are split into 64 pieces each, and the outermost of those is drawn exactly.
 *
 * <p>The piece of a cell is the least-squares line through the quantile function in it, found by Gauss-Legendre
 * quadrature. So the mean of each cell is exact, and so is the mean of the distribution; the variance lacks only the
 * squared distance between the curve and its lines.
 */
public final class QuantileTable {

    private static final int CELL_BITS = 12;
    private static final int CELLS = 1 << CELL_BITS;
    private static final int OUTER = 16;
    private static final int SPLIT = 64;
    private static final int PIECES = OUTER * SPLIT;
    private static final long FRACTION = (1L << 52) - 1;
    private static final long ONE = 0x3ffL << 52;
    /** Nodes on (0, 1) and weights of the five-point rule (Abramowitz and Stegun, table 25.4). */
    private static final double[] NODES = {
        0.046910077030668, 0.2307653449471585, 0.5, 0.7692346550528415, 0.953089922969332
    };

    private static final double[] WEIGHTS = {
        0.118463442528095, 0.239314335249683, 0.284444444444444, 0.239314335249683, 0.118463442528095
    };

    private final DoubleUnaryOperator quantile;
    /** Value at the start of cell i at 2 i, slope at 2 i + 1; NaN in the outer cells. */
    private final double[] inner = new double[2 * CELLS];

    private final double[] low = new double[2 * PIECES];
    private final double[] high = new double[2 * PIECES];

    /** @param quantile the quantile function on (0, 1), continuous and increasing */
    public QuantileTable(DoubleUnaryOperator quantile) {
        this.quantile = quantile;
        for (int i = OUTER; i < CELLS - OUTER; i++) {
            fit(inner, i, i / (double) CELLS, 1.0 / CELLS);
        }
        double width = 1.0 / CELLS / SPLIT;
        for (int i = 1; i < PIECES; i++) {
            fit(low, i, i * width, width);
            fit(high, PIECES - 1 - i, 1 - (i + 1) * width, width);
        }
        for (int i = 0; i < OUTER; i++) {
            inner[2 * i] = Double.NaN;
            inner[2 * (CELLS - 1 - i)] = Double.NaN;
        }
    }

    private QuantileTable(double value) {
        quantile = u -> value;
        for (int i = 0; i < CELLS; i++) {
            inner[2 * i] = value;
        }
    }

    /** Returns the table of a distribution that has one value only; with NaN, of one that no table knows. */
    static QuantileTable constant(double value) {
        return new QuantileTable(value);
    }

    private void fit(double[] table, int cell, double from, double width) {
        double mean = 0;
        double moment = 0;
        for (int i = 0; i < NODES.length; i++) {
            double value = quantile.applyAsDouble(from + NODES[i] * width);
            mean += WEIGHTS[i] * value;
            moment += WEIGHTS[i] * value * (NODES[i] - 0.5);
        }
        double slope = 12 * moment;
        table[2 * cell] = mean - slope / 2;
        table[2 * cell + 1] = slope;
    }

    /** Returns the draw that 64 random {@code bits} stand for. */
    public double sample(long bits) {
        double value = piece(bits);
        return Double.isNaN(value) ? outer(bits) : value;
    }

    /**
     * Returns the draw that {@code bits} stand for, or NaN in the outer cells: ask {@link #sample} then. For loops over many
     * draws: without a branch or a call the processor overlaps one draw with the next.
     */
    public double piece(long bits) {
        int cell = (int) (bits >>> (64 - CELL_BITS));
        return inner[2 * cell] + inner[2 * cell + 1] * fraction(bits);
    }

    private double outer(long bits) {
        int cell = (int) (bits >>> (64 - CELL_BITS));
        boolean left = cell < OUTER;
        int piece = (int) ((bits >>> 46) & (SPLIT - 1)) + SPLIT * (left ? cell : cell - (CELLS - OUTER));
        if (piece == (left ? 0 : PIECES - 1)) {
            return exact(bits);
        }
        double[] table = left ? low : high;
        return table[2 * piece] + table[2 * piece + 1] * fraction(bits << 6);
    }

    /**
     * Returns the lower 52 bits as a fraction of 1. Put together as a double: the processor's conversion of an integer waits
     * for the last use of its target register, which would chain one draw to the next.
     */
    private static double fraction(long bits) {
        return Double.longBitsToDouble((bits & FRACTION) | ONE) - 1;
    }

    /** Returns the draw that the same {@code bits} stand for, without a table. */
    public double exact(long bits) {
        double u = ((bits >>> 11) + 0.5) * 0x1p-53;
        return quantile.applyAsDouble(Math.min(u, 1 - 0x1p-53));
    }
}
