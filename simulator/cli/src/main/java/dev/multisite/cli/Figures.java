package dev.multisite.cli;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers for people. */
final class Figures {
    private static final MathContext FOUR_DIGITS = new MathContext(4);
    /** Smaller numbers are told apart from 0, not from each other. */
    private static final double SMALLEST = 1e-6;

    private Figures() {}

    /** Returns a number with four significant digits, never in scientific notation. */
    static String text(double value) {
        if (!Double.isFinite(value)) {
            return "-";
        }
        if (value != 0 && Math.abs(value) < SMALLEST) {
            return "<0.000001";
        }
        return new BigDecimal(value).round(FOUR_DIGITS).stripTrailingZeros().toPlainString();
    }
}
