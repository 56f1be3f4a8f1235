package dev.multisite.regulation.yaml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as users write them: {@code 2M}, {@code 40%}, {@code 1_200}. */
public final class Numbers {

    private static final Pattern NUMBER =
            Pattern.compile("(-?[0-9][0-9_]*(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)\\s*([kMG%]?)");

    private Numbers() {}

    /** Returns the value, NaN if {@code text} is no number. */
    public static double parse(String text) {
        Matcher matcher = NUMBER.matcher(text.trim());
        if (!matcher.matches()) {
            return Double.NaN;
        }
        double factor = switch (matcher.group(2)) {
            case "k" -> 1e3;
            case "M" -> 1e6;
            case "G" -> 1e9;
            case "%" -> 0.01;
            default -> 1;
        };
        return Double.parseDouble(matcher.group(1).replace("_", "")) * factor;
    }

    /** Returns a short form without needless decimals. */
    public static String show(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
