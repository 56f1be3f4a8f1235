package dev.multisite.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Text of at most 80 columns. */
final class TextLines {
    private static final int WIDTH = 80;

    private TextLines() {}

    /** Prints {@code text} as a bullet, wrapped. */
    static void bullet(PrintWriter out, String text) {
        StringBuilder line = new StringBuilder("-");
        for (String word : text.split(" ")) {
            if (line.length() + 1 + word.length() > WIDTH && line.length() > 2) {
                out.println(line);
                line = new StringBuilder(" ");
            }
            line.append(' ').append(word);
        }
        out.println(line);
    }

    /** Returns a number with at most one decimal place. */
    static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(1, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
