package dev.multisite.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

import dev.multisite.geo.GeoPoint;

/** Shapes of countries from a TopoJSON file of Natural Earth. */
final class WorldMap {

    private static final double KM_PER_DEGREE = 111.195;

    /** Rings of each country by its English name: of {longitude, latitude} points; a point in an odd number is inside. */
    private final Map<String, List<List<double[]>>> ringsByName = new LinkedHashMap<>();

    private final List<List<double[]>> arcs = new ArrayList<>();

    WorldMap(Path file) {
        JsonNode topology = read(file);
        topology.get("arcs").forEach(arc -> arcs.add(arc(arc, topology.get("transform"))));
        for (JsonNode country : topology.get("objects").get("countries").get("geometries")) {
            List<List<double[]>> rings = ringsByName.computeIfAbsent(
                    country.get("properties").get("name").asString(), name -> new ArrayList<>());
            if (country.get("type").asString().equals("Polygon")) {
                country.get("arcs").forEach(ring -> rings.add(ring(ring)));
            } else {
                country.get("arcs").forEach(polygon -> polygon.forEach(ring -> rings.add(ring(ring))));
            }
        }
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Positions are differences to the one before, in units of the transform. */
    private static List<double[]> arc(JsonNode deltas, JsonNode transform) {
        List<double[]> points = new ArrayList<>();
        long x = 0;
        long y = 0;
        for (JsonNode delta : deltas) {
            x += delta.get(0).asLong();
            y += delta.get(1).asLong();
            points.add(new double[] {position(x, transform, 0), position(y, transform, 1)});
        }
        return points;
    }

    private static double position(long steps, JsonNode transform, int axis) {
        return steps * transform.get("scale").get(axis).asDouble()
                + transform.get("translate").get(axis).asDouble();
    }

    private List<double[]> ring(JsonNode indices) {
        List<double[]> points = new ArrayList<>();
        for (JsonNode index : indices) {
            int i = index.asInt();
            List<double[]> arc = new ArrayList<>(arcs.get(i >= 0 ? i : ~i));
            if (i < 0) {
                Collections.reverse(arc);
            }
            points.addAll(arc);
        }
        return points;
    }

    boolean knows(String country) {
        return ringsByName.containsKey(country);
    }

    /** Returns the country whose shape covers the point. */
    Optional<String> countryAt(GeoPoint point) {
        return ringsByName.keySet().stream().filter(name -> covers(name, point)).findFirst();
    }

    /** Returns how far a point lies outside of a country's shape, 0 inside. */
    double kmOutside(String country, GeoPoint point) {
        if (covers(country, point)) {
            return 0;
        }
        double nearest = Double.POSITIVE_INFINITY;
        for (List<double[]> ring : ringsByName.getOrDefault(country, List.of())) {
            for (int i = 1; i < ring.size(); i++) {
                nearest = Math.min(nearest, degreesToEdge(point, ring.get(i - 1), ring.get(i)));
            }
        }
        return nearest * KM_PER_DEGREE;
    }

    private boolean covers(String country, GeoPoint point) {
        boolean inside = false;
        for (List<double[]> ring : ringsByName.getOrDefault(country, List.of())) {
            for (int i = 1; i < ring.size(); i++) {
                inside ^= crosses(point, ring.get(i - 1), ring.get(i));
            }
        }
        return inside;
    }

    private static boolean crosses(GeoPoint p, double[] a, double[] b) {
        return a[1] > p.latitude() != b[1] > p.latitude()
                && p.longitude() < (b[0] - a[0]) * (p.latitude() - a[1]) / (b[1] - a[1]) + a[0];
    }

    /** On a plane that touches the globe at the point: right to a percent for the few hundred kilometres that matter. */
    private static double degreesToEdge(GeoPoint p, double[] a, double[] b) {
        double shrink = Math.cos(Math.toRadians(p.latitude()));
        double ax = (a[0] - p.longitude()) * shrink;
        double ay = a[1] - p.latitude();
        double dx = (b[0] - a[0]) * shrink;
        double dy = b[1] - a[1];
        double squared = dx * dx + dy * dy;
        double part = squared == 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / squared));
        return Math.hypot(ax + part * dx, ay + part * dy);
    }
}
