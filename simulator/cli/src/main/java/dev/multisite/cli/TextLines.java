package dev.multisite.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Text of at most 80 columns. */
final class TextLines {
    private static final int WIDTH = 80;

    private TextLines() {}

    /** Prints {@code text} as a bullet, wrapped. */
    static void bullet(PrintWriter out, String text) {
        wrapped("-", text).forEach(out::println);
    }

    /** Returns {@code text} in lines. */
    static List<String> wrapped(String text) {
        return wrapped("", text);
    }

    private static List<String> wrapped(String mark, String text) {
        List<String> lines = new ArrayList<>();
        String indent = mark.isEmpty() ? "" : "  ";
        StringBuilder line = new StringBuilder(mark.isEmpty() ? "" : mark + " ");
        for (String word : text.split(" ")) {
            boolean begins = line.length() <= indent.length();
            if (!begins && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
                begins = true;
            }
            line.append(begins ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** Returns a number with at most one decimal place. */
    static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(1, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
