package dev.multisite.report.map;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Natural Earth's countries at 1:110 million, without Antarctica. Rings that cross the antimeridian are cut there, so
 * that Russia and Fiji do not smear over the map.
 */
public final class WorldShapes {

    private static final String ANTARCTICA = "010";
    private static final double CLOSE = 0.9;
    private static final double LONG_EDGE = 4;

    private static final class Holder {
        static final WorldShapes WORLD = load();
    }

    /** In degrees: x is the longitude from -180 to 180, y the latitude. No {@code Area}: its rings begin elsewhere in every JDK. */
    private final List<Path2D> countries;

    private WorldShapes(List<Path2D> countries) {
        this.countries = countries;
    }

    public static WorldShapes get() {
        return Holder.WORLD;
    }

    /** Returns all countries as one shape in the coordinates of {@code projection}. */
    public Shape land(EqualEarth projection) {
        Path2D land = new Path2D.Double(Path2D.WIND_NON_ZERO);
        countries.forEach(country -> append(land, country, projection));
        return land;
    }

    /** Returns the edge of the map. */
    public static Shape sea(EqualEarth projection) {
        Path2D sea = new Path2D.Double();
        Path2D frame = new Path2D.Double(
                new Rectangle2D.Double(-180, EqualEarth.SOUTH, 360, EqualEarth.NORTH - EqualEarth.SOUTH));
        append(sea, frame, projection);
        return sea;
    }

    /** Returns whether a place is on the land of the map, which has no islands as small as Singapore. */
    public boolean isLand(double latitude, double longitude) {
        return countries.stream().anyMatch(country -> country.contains(longitude, latitude));
    }

    private static void append(Path2D to, Shape country, EqualEarth projection) {
        double[] point = new double[6];
        List<double[]> ring = new ArrayList<>();
        for (PathIterator path = country.getPathIterator(null); !path.isDone(); path.next()) {
            int kind = path.currentSegment(point);
            if (kind == PathIterator.SEG_CLOSE) {
                appendRing(to, ring, projection);
                ring.clear();
            } else {
                ring.add(new double[] {point[0], point[1]});
            }
        }
    }

    private static void appendRing(Path2D to, List<double[]> ring, EqualEarth projection) {
        boolean first = true;
        Point2D last = new Point2D.Double(Double.NaN, Double.NaN);
        for (int i = 0; i < ring.size(); i++) {
            double[] from = ring.get(i);
            double[] next = ring.get((i + 1) % ring.size());
            int pieces = (int) Math.max(
                    1, Math.ceil(Math.max(Math.abs(next[0] - from[0]), Math.abs(next[1] - from[1])) / LONG_EDGE));
            for (int piece = 0; piece < pieces; piece++) {
                double share = (double) piece / pieces;
                Point2D at =
                        projection.at(from[1] + share * (next[1] - from[1]), from[0] + share * (next[0] - from[0]));
                if (first) {
                    to.moveTo(at.getX(), at.getY());
                    last = at;
                    first = false;
                } else if (at.distance(last) > CLOSE) {
                    to.lineTo(at.getX(), at.getY());
                    last = at;
                }
            }
        }
        if (!first) {
            to.closePath();
        }
    }

    private static WorldShapes load() {
        try (InputStream data = WorldShapes.class.getResourceAsStream("countries-110m.json")) {
            if (data == null) {
                throw new IllegalStateException("countries-110m.json is missing from the program");
            }
            JsonNode topology = JsonMapper.builder().build().readTree(data.readAllBytes());
            return new WorldShapes(countries(topology));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path2D> countries(JsonNode topology) {
        List<List<double[]>> arcs = arcs(topology);
        List<Path2D> countries = new ArrayList<>();
        for (JsonNode geometry : topology.path("objects").path("countries").path("geometries")) {
            if (!geometry.path("id").asString("").equals(ANTARCTICA)) {
                boolean many = geometry.path("type").asString("").equals("MultiPolygon");
                Path2D country = new Path2D.Double(Path2D.WIND_EVEN_ODD);
                for (JsonNode polygon : many ? geometry.path("arcs") : List.of(geometry.path("arcs"))) {
                    for (JsonNode ring : polygon) {
                        Antimeridian.addTo(country, ring(ring, arcs));
                    }
                }
                countries.add(country);
            }
        }
        return countries;
    }

    /** Longitudes go on beyond 180 degrees where a ring crosses the antimeridian. */
    private static List<double[]> ring(JsonNode references, List<List<double[]>> arcs) {
        List<double[]> ring = new ArrayList<>();
        for (JsonNode reference : references) {
            for (double[] point : arc(arcs, reference.asInt())) {
                double before = ring.isEmpty() ? point[0] : ring.get(ring.size() - 1)[0];
                ring.add(new double[] {before + wrapped(point[0] - before), point[1]});
            }
        }
        return ring;
    }

    static double wrapped(double degrees) {
        return degrees - 360 * Math.floor((degrees + 180) / 360);
    }

    private static List<double[]> arc(List<List<double[]>> arcs, int reference) {
        if (reference >= 0) {
            return arcs.get(reference);
        }
        List<double[]> reversed = new ArrayList<>(arcs.get(~reference));
        java.util.Collections.reverse(reversed);
        return reversed;
    }

    private static List<List<double[]>> arcs(JsonNode topology) {
        JsonNode scale = topology.path("transform").path("scale");
        JsonNode shift = topology.path("transform").path("translate");
        List<List<double[]>> arcs = new ArrayList<>();
        for (JsonNode arc : topology.path("arcs")) {
            long x = 0;
            long y = 0;
            List<double[]> points = new ArrayList<>();
            for (JsonNode step : arc) {
                x += step.get(0).asLong();
                y += step.get(1).asLong();
                points.add(new double[] {
                    x * scale.get(0).asDouble() + shift.get(0).asDouble(),
                    y * scale.get(1).asDouble() + shift.get(1).asDouble()
                });
            }
            arcs.add(points);
        }
        return arcs;
    }
}
