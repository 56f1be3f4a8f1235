package dev.multisite.report.charts;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

import dev.multisite.report.theme.Fonts;
import dev.multisite.report.theme.Numbers;
import dev.multisite.report.theme.Palette;

/**
 * Cells of a table coloured by size on a log scale, with the figure in them. What is less than a ten-thousandth of the largest
 * has the palest colour and says only that it is less.
 */
final class HeatMap {

    private static final double ROW = 24;
    private static final double LEFT = 104;
    private static final double HEAD = 22;
    private static final double DECADES = 4;
    private static final int MOST_LYING = 4;
    private static final Font LABEL = Fonts.regular(11);
    private static final Font FIGURE = Fonts.regular(10);

    private final List<String> rows;
    private final List<String> columns;
    private final Scale scale;
    private final List<Cell> cells = new ArrayList<>();

    private record Cell(int row, int column, double value) {}

    /** The smallest and largest value of all panels that are compared. */
    static final class Scale {
        private double low = Double.MAX_VALUE;
        private double high;

        /** Returns the value below which sizes are not told apart: a power of ten. */
        double least() {
            return StrictMath.pow(10, Math.floor(StrictMath.log10(high)) - DECADES);
        }

        /** Returns 0 for the smallest, 1 for the largest. */
        double share(double value) {
            double from = Math.max(low, least());
            return high > from ? Math.max(0, StrictMath.log(value / from) / StrictMath.log(high / from)) : 1;
        }

        String figure(double value) {
            double least = least();
            return value < least
                    ? "<" + Numbers.tick(least)
                    : Numbers.tick(Double.parseDouble(String.format(java.util.Locale.ROOT, "%.1e", value)));
        }
    }

    HeatMap(List<String> rows, List<String> columns, Scale scale) {
        this.rows = List.copyOf(rows);
        this.columns = List.copyOf(columns);
        this.scale = scale;
    }

    void cell(int row, int column, double value) {
        if (value > 0) {
            cells.add(new Cell(row, column, value));
            scale.low = Math.min(scale.low, value);
            scale.high = Math.max(scale.high, value);
        }
    }

    double height() {
        return head() + rows.size() * ROW + 6;
    }

    /** Names of many columns stand upright, so that none is cut. */
    private boolean upright() {
        return columns.size() > MOST_LYING;
    }

    private double head() {
        int longest = columns.stream().mapToInt(String::length).max().orElse(0);
        return upright() ? 12 + longest * 6.8 : HEAD;
    }

    void draw(Graphics2D graphics, Rectangle2D area) {
        double width = (area.getWidth() - LEFT) / Math.max(1, columns.size());
        labels(graphics, area, width);
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                graphics.setPaint(Palette.GRID);
                graphics.draw(box(area, width, row, column));
            }
        }
        graphics.setFont(FIGURE);
        FontMetrics metrics = graphics.getFontMetrics();
        for (Cell cell : cells) {
            Rectangle2D box = box(area, width, cell.row, cell.column);
            double share = scale.share(cell.value);
            graphics.setPaint(colour(share));
            graphics.fill(box);
            String text = scale.figure(cell.value);
            if (metrics.stringWidth(text) < width - 3) {
                graphics.setPaint(share > 0.5 ? Palette.CELL_LIGHT : Palette.CELL_DARK);
                double x = box.getCenterX() - metrics.stringWidth(text) / 2.0;
                graphics.drawString(text, (float) x, (float) (box.getCenterY() + 3.5));
            }
        }
    }

    private void labels(Graphics2D graphics, Rectangle2D area, double width) {
        graphics.setFont(LABEL);
        graphics.setPaint(Palette.INK);
        FontMetrics metrics = graphics.getFontMetrics();
        for (int row = 0; row < rows.size(); row++) {
            String label = fitting(rows.get(row), LEFT - 8, metrics);
            double x = area.getX() + LEFT - 6 - metrics.stringWidth(label);
            graphics.drawString(label, (float) x, (float) (area.getY() + head() + row * ROW + 16));
        }
        for (int column = 0; column < columns.size(); column++) {
            double centre = area.getX() + LEFT + (column + 0.5) * width;
            if (upright()) {
                AffineTransform before = graphics.getTransform();
                graphics.rotate(-Math.PI / 2, centre + 4, area.getY() + head() - 6);
                graphics.drawString(columns.get(column), (float) (centre + 4), (float) (area.getY() + head() - 6));
                graphics.setTransform(before);
            } else {
                String label = fitting(columns.get(column), width - 2, metrics);
                double x = centre - metrics.stringWidth(label) / 2.0;
                graphics.drawString(label, (float) x, (float) (area.getY() + 15));
            }
        }
    }

    private static String fitting(String label, double width, FontMetrics metrics) {
        String text = label;
        int most = label.codePointCount(0, label.length());
        while (most > 2 && metrics.stringWidth(text) > width) {
            text = dev.multisite.report.results.Text.shorten(label, --most);
        }
        return text;
    }

    private Rectangle2D box(Rectangle2D area, double width, int row, int column) {
        return new Rectangle2D.Double(
                area.getX() + LEFT + column * width + 1, area.getY() + head() + row * ROW + 1, width - 2, ROW - 2);
    }

    /** From pale to dark in one hue, in equal steps of lightness. */
    private static Color colour(double share) {
        int red = (int) Math.round(253 + share * (127 - 253));
        int green = (int) Math.round(232 + share * (18 - 232));
        int blue = (int) Math.round(205 + share * (30 - 205));
        return new Color(red, green, blue);
    }
}
