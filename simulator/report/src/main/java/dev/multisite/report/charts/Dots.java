package dev.multisite.report.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

import dev.multisite.report.theme.Palette;

/** Single marks on a plot. */
final class Dots {

    private Dots() {}

    static void add(XYPlot plot, double x, double y, Color colour, Shape shape) {
        plot.addAnnotation(new Dot(x, y, colour, shape));
    }

    private static final class Dot extends AbstractXYAnnotation {

        private static final long serialVersionUID = 1L;

        private final double x;
        private final double y;
        private final Color colour;
        private final transient Shape shape;

        Dot(double x, double y, Color colour, Shape shape) {
            this.x = x;
            this.y = y;
            this.colour = colour;
            this.shape = shape;
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
            double left = domain.valueToJava2D(x, area, plot.getDomainAxisEdge());
            double top = range.valueToJava2D(y, area, plot.getRangeAxisEdge());
            Shape placed = AffineTransform.getTranslateInstance(left, top).createTransformedShape(shape);
            graphics.setPaint(colour);
            graphics.fill(placed);
            graphics.setPaint(Palette.SURFACE);
            graphics.setStroke(new BasicStroke(1.2f));
            graphics.draw(placed);
        }
    }
}
