package dev.multisite.report.results;

import java.util.ArrayList;
import java.util.List;

/** Makes text from outside fit to be shown. */
public final class Text {

    private static final int LONGEST = 4000;
    private static final String LEFT_TO_RIGHT_MARK = "\u200E";
    private static final int DEEPEST = 80;

    private Text() {}

    /**
     * Returns {@code raw} without characters that XML forbids or that change the direction of the text around them.
     * Line breaks and tabs become blanks, other control characters U+FFFD.
     */
    public static String clean(String raw) {
        StringBuilder clean = new StringBuilder(Math.min(raw.length(), LONGEST));
        raw.codePoints().limit(LONGEST).forEach(point -> append(clean, point));
        return clean.toString().strip();
    }

    /** Returns the lines of a text, each as {@link #clean} makes it, but with the blanks before it. */
    public static List<String> lines(String raw) {
        List<String> lines = new ArrayList<>();
        for (String line : raw.isBlank() ? new String[0] : raw.split("\\R")) {
            int indent = Math.min(line.length() - line.stripLeading().length(), DEEPEST);
            lines.add(" ".repeat(indent) + clean(line));
        }
        return lines;
    }

    private static void append(StringBuilder clean, int point) {
        if (point == '\n' || point == '\r' || point == '\t' || point == 0x2028 || point == 0x2029) {
            clean.append(' ');
        } else if (isForbidden(point)) {
            clean.append('\uFFFD');
        } else if (!isDirectional(point)) {
            clean.appendCodePoint(point);
        }
    }

    private static boolean isForbidden(int point) {
        return point < 0x20
                || (point >= 0x7F && point <= 0x9F)
                || (point >= 0xD800 && point <= 0xDFFF)
                || (point & 0xFFFE) == 0xFFFE;
    }

    private static boolean isDirectional(int point) {
        return point == 0x200E
                || point == 0x200F
                || point == 0x061C
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069);
    }

    /**
     * Returns a name for an English sentence: a left-to-right mark after a name of a right-to-left script keeps the number
     * behind it from changing places with it.
     */
    public static String inSentence(String name) {
        boolean turns = name.codePoints().anyMatch(point -> {
            byte direction = Character.getDirectionality(point);
            return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
        });
        return turns ? LEFT_TO_RIGHT_MARK + name + LEFT_TO_RIGHT_MARK : name;
    }

    /** Returns {@code text} with at most {@code most} characters, its middle replaced by an ellipsis if it was longer. */
    public static String shorten(String text, int most) {
        int length = text.codePointCount(0, text.length());
        if (length <= most) {
            return text;
        }
        int tail = Math.max(1, most / 4);
        int head = most - 1 - tail;
        return text.substring(0, text.offsetByCodePoints(0, head)).stripTrailing()
                + "…"
                + text.substring(text.offsetByCodePoints(0, length - tail)).stripLeading();
    }

    /** Returns an id for files and anchors: lower-case letters, digits and hyphens only. */
    public static String slug(String text) {
        String slug = text.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String trimmed = slug.replaceAll("^-+|-+$", "");
        return trimmed.length() > 40 ? trimmed.substring(0, 40) : trimmed;
    }
}
