package dev.multisite.report.map;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/**
 * The Equal Earth projection (Šavrič, Patterson, Jenny 2018) into a rectangle: areas are true, so a dot's or a country's
 * size can be compared anywhere on the map.
 */
public final class EqualEarth {

    /** Latitudes that are shown; south of it nobody is served. */
    static final double NORTH = Window.WORLD.north();

    static final double SOUTH = Window.WORLD.south();

    private static final int EDGE_STEPS = 40;

    private static final double A1 = 1.340264;
    private static final double A2 = -0.081106;
    private static final double A3 = 0.000893;
    private static final double A4 = 0.003796;
    private static final double ROOT3 = 1.7320508075688772;

    private final double scale;
    private final double left;
    private final double top;

    /** Fits a part of the world into the middle of {@code area}. */
    public EqualEarth(Rectangle2D area, Window window) {
        Rectangle2D bounds = bounds(window);
        this.scale = Math.min(area.getWidth() / bounds.getWidth(), area.getHeight() / bounds.getHeight());
        this.left = area.getCenterX() - bounds.getCenterX() * scale;
        this.top = area.getCenterY() + bounds.getCenterY() * scale;
    }

    /** Returns width over height of the map. */
    public static double aspect(Window window) {
        Rectangle2D bounds = bounds(window);
        return bounds.getWidth() / bounds.getHeight();
    }

    private static Rectangle2D bounds(Window window) {
        double west = Double.MAX_VALUE;
        double east = -Double.MAX_VALUE;
        for (int step = 0; step <= EDGE_STEPS; step++) {
            double latitude = window.south() + (window.north() - window.south()) * step / EDGE_STEPS;
            west = Math.min(west, x(window.west(), latitude));
            east = Math.max(east, x(window.east(), latitude));
        }
        return new Rectangle2D.Double(west, y(window.south()), east - west, y(window.north()) - y(window.south()));
    }

    /** Returns where a place is drawn; degrees, north and east positive. */
    public Point2D at(double latitude, double longitude) {
        double shown = Math.max(SOUTH, Math.min(NORTH, latitude));
        return new Point2D.Double(left + x(longitude, shown) * scale, top - y(shown) * scale);
    }

    private static double theta(double latitude) {
        return StrictMath.asin(ROOT3 / 2 * StrictMath.sin(StrictMath.toRadians(latitude)));
    }

    private static double x(double longitude, double latitude) {
        double theta = theta(latitude);
        double square = theta * theta;
        double sixth = square * square * square;
        double slope = 9 * A4 * sixth * square + 7 * A3 * sixth + 3 * A2 * square + A1;
        return 2 * ROOT3 * StrictMath.toRadians(longitude) * StrictMath.cos(theta) / (3 * slope);
    }

    private static double y(double latitude) {
        double theta = theta(latitude);
        double square = theta * theta;
        double sixth = square * square * square;
        return theta * (A1 + A2 * square + sixth * (A3 + A4 * square));
    }
}
