package dev.multisite.report.map;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/** Shortest ways between places. */
public final class GreatCircle {

    private static final int MOST_STEPS = 28;
    private static final double STEPS_PER_RADIAN = 14;

    private GreatCircle() {}

    /** Returns the way as a line on the map, in two pieces where it crosses the antimeridian. */
    public static Shape line(double[] from, double[] to, EqualEarth projection) {
        double[] a = vector(from[0], from[1]);
        double[] b = vector(to[0], to[1]);
        double angle = StrictMath.acos(Math.max(-1, Math.min(1, a[0] * b[0] + a[1] * b[1] + a[2] * b[2])));
        Path2D path = new Path2D.Double();
        double before = Double.NaN;
        int steps = (int) Math.max(2, Math.min(MOST_STEPS, Math.ceil(angle * STEPS_PER_RADIAN)));
        for (int step = 0; step <= steps; step++) {
            double share = (double) step / steps;
            double p = angle < 1e-9 ? 1 - share : StrictMath.sin((1 - share) * angle) / StrictMath.sin(angle);
            double q = angle < 1e-9 ? share : StrictMath.sin(share * angle) / StrictMath.sin(angle);
            double z = Math.max(-1, Math.min(1, p * a[2] + q * b[2]));
            double latitude = StrictMath.toDegrees(StrictMath.asin(z));
            double longitude = StrictMath.toDegrees(StrictMath.atan2(p * a[1] + q * b[1], p * a[0] + q * b[0]));
            Point2D at = projection.at(latitude, longitude);
            if (step == 0 || Math.abs(longitude - before) > 180) {
                path.moveTo(at.getX(), at.getY());
            } else {
                path.lineTo(at.getX(), at.getY());
            }
            before = longitude;
        }
        return path;
    }

    /** Returns the central angle between two places (latitude, longitude in degrees) in radians. */
    public static double angle(double[] from, double[] to) {
        double[] a = vector(from[0], from[1]);
        double[] b = vector(to[0], to[1]);
        return StrictMath.acos(Math.max(-1, Math.min(1, a[0] * b[0] + a[1] * b[1] + a[2] * b[2])));
    }

    private static double[] vector(double latitude, double longitude) {
        double phi = StrictMath.toRadians(latitude);
        double lambda = StrictMath.toRadians(longitude);
        return new double[] {
            StrictMath.cos(phi) * StrictMath.cos(lambda),
            StrictMath.cos(phi) * StrictMath.sin(lambda),
            StrictMath.sin(phi)
        };
    }
}
