package dev.multisite.report.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Breaks text into lines. */
final class Wrapping {

    private Wrapping() {}

    /** Breaks at blanks; a word wider than a line is broken anywhere. */
    static List<String> lines(String text, double width, ToDoubleFunction<String> measure) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            String rest = word;
            while (measure.applyAsDouble(rest) > width) {
                int fits = fitting(rest, width, measure);
                flush(line, lines);
                lines.add(rest.substring(0, fits));
                rest = rest.substring(fits);
            }
            if (line.length() > 0 && measure.applyAsDouble(line + " " + rest) > width) {
                flush(line, lines);
            }
            line.append(line.length() == 0 ? "" : " ").append(rest);
        }
        flush(line, lines);
        return lines;
    }

    private static int fitting(String word, double width, ToDoubleFunction<String> measure) {
        int fits = word.length() - 1;
        while (fits > 1 && measure.applyAsDouble(word.substring(0, fits)) > width) {
            fits--;
        }
        return Character.isHighSurrogate(word.charAt(fits - 1)) && fits > 1 ? fits - 1 : fits;
    }

    private static void flush(StringBuilder line, List<String> lines) {
        if (line.length() > 0) {
            lines.add(line.toString());
            line.setLength(0);
        }
    }
}
