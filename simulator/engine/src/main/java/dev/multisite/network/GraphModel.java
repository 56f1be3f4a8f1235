package dev.multisite.network;

import java.util.Comparator;

import dev.multisite.catalogue.AccessTerms;
import dev.multisite.catalogue.Catalogue;
import dev.multisite.catalogue.Country;
import dev.multisite.catalogue.HubGraph;
import dev.multisite.catalogue.HubGraph.BorderTerms;
import dev.multisite.geo.GeoPoint;

/** Round trips over the hub graph of the catalogue. */
final class GraphModel {

    private final Catalogue catalogue;
    private final HubGraph graph;
    private final HubPaths interSite;
    private final HubPaths publicPaths;
    private final HubPaths eurasianPaths;
    private final BorderTerms publicBorder;
    private final BorderTerms interSiteBorder;

    /** @param year decides what the border of mainland China costs */
    GraphModel(Catalogue catalogue, int year) {
        this.catalogue = catalogue;
        graph = catalogue.hubGraph();
        interSite = new HubPaths(graph, graph.interSite(), false);
        publicPaths = new HubPaths(graph, graph.client(), false);
        eurasianPaths = new HubPaths(graph, graph.client(), true);
        ChinaBorder border = new ChinaBorder(graph.chinaBorder());
        publicBorder = border.terms(year);
        interSiteBorder = border.latest();
    }

    /** One end of a path. */
    record End(GeoPoint point, String country) {}

    /**
     * Between data centers. Leased capacity avoids the congestion of the public gateways, so that the border costs what
     * the latest evidence says, in every year.
     */
    PathEstimate sitePath(End from, End to) {
        PathDraft draft = new PathDraft(route(interSite, from, to));
        if (ChinaBorder.crosses(from.country(), to.country())) {
            draft.acrossBorder(interSiteBorder);
        }
        return draft.estimate();
    }

    /** Between a device and a data center. */
    PathEstimate devicePath(End device, AccessTerms access, End site) {
        PathDraft best = seaPath(device, site);
        if (isEurasian(device) || isEurasian(site)) {
            PathDraft overland = new PathDraft(route(eurasianPaths, device, site));
            best = overland.medianMillis() < best.medianMillis() ? overland : best;
        }
        return best.overAccess(access).estimate();
    }

    /** The evidence on the Chinese border is what pairs have beyond the inter-site coefficients, so it is added to those. */
    private PathDraft seaPath(End device, End site) {
        return ChinaBorder.crosses(device.country(), site.country())
                ? new PathDraft(route(interSite, device, site)).acrossBorder(publicBorder)
                : new PathDraft(route(publicPaths, device, site));
    }

    private boolean isEurasian(End end) {
        return graph.eurasianCountries().contains(end.country());
    }

    private HubRoute route(HubPaths paths, End from, End to) {
        return paths.route(from.point(), group(from), to.point(), group(to));
    }

    /** A country that the catalogue doesn't know belongs where the nearest country with a city belongs. */
    private String group(End end) {
        return catalogue.findCountry(end.country()).map(Country::group).orElseGet(() -> nearestGroup(end.point()));
    }

    private String nearestGroup(GeoPoint point) {
        return catalogue.cities().stream()
                .min(Comparator.comparingDouble(city -> city.point().distanceKm(point)))
                .flatMap(city -> catalogue.findCountry(city.country()))
                .map(Country::group)
                .orElseThrow();
    }
}
