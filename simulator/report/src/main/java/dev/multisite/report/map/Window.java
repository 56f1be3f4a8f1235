package dev.multisite.report.map;

import java.util.List;

/**
 * The part of the world that a map shows, in degrees. Never reaches over the antimeridian: what does is shown on a map
 * of the world.
 */
public record Window(double west, double south, double east, double north) {

    /** All longitudes, from south of all cities to north of them. */
    public static final Window WORLD = new Window(-180, -57, 180, 80);

    private static final double MARGIN = 7;
    private static final double LEAST_WIDTH = 44;
    private static final double LEAST_HEIGHT = 24;
    /** Wider than this, a map of the world shows it as well. */
    private static final double MOST_WIDTH = 130;

    /** Returns a window around places (latitude, longitude), or the world if they lie far apart. */
    public static Window around(List<double[]> places) {
        double west = 180;
        double east = -180;
        double south = 90;
        double north = -90;
        for (double[] place : places) {
            west = Math.min(west, place[1]);
            east = Math.max(east, place[1]);
            south = Math.min(south, place[0]);
            north = Math.max(north, place[0]);
        }
        double middle = (west + east) / 2;
        double height = (south + north) / 2;
        double width = Math.max(LEAST_WIDTH, east - west + 2 * MARGIN);
        double tall = Math.max(Math.max(LEAST_HEIGHT, width * 0.4), north - south + 2 * MARGIN);
        boolean fits = middle - width / 2 >= -180 && middle + width / 2 <= 180;
        if (places.isEmpty() || width > MOST_WIDTH || !fits || tall > 100) {
            return WORLD;
        }
        double wide = Math.max(width, Math.min(MOST_WIDTH, tall * 1.3));
        return new Window(
                Math.max(-180, middle - wide / 2),
                Math.max(WORLD.south, height - tall / 2),
                Math.min(180, middle + wide / 2),
                Math.min(WORLD.north, height + tall / 2));
    }

    public boolean isWorld() {
        return equals(WORLD);
    }
}
