package dev.multisite.report.charts;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

import dev.multisite.report.theme.Fonts;
import dev.multisite.report.theme.Palette;
import dev.multisite.report.theme.Scripts;

/** Lays a chart out: question, answer, keys, panels, source. */
public final class ChartPainter {

    /** Width of every picture in pixels. */
    public static final double WIDTH = 900;

    private static final double MARGIN = 20;
    private static final double GAP = 18;
    private static final double CAPTION = 22;
    private static final double KEY_LINE = 22;
    private static final Font TITLE = Fonts.semibold(20);
    private static final Font ANSWER = Fonts.regular(13.5);
    private static final Font SMALL = Fonts.regular(11);
    private static final Font KEY = Fonts.regular(12.5);
    private static final Font CAPTION_FONT = Fonts.semibold(12.5);
    private static final FontRenderContext CONTEXT = new FontRenderContext(new AffineTransform(), true, true);

    private final Chart chart;
    private final String footer;
    private final boolean framed;

    /**
     * @param footer line at the foot
     * @param framed whether to draw question, answer and footer; a page has them as text
     */
    public ChartPainter(Chart chart, String footer, boolean framed) {
        this.chart = chart;
        this.footer = footer;
        this.framed = framed;
    }

    /** Returns the height of the picture in pixels. */
    public double height() {
        double height = framed ? MARGIN + titleHeight() + 26 : 4;
        return height + keysHeight() + panelsHeight() + 4;
    }

    private double titleHeight() {
        return 27.0 * lines(chart.question(), TITLE).size()
                + 19.0 * lines(chart.answer(), ANSWER).size()
                + 12;
    }

    private double keysHeight() {
        return chart.keys().isEmpty() ? 0 : keyRows().size() * KEY_LINE + 8;
    }

    private double panelsHeight() {
        double height = 0;
        for (int first = 0; first < chart.panels().size(); first += chart.columns()) {
            height += rowHeight(first) + (first == 0 ? 0 : 10);
        }
        return height;
    }

    private double rowHeight(int first) {
        double height = 0;
        for (Chart.Panel panel : row(first)) {
            height = Math.max(height, panel.height() + (panel.caption().isEmpty() ? 0 : CAPTION));
        }
        return height;
    }

    private List<Chart.Panel> row(int first) {
        return chart.panels().subList(first, Math.min(chart.panels().size(), first + chart.columns()));
    }

    /** Draws it into a surface of {@link #WIDTH} times {@link #height()}. */
    public void draw(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        double y = framed ? drawHeader(graphics) : 4;
        y = drawKeys(graphics, y);
        drawPanels(graphics, y);
        if (framed) {
            graphics.setPaint(Palette.MUTED);
            text(graphics, footer, SMALL, MARGIN, height() - 12);
        }
    }

    private double drawHeader(Graphics2D graphics) {
        graphics.setPaint(Palette.SURFACE);
        graphics.fill(new Rectangle2D.Double(0, 0, WIDTH, height()));
        double y = MARGIN;
        graphics.setPaint(Palette.INK);
        for (String line : lines(chart.question(), TITLE)) {
            text(graphics, line, TITLE, MARGIN, y + 19);
            y += 27;
        }
        graphics.setPaint(Palette.MUTED);
        for (String line : lines(chart.answer(), ANSWER)) {
            text(graphics, line, ANSWER, MARGIN, y + 13);
            y += 19;
        }
        return y + 12;
    }

    private double drawKeys(Graphics2D graphics, double top) {
        double y = top;
        for (List<Key> row : keyRows()) {
            double x = left();
            for (Key key : row) {
                graphics.setPaint(key.colour());
                graphics.fill(AffineTransform.getTranslateInstance(x + 6, y + 9).createTransformedShape(key.shape()));
                graphics.setPaint(Palette.INK);
                text(graphics, key.label(), KEY, x + 17, y + 13.5);
                x += keyWidth(key);
            }
            y += KEY_LINE;
        }
        return chart.keys().isEmpty() ? y : y + 8;
    }

    private List<List<Key>> keyRows() {
        List<List<Key>> rows = new ArrayList<>();
        double used = Double.MAX_VALUE;
        for (Key key : chart.keys()) {
            if (used + keyWidth(key) > WIDTH - left()) {
                rows.add(new ArrayList<>());
                used = left();
            }
            rows.get(rows.size() - 1).add(key);
            used += keyWidth(key);
        }
        return rows;
    }

    private static double keyWidth(Key key) {
        return 17 + width(key.label(), KEY) + 20;
    }

    private double left() {
        return framed ? MARGIN : 4;
    }

    private void drawPanels(Graphics2D graphics, double top) {
        double y = top;
        double gaps = GAP * (chart.columns() - 1);
        double width = (WIDTH - 2 * left() - gaps) / chart.columns();
        for (int first = 0; first < chart.panels().size(); first += chart.columns()) {
            double x = left();
            for (Chart.Panel panel : row(first)) {
                drawPanel(graphics, panel, x, y, width);
                x += width + GAP;
            }
            y += rowHeight(first) + 10;
        }
    }

    private static void drawPanel(Graphics2D graphics, Chart.Panel panel, double x, double y, double width) {
        double top = y;
        if (!panel.caption().isEmpty()) {
            graphics.setPaint(Palette.INK);
            text(graphics, panel.caption(), CAPTION_FONT, x, y + 14);
            top += CAPTION;
        }
        panel.drawing().draw(graphics, new Rectangle2D.Double(x, top, width, panel.height()));
    }

    private static void text(Graphics2D graphics, String text, Font font, double x, double y) {
        graphics.setFont(font);
        if (!text.isEmpty()) {
            graphics.drawString(text, (float) x, (float) y);
        }
    }

    static double width(String text, Font font) {
        return Scripts.width(text, font, CONTEXT);
    }

    private List<String> lines(String text, Font font) {
        return Wrapping.lines(text, WIDTH - 2 * MARGIN, line -> width(line, font));
    }
}
