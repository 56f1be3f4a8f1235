package dev.multisite.cli;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers for people. */
final class Figures {
    private static final MathContext FOUR_DIGITS = new MathContext(4);
    private static final double LARGE = 1e7;
    private static final double SMALL = 1e-4;

    private Figures() {}

    /** Returns a number with four significant digits. */
    static String text(double value) {
        if (!Double.isFinite(value)) {
            return "-";
        }
        BigDecimal rounded = new BigDecimal(value).round(FOUR_DIGITS).stripTrailingZeros();
        boolean plain = value == 0 || (Math.abs(value) < LARGE && Math.abs(value) >= SMALL);
        return plain ? rounded.toPlainString() : rounded.toString();
    }
}
