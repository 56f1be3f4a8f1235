package dev.multisite.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.multisite.catalogue.HubGraph;
import dev.multisite.geo.GeoPoint;

/**
 * Shortest paths over the hub graph under one set of coefficients. The paths between hubs are worked out once; a query
 * only tries the hubs of the groups of its two ends.
 */
final class HubPaths {

    /** Light in straight fibre covers 204 km in a millisecond, so 102 km of distance cost a millisecond of round trip. */
    static final double KM_PER_ROUND_TRIP_MILLI = 102;

    private final HubGraph.PathTerms terms;
    private final List<HubGraph.Hub> hubs;
    private final Map<String, List<Integer>> hubsOfGroup = new LinkedHashMap<>();
    private final double[][] millis;
    private final double[][] overlandKm;
    private final double[][] corridorKm;
    private final int[][] next;

    /**
     * @param terms the coefficients
     * @param eurasian true: with the lines that only northern Eurasia uses, and their hubs
     */
    HubPaths(HubGraph graph, HubGraph.PathTerms terms, boolean eurasian) {
        this.terms = terms;
        List<HubGraph.Corridor> corridors = graph.corridors().stream()
                .filter(corridor -> eurasian || !corridor.eurasiaOnly())
                .toList();
        hubs = graph.hubs().stream()
                .filter(hub -> isUsed(hub, graph.corridors(), corridors))
                .toList();
        int count = hubs.size();
        millis = new double[count][count];
        overlandKm = new double[count][count];
        corridorKm = new double[count][count];
        next = new int[count][count];
        for (int i = 0; i < count; i++) {
            hubsOfGroup
                    .computeIfAbsent(hubs.get(i).group(), g -> new ArrayList<>())
                    .add(i);
            Arrays.fill(millis[i], Double.POSITIVE_INFINITY);
            millis[i][i] = 0;
        }
        linkGroups();
        corridors.forEach(this::link);
        closeOverAllPairs();
    }

    /** A hub all of whose corridors are left out is left out too: it stands for them, not for an exchange. */
    private static boolean isUsed(HubGraph.Hub hub, List<HubGraph.Corridor> all, List<HubGraph.Corridor> kept) {
        return kept.stream().anyMatch(c -> endsAt(c, hub)) || all.stream().noneMatch(c -> endsAt(c, hub));
    }

    private static boolean endsAt(HubGraph.Corridor corridor, HubGraph.Hub hub) {
        return corridor.from().equals(hub.name()) || corridor.to().equals(hub.name());
    }

    private void linkGroups() {
        for (List<Integer> members : hubsOfGroup.values()) {
            for (int a : members) {
                for (int b : members) {
                    if (a < b) {
                        double km = hubs.get(a).point().distanceKm(hubs.get(b).point());
                        enter(a, b, km, 0);
                    }
                }
            }
        }
    }

    private void link(HubGraph.Corridor corridor) {
        int a = indexOf(corridor.from());
        int b = indexOf(corridor.to());
        double km = hubs.get(a).point().distanceKm(hubs.get(b).point());
        if (corridor.eurasiaOnly()) {
            enter(a, b, km, 0);
        } else {
            enter(a, b, 0, km);
        }
    }

    private int indexOf(String hub) {
        for (int i = 0; i < hubs.size(); i++) {
            if (hubs.get(i).name().equals(hub)) {
                return i;
            }
        }
        throw new IllegalStateException("a corridor of the catalogue ends at the unknown hub " + hub);
    }

    private void enter(int a, int b, double overland, double corridor) {
        double cost = cost(overland, corridor);
        if (cost < millis[a][b]) {
            set(a, b, cost, overland, corridor, b);
            set(b, a, cost, overland, corridor, a);
        }
    }

    private void set(int a, int b, double cost, double overland, double corridor, int via) {
        millis[a][b] = cost;
        overlandKm[a][b] = overland;
        corridorKm[a][b] = corridor;
        next[a][b] = via;
    }

    /** Floyd-Warshall. */
    private void closeOverAllPairs() {
        int count = hubs.size();
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < count; j++) {
                    double cost = millis[i][k] + millis[k][j];
                    if (cost < millis[i][j]) {
                        double overland = overlandKm[i][k] + overlandKm[k][j];
                        set(i, j, cost, overland, corridorKm[i][k] + corridorKm[k][j], next[i][k]);
                    }
                }
            }
        }
    }

    private double cost(double overland, double corridor) {
        return (terms.overland() * overland + terms.corridor() * corridor) / KM_PER_ROUND_TRIP_MILLI;
    }

    /**
     * Returns the quickest way between two points.
     *
     * @param fromGroup group of the hubs that the first point reaches
     * @param toGroup group of the hubs that the second point reaches
     */
    HubRoute route(GeoPoint from, String fromGroup, GeoPoint to, String toGroup) {
        double directKm = from.distanceKm(to);
        double best = fromGroup.equals(toGroup) ? cost(directKm, 0) : Double.POSITIVE_INFINITY;
        int bestEntry = -1;
        int bestExit = -1;
        double[] exits = legs(to, toGroup);
        double[] entries = legs(from, fromGroup);
        List<Integer> entryHubs = members(fromGroup);
        List<Integer> exitHubs = members(toGroup);
        for (int i = 0; i < entries.length; i++) {
            for (int j = 0; j < exits.length; j++) {
                double cost = cost(entries[i] + exits[j], 0) + millis[entryHubs.get(i)][exitHubs.get(j)];
                if (cost < best) {
                    best = cost;
                    bestEntry = i;
                    bestExit = j;
                }
            }
        }
        if (bestEntry < 0) {
            return routeOf(directKm, directKm, 0, List.of());
        }
        int entry = entryHubs.get(bestEntry);
        int exit = exitHubs.get(bestExit);
        return routeOf(
                directKm,
                entries[bestEntry] + exits[bestExit] + overlandKm[entry][exit],
                corridorKm[entry][exit],
                hubsBetween(entry, exit));
    }

    private List<Integer> members(String group) {
        List<Integer> members = hubsOfGroup.get(group);
        if (members == null) {
            throw new IllegalStateException("no hub belongs to the group " + group);
        }
        return members;
    }

    private double[] legs(GeoPoint point, String group) {
        return members(group).stream()
                .mapToDouble(hub -> point.distanceKm(hubs.get(hub).point()))
                .toArray();
    }

    private HubRoute routeOf(double directKm, double overland, double corridor, List<String> via) {
        double share = Math.min(1, directKm / 50);
        double fixed = terms.metroMillis() + share * (terms.fixedMillis() - terms.metroMillis());
        return new HubRoute(terms, directKm, fixed, overland, corridor, via);
    }

    private List<String> hubsBetween(int entry, int exit) {
        List<String> names = new ArrayList<>();
        names.add(hubs.get(entry).name());
        for (int at = entry; at != exit; ) {
            at = next[at][exit];
            names.add(hubs.get(at).name());
        }
        return names;
    }
}
