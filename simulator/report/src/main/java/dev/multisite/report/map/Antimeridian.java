package dev.multisite.report.map;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts rings at 180 degrees of longitude by clipping them to the world once for every turn of the globe they reach into
 * (Sutherland and Hodgman, 1974). Pieces of one ring stay joined along the edge of the map, where nobody sees it.
 */
final class Antimeridian {

    private static final double EDGE = 180;
    private static final double TURN = 360;

    private Antimeridian() {}

    /** Adds a ring to {@code path}: points (longitude, latitude), with longitudes that may go on beyond 180 degrees. */
    static void addTo(Path2D path, List<double[]> ring) {
        for (int turn = -1; turn <= 1; turn++) {
            List<double[]> inside = cut(cut(shifted(ring, turn * TURN), 1), -1);
            // A ring that only touches the antimeridian leaves a line without area on the other side.
            if (inside.stream().anyMatch(point -> Math.abs(point[0]) < EDGE)) {
                append(path, inside);
            }
        }
    }

    private static void append(Path2D path, List<double[]> ring) {
        path.moveTo(ring.get(0)[0], ring.get(0)[1]);
        ring.stream().skip(1).forEach(point -> path.lineTo(point[0], point[1]));
        path.closePath();
    }

    private static List<double[]> shifted(List<double[]> ring, double degrees) {
        return ring.stream()
                .map(point -> new double[] {point[0] + degrees, point[1]})
                .toList();
    }

    /** Keeps what lies west of 180 degrees east ({@code side} 1) or east of 180 degrees west ({@code side} -1). */
    private static List<double[]> cut(List<double[]> ring, int side) {
        List<double[]> kept = new ArrayList<>();
        for (int i = 0; i < ring.size(); i++) {
            double[] from = ring.get(i);
            double[] to = ring.get((i + 1) % ring.size());
            boolean fromInside = side * from[0] <= EDGE;
            boolean toInside = side * to[0] <= EDGE;
            if (fromInside) {
                kept.add(from);
            }
            if (fromInside != toInside) {
                double share = (side * EDGE - from[0]) / (to[0] - from[0]);
                kept.add(new double[] {side * EDGE, from[1] + share * (to[1] - from[1])});
            }
        }
        return kept;
    }
}
