package dev.multisite.verdict;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of at most 80 columns. Each column is as wide as its numbers ask for; those that don't fit beside the others
 * follow in a second block below. Numbers are never cut; long names lose their middle.
 */
public final class TextTable {
    private static final int WIDTH = 80;
    private static final int WIDEST_NAME = 24;
    private static final int WIDEST_HEADER = 18;
    private static final String BETTER = "\u001b[32m";
    private static final String WORSE = "\u001b[31m";
    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    private final String corner;
    private final List<String> names;
    private final List<Column> columns = new ArrayList<>();

    /** What a cell says about its row. */
    public enum Tone {
        NEUTRAL,
        BETTER,
        WORSE
    }

    /** A number and its tone. */
    public record Cell(String text, Tone tone) {
        int width() {
            return columnsOf(text);
        }
    }

    private record Column(List<String> header, List<Cell> cells) {
        int width() {
            int header =
                    this.header.stream().mapToInt(TextTable::columnsOf).max().orElse(0);
            int body = cells.stream().mapToInt(Cell::width).max().orElse(0);
            return 2 + Math.max(header, body);
        }
    }

    /**
     * Starts a table.
     *
     * @param corner what stands above the names
     * @param names first column, one of each row
     */
    public TextTable(String corner, List<String> names) {
        this.corner = corner;
        this.names =
                names.stream().map(name -> Labels.shorten(name, WIDEST_NAME)).toList();
    }

    /**
     * Adds a column.
     *
     * @param header lines of its header, as many as the other columns have
     * @param cells one for each row
     */
    public void add(List<String> header, List<Cell> cells) {
        columns.add(new Column(
                header.stream().map(line -> Labels.shorten(line, WIDEST_HEADER)).toList(), List.copyOf(cells)));
    }

    /**
     * Returns the lines.
     *
     * @param colour whether to colour what is better or worse
     */
    public List<String> lines(boolean colour) {
        int nameWidth = Math.max(
                columnsOf(corner),
                names.stream().mapToInt(TextTable::columnsOf).max().orElse(0));
        List<String> lines = new ArrayList<>();
        int first = 0;
        while (first < columns.size()) {
            int end = first + 1;
            int used = nameWidth + columns.get(first).width();
            while (end < columns.size() && used + columns.get(end).width() <= WIDTH) {
                used += columns.get(end).width();
                end++;
            }
            block(lines, columns.subList(first, end), nameWidth, colour);
            first = end;
        }
        return lines;
    }

    private void block(List<String> lines, List<Column> shown, int nameWidth, boolean colour) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        int headerLines = shown.get(0).header.size();
        for (int i = 0; i < headerLines; i++) {
            StringBuilder line = new StringBuilder(left(i == 0 ? corner : "", nameWidth));
            for (Column column : shown) {
                line.append(right(column.header.get(i), column.width()));
            }
            String text = line.toString().stripTrailing();
            lines.add(colour && i == 0 ? BOLD + text + PLAIN : text);
        }
        for (int row = 0; row < names.size(); row++) {
            StringBuilder line = new StringBuilder(left(names.get(row), nameWidth));
            for (Column column : shown) {
                Cell cell = column.cells.get(row);
                line.append(coloured(right(cell.text, column.width()), cell.tone, colour));
            }
            lines.add(line.toString().stripTrailing());
        }
    }

    private static String coloured(String text, Tone tone, boolean colour) {
        if (!colour || tone == Tone.NEUTRAL) {
            return text;
        }
        return (tone == Tone.BETTER ? BETTER : WORSE) + text + PLAIN;
    }

    private static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - columnsOf(text)));
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - columnsOf(text))) + text;
    }

    /** Columns of a terminal: East Asian characters take two, combining marks none. */
    private static int columnsOf(String text) {
        return text.codePoints().map(TextTable::columnsOf).sum();
    }

    private static int columnsOf(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return switch (script) {
            case HAN, HANGUL, HIRAGANA, KATAKANA -> 2;
            default -> 1;
        };
    }
}
