package dev.multisite.report.charts;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

import dev.multisite.report.theme.Fonts;
import dev.multisite.report.theme.Numbers;
import dev.multisite.report.theme.Palette;

/** Cells of a table coloured by size on a log scale, with the figure in them. */
final class HeatMap {

    private static final double ROW = 24;
    private static final double LEFT = 104;
    private static final double HEAD = 22;
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

        /** Returns 0 for the smallest, 1 for the largest. */
        double share(double value) {
            return high > low ? StrictMath.log(value / low) / StrictMath.log(high / low) : 1;
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
        return HEAD + rows.size() * ROW + 6;
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
            String text = Numbers.tick(Double.parseDouble(String.format(java.util.Locale.ROOT, "%.1e", cell.value)));
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
            graphics.drawString(label, (float) x, (float) (area.getY() + HEAD + row * ROW + 16));
        }
        for (int column = 0; column < columns.size(); column++) {
            String label = fitting(columns.get(column), width - 2, metrics);
            double x = area.getX() + LEFT + (column + 0.5) * width - metrics.stringWidth(label) / 2.0;
            graphics.drawString(label, (float) x, (float) (area.getY() + 15));
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

    private static Rectangle2D box(Rectangle2D area, double width, int row, int column) {
        return new Rectangle2D.Double(
                area.getX() + LEFT + column * width + 1, area.getY() + HEAD + row * ROW + 1, width - 2, ROW - 2);
    }

    /** From pale to dark in one hue, in equal steps of lightness. */
    private static Color colour(double share) {
        int red = (int) Math.round(253 + share * (127 - 253));
        int green = (int) Math.round(232 + share * (18 - 232));
        int blue = (int) Math.round(205 + share * (30 - 205));
        return new Color(red, green, blue);
    }
}
