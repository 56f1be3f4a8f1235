package dev.multisite.network;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.multisite.catalogue.Access;
import dev.multisite.catalogue.Catalogue;
import dev.multisite.catalogue.PopulationCentre;
import dev.multisite.geo.Place;
import dev.multisite.network.PathEstimate.Part;
import dev.multisite.scenario.NetworkSpec;

/**
 * Explains the modelled round trip between any two places that a user can name.
 *
 * <p>From a cloud region the path is one between data centers, unless an access technology is asked for. From anywhere
 * else it starts at a device, by default a wired one; from a country it is the mean over the country's population
 * centres, weighted by people.
 */
public final class LatencyExplainer {

    /** The year of the newest evidence on the Chinese border; later years are answered alike. */
    public static final int LATEST_YEAR = 2025;

    private final Catalogue catalogue;
    private final NetworkModel model;
    private final PlaceResolver resolver;

    /** @param year decides what the border of mainland China costs */
    public LatencyExplainer(Catalogue catalogue, int year) {
        this.catalogue = catalogue;
        NetworkSpec modelOnly = new NetworkSpec(
                new NetworkSpec.Model.Catalogue(),
                List.of(),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                Map.of());
        model = NetworkModel.of(modelOnly, catalogue, year);
        resolver = new PlaceResolver(catalogue);
    }

    /**
     * A round trip and what it is made of.
     *
     * @param from the first place as the model understood it
     * @param to the second place as the model understood it
     * @param medianMillis median of the round trip
     * @param p95Millis 95 % quantile of the round trip
     * @param parts they add up to the median
     */
    public record Explanation(Place from, Place to, double medianMillis, double p95Millis, List<Part> parts) {
        public Explanation {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Explains the round trip between two places.
     *
     * @throws UnknownPlaceException if one of the texts means no place
     */
    public Explanation explain(String from, String to) {
        Place start = resolver.resolve(from);
        return start.kind() == Place.Kind.CLOUD_REGION
                ? explain(start, resolver.resolve(to), model.sitePath(start, resolver.resolve(to)))
                : explain(from, to, Access.WIRED);
    }

    /**
     * Explains the round trip of a device at {@code from}.
     *
     * @throws UnknownPlaceException if one of the texts means no place
     */
    public Explanation explain(String from, String to, Access access) {
        Place start = resolver.resolve(from);
        Place end = resolver.resolve(to);
        if (start.kind() == Place.Kind.COUNTRY) {
            return meanOverCentres(start, end, access);
        }
        return explain(start, end, model.devicePath(centre(start), start.country(), access, end));
    }

    private static PopulationCentre centre(Place place) {
        return new PopulationCentre(place.name(), place.point(), ZoneOffset.UTC, 1);
    }

    private static Explanation explain(Place from, Place to, PathEstimate path) {
        return new Explanation(from, to, path.medianSeconds() * 1000, path.p95Seconds() * 1000, path.parts());
    }

    private Explanation meanOverCentres(Place country, Place to, Access access) {
        double median = 0;
        double p95 = 0;
        Map<String, Part> parts = new LinkedHashMap<>();
        for (PopulationCentre centre : catalogue.centres(country.country())) {
            PathEstimate path = model.devicePath(centre, country.country(), access, to);
            median += centre.weight() * path.medianSeconds() * 1000;
            p95 += centre.weight() * path.p95Seconds() * 1000;
            for (Part part : path.parts()) {
                Part weighted = new Part(withoutRoute(part.name()), centre.weight() * part.millis(), part.source());
                parts.merge(weighted.name(), weighted, LatencyExplainer::sum);
            }
        }
        return new Explanation(country, to, median, p95, List.copyOf(parts.values()));
    }

    /** "overland 1234 km" of one centre is "overland" of the country. */
    private static String withoutRoute(String name) {
        return name.replaceFirst(" \\d.*", "");
    }

    private static Part sum(Part a, Part b) {
        return new Part(a.name(), a.millis() + b.millis(), a.source());
    }
}
