package dev.multisite.report.charts;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

import dev.multisite.report.theme.Fonts;
import dev.multisite.report.theme.Palette;
import dev.multisite.report.theme.Theme;

/** Labels beside dots that do not cover each other. */
final class DotLabels extends AbstractXYAnnotation {

    private static final long serialVersionUID = 1L;
    private static final Font FONT = Fonts.semibold(Theme.TEXT);
    private static final double CLEAR = 7;

    private final transient List<Label> labels;

    /** Text for the dot at these values. */
    record Label(String text, double x, double y) {}

    private DotLabels(List<Label> labels) {
        this.labels = labels;
    }

    static void add(XYPlot plot, List<Label> labels) {
        plot.addAnnotation(new DotLabels(List.copyOf(labels)));
    }

    @Override
    public void draw(
            Graphics2D graphics,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis domain,
            ValueAxis range,
            int rendererIndex,
            PlotRenderingInfo info) {
        graphics.setFont(FONT);
        graphics.setPaint(Palette.INK);
        FontMetrics metrics = graphics.getFontMetrics();
        List<Rectangle2D> taken = new ArrayList<>();
        for (Label label : labels) {
            double x = domain.valueToJava2D(label.x, area, plot.getDomainAxisEdge());
            double y = range.valueToJava2D(label.y, area, plot.getRangeAxisEdge());
            taken.add(new Rectangle2D.Double(x - 7, y - 7, 14, 14));
        }
        for (int i = 0; i < labels.size(); i++) {
            Rectangle2D dot = taken.get(i);
            double width = metrics.stringWidth(labels.get(i).text);
            Rectangle2D place = place(dot.getCenterX(), dot.getCenterY(), width, area, taken);
            taken.add(place);
            graphics.drawString(labels.get(i).text, (float) place.getX(), (float) (place.getMaxY() - 4));
        }
    }

    /** Tries beside, above and below the dot, farther and farther away. */
    static Rectangle2D place(double x, double y, double width, Rectangle2D area, List<Rectangle2D> taken) {
        double height = 16;
        for (int away = 0; away < 8; away++) {
            double up = y - CLEAR - height - away * height;
            double down = y + CLEAR + away * height;
            double[][] places = {{x + CLEAR, up}, {x + CLEAR, down}, {x - CLEAR - width, up}, {x - CLEAR - width, down}
            };
            for (double[] place : places) {
                Rectangle2D candidate = new Rectangle2D.Double(place[0], place[1], width, height);
                if (area.contains(candidate) && taken.stream().noneMatch(candidate::intersects)) {
                    return candidate;
                }
            }
        }
        return new Rectangle2D.Double(Math.min(x + CLEAR, area.getMaxX() - width), y - CLEAR - height, width, height);
    }
}
