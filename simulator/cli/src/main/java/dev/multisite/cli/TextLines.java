package dev.multisite.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Text of at most 80 columns. */
final class TextLines {
    private static final int WIDTH = 80;
    /** No line ends between a number and its unit. */
    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(?<=\\d) (?=%|ms\\b|ppm\\b|[kM]?USD\\b)");

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
        for (String joined : NUMBER_AND_UNIT.matcher(text).replaceAll("\u00A0").split(" ")) {
            String word = joined.replace('\u00A0', ' ');
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
