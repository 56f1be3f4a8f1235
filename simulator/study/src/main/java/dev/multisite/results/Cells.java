package dev.multisite.results;

/** How values are written into CSV cells. */
public final class Cells {
    private Cells() {}

    /** Returns the shortest text that reads back as the same double; empty for NaN and infinities. */
    public static String number(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return Double.toString(value);
    }

    /**
     * Returns a name as text that no spreadsheet takes for a formula: where it begins like one, an apostrophe goes before
     * it. Numbers never pass here.
     */
    public static String text(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** Returns the name that {@link #text} wrote. */
    public static String plain(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@\t\r".indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }
}
