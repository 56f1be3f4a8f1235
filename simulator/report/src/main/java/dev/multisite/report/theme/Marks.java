package dev.multisite.report.theme;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Shapes and lines that tell architectures apart once the colours repeat. */
public final class Marks {

    private static final float[] DASHES = {7f, 4f};

    private Marks() {}

    /** Returns the shape of the {@code index}-th architecture around the origin. */
    public static Shape shape(int index, double size) {
        double half = size / 2;
        int round = (index / Palette.seriesCount()) % 3;
        if (round == 0) {
            return new Ellipse2D.Double(-half, -half, size, size);
        }
        double side = size * (round == 1 ? 0.9 : 0.85);
        Rectangle2D square = new Rectangle2D.Double(-side / 2, -side / 2, side, side);
        return round == 1
                ? square
                : AffineTransform.getRotateInstance(StrictMath.PI / 4).createTransformedShape(square);
    }

    /**
     * Returns the line of the {@code index}-th architecture. Earlier ones are drawn on top of later ones, which are a
     * little wider, so that equal lines can be seen to be several.
     */
    public static BasicStroke line(int index, double thinnest) {
        double width = thinnest + 1.1 * Math.min(3, index);
        float[] dashes = index < Palette.seriesCount() ? null : DASHES;
        return dashes == null
                ? new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, dashes, 0f);
    }

    /** Returns a triangle that points down, around the origin. */
    public static Shape triangle(double size) {
        Path2D path = new Path2D.Double();
        path.moveTo(-size / 2, -size / 2);
        path.lineTo(size / 2, -size / 2);
        path.lineTo(0, size / 2);
        path.closePath();
        return path;
    }
}
