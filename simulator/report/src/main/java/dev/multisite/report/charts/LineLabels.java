package dev.multisite.report.charts;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

import dev.multisite.report.theme.Fonts;
import dev.multisite.report.theme.Palette;

/**
 * Names beside lines, so that nobody has to look colours up. A name stands where it touches no line and no other name; a
 * line without such a place has none, and the key above the chart has to do.
 */
final class LineLabels extends AbstractXYAnnotation {

    private static final long serialVersionUID = 1L;
    private static final Font FONT = Fonts.semibold(11);
    private static final double HEIGHT = 14;
    private static final double CLEAR = 5;
    private static final double FROM_OTHERS = 7;
    /** More names than this are a thicket. */
    private static final int MOST = 5;

    private static final int TRIES = 60;

    private final transient List<Line> lines;
    private final boolean fromTheRight;

    /** A line in the units of the axes. */
    record Line(String name, List<Point2D> points) {
        Line {
            points = List.copyOf(points);
        }
    }

    private LineLabels(List<Line> lines, boolean fromTheRight) {
        this.lines = lines;
        this.fromTheRight = fromTheRight;
    }

    /** @param fromTheRight whether to look for places from the right end, else from the middle */
    static void add(XYPlot plot, List<Line> lines, boolean fromTheRight) {
        if (lines.size() > 1 && lines.size() <= MOST) {
            plot.addAnnotation(new LineLabels(List.copyOf(lines), fromTheRight));
        }
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
        List<List<Point2D>> drawn = new ArrayList<>();
        for (Line line : lines) {
            drawn.add(line.points.stream()
                    .map(point -> (Point2D) new Point2D.Double(
                            domain.valueToJava2D(point.getX(), area, plot.getDomainAxisEdge()),
                            range.valueToJava2D(point.getY(), area, plot.getRangeAxisEdge())))
                    .toList());
        }
        graphics.setFont(FONT);
        graphics.setPaint(Palette.INK);
        FontMetrics metrics = graphics.getFontMetrics();
        List<Rectangle2D> taken = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String name = lines.get(i).name;
            Optional<Rectangle2D> place = place(drawn, i, metrics.stringWidth(name), area, taken);
            place.ifPresent(at -> {
                taken.add(at);
                graphics.drawString(name, (float) at.getX(), (float) (at.getMaxY() - 3.5));
            });
        }
    }

    private Optional<Rectangle2D> place(
            List<List<Point2D>> drawn, int index, double width, Rectangle2D area, List<Rectangle2D> taken) {
        List<Point2D> own = drawn.get(index);
        for (int step = 0; step < TRIES; step++) {
            Point2D at = own.get(position(step, own.size()));
            double left = at.getX() - width - CLEAR;
            double right = at.getX() + CLEAR;
            double above = at.getY() - HEIGHT - 3;
            double below = at.getY() + 3;
            double middle = at.getY() - HEIGHT / 2;
            double[][] corners = fromTheRight
                    ? new double[][] {{left, above}, {left, below}}
                    : new double[][] {{right, middle}, {left, middle}, {right, below}, {left, above}};
            for (double[] corner : corners) {
                Rectangle2D candidate = new Rectangle2D.Double(corner[0], corner[1], width, HEIGHT);
                if (area.contains(candidate) && isFree(candidate, drawn, index, taken)) {
                    return Optional.of(candidate);
                }
            }
        }
        return Optional.empty();
    }

    private int position(int step, int size) {
        double share = (double) step / (TRIES - 1);
        double along = fromTheRight ? 1 - 0.9 * share : 0.5 + (step % 2 == 0 ? 0.5 : -0.5) * share;
        return (int) Math.round(along * (size - 1));
    }

    /** Other lines keep more distance than the own one, so that a name is nearest to what it names. */
    private static boolean isFree(Rectangle2D place, List<List<Point2D>> drawn, int own, List<Rectangle2D> taken) {
        if (taken.stream().anyMatch(place::intersects)) {
            return false;
        }
        Rectangle2D wide = new Rectangle2D.Double(
                place.getX() - FROM_OTHERS,
                place.getY() - FROM_OTHERS,
                place.getWidth() + 2 * FROM_OTHERS,
                place.getHeight() + 2 * FROM_OTHERS);
        for (int line = 0; line < drawn.size(); line++) {
            if (touches(line == own ? place : wide, drawn.get(line))) {
                return false;
            }
        }
        return true;
    }

    private static boolean touches(Rectangle2D place, List<Point2D> line) {
        for (int i = 1; i < line.size(); i++) {
            Point2D from = line.get(i - 1);
            Point2D to = line.get(i);
            if (place.intersectsLine(from.getX(), from.getY(), to.getX(), to.getY())) {
                return true;
            }
        }
        return false;
    }
}
