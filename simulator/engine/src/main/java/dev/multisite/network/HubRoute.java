package dev.multisite.network;

import java.util.ArrayList;
import java.util.List;

import dev.multisite.catalogue.HubGraph;
import dev.multisite.network.PathEstimate.Part;

/**
 * One way over the hub graph.
 *
 * @param terms the coefficients it was found with
 * @param directKm great-circle distance of the ends
 * @param fixedMillis part of the round trip that does not depend on the way
 * @param overlandKm kilometres overland
 * @param corridorKm kilometres in cable corridors
 * @param via hubs on the way
 */
record HubRoute(
        HubGraph.PathTerms terms,
        double directKm,
        double fixedMillis,
        double overlandKm,
        double corridorKm,
        List<String> via) {

    double overlandMillis() {
        return terms.overland() * overlandKm / HubPaths.KM_PER_ROUND_TRIP_MILLI;
    }

    double corridorMillis() {
        return terms.corridor() * corridorKm / HubPaths.KM_PER_ROUND_TRIP_MILLI;
    }

    double totalMillis() {
        return fixedMillis + overlandMillis() + corridorMillis();
    }

    /** Returns what the round trip of this way is made of; the parts add up to {@link #totalMillis}. */
    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("routers and detours near both ends", fixedMillis, terms.source()));
        if (overlandKm > 0) {
            parts.add(new Part("overland " + Math.round(overlandKm) + " km", overlandMillis(), terms.source()));
        }
        if (corridorKm > 0) {
            String name = "cables " + Math.round(corridorKm) + " km by " + String.join("-", via);
            parts.add(new Part(name, corridorMillis(), terms.source()));
        }
        return parts;
    }
}
