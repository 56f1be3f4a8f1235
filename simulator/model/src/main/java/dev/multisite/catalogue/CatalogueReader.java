package dev.multisite.catalogue;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.commons.csv.CSVRecord;

import dev.multisite.geo.GeoPoint;
import dev.multisite.units.Bandwidth;
import dev.multisite.units.Money;

import static dev.multisite.catalogue.CsvResource.number;
import static dev.multisite.catalogue.CsvResource.rows;

/** Turns the resource files into records, the short source keys into full texts with licence. */
final class CatalogueReader {

    private final Map<String, String> sources = new HashMap<>();
    private final Map<String, RegionPrices> prices = new HashMap<>();

    CatalogueReader() {
        rows("sources.csv").forEach(r -> sources.put(r.get("key"), r.get("text") + " [" + r.get("licence") + "]"));
        rows("prices.csv").forEach(r -> prices.put(r.get("tier"), regionPrices(r)));
    }

    List<Country> countries() {
        return rows("countries.csv").stream().map(this::country).toList();
    }

    private Country country(CSVRecord r) {
        return new Country(
                r.get("code"),
                r.get("name"),
                r.get("group"),
                Long.parseLong(r.get("population-2014")),
                Long.parseLong(r.get("population-2024")),
                number(r, "internet-2014"),
                number(r, "internet-latest"),
                Integer.parseInt(r.get("internet-latest-year")),
                source(r));
    }

    List<City> cities() {
        return rows("cities.csv").stream().map(this::city).toList();
    }

    private City city(CSVRecord r) {
        String population = r.get("population");
        return new City(
                r.get("name"),
                list(r.get("aliases")),
                r.get("country"),
                point(r),
                population.isEmpty() ? 0 : Long.parseLong(population),
                ZoneId.of(r.get("zone")),
                source(r));
    }

    List<CloudRegion> regions() {
        return rows("regions.csv").stream().map(this::region).toList();
    }

    private CloudRegion region(CSVRecord r) {
        String announcement = r.get("announcement");
        return new CloudRegion(
                r.get("key"),
                list(r.get("alias")),
                r.get("metro"),
                r.get("country"),
                point(r),
                r.get("opened"),
                r.get("operator"),
                r.get("operator-home"),
                known(prices, r.get("price-tier")),
                announcement.isEmpty() ? source(r) : source(r) + " " + announcement);
    }

    private RegionPrices regionPrices(CSVRecord r) {
        return new RegionPrices(
                new Money(number(r, "per-host-hour")),
                new Money(number(r, "egress-per-gb")),
                new Money(number(r, "storage-per-gb-month")),
                source(r));
    }

    List<DayCurve> profiles() {
        return rows("profiles.csv").stream()
                .map(r -> new DayCurve(r.get("name"), hourly(r), source(r)))
                .toList();
    }

    private static List<Double> hourly(CSVRecord r) {
        List<Double> read = IntStream.range(0, 24)
                .mapToObj(hour -> number(r, hour < 10 ? "h0" + hour : "h" + hour))
                .toList();
        double mean = read.stream().mapToDouble(Double::doubleValue).sum() / 24;
        return read.stream().map(weight -> weight / mean).toList();
    }

    Map<Access, AccessTerms> accessTerms() {
        Map<Access, AccessTerms> terms = new EnumMap<>(Access.class);
        for (CSVRecord r : rows("access.csv")) {
            Access access = access(r.get("access"));
            terms.put(
                    access,
                    new AccessTerms(
                            access,
                            number(r, "added-ms"),
                            number(r, "factor"),
                            number(r, "spread-ms"),
                            number(r, "loss"),
                            bandwidth(r),
                            source(r)));
        }
        return terms;
    }

    List<AccessMixes.Row> accessMixes() {
        return rows("access-mix.csv").stream().map(this::mix).toList();
    }

    private AccessMixes.Row mix(CSVRecord r) {
        Map<Access, Double> shares = new EnumMap<>(Access.class);
        for (Access access : Access.values()) {
            shares.put(access, number(r, access.key()));
        }
        return new AccessMixes.Row(r.get("class"), Integer.parseInt(r.get("year")), shares, source(r));
    }

    HubGraph hubGraph() {
        Map<String, HubGraph.PathTerms> terms = new HashMap<>();
        rows("path-terms.csv").forEach(r -> terms.put(r.get("set"), pathTerms(r)));
        return new HubGraph(
                rows("hubs.csv").stream()
                        .map(r -> new HubGraph.Hub(r.get("hub"), point(r), r.get("group"), source(r)))
                        .toList(),
                rows("corridors.csv").stream()
                        .map(r -> new HubGraph.Corridor(
                                r.get("from"), r.get("to"), r.get("use").equals("eurasia"), source(r)))
                        .toList(),
                known(terms, "inter-site"),
                known(terms, "client"),
                rows("china-border.csv").stream().map(this::borderTerms).toList(),
                rows("eurasia.csv").stream().map(r -> r.get("country")).collect(Collectors.toSet()));
    }

    private HubGraph.PathTerms pathTerms(CSVRecord r) {
        return new HubGraph.PathTerms(
                number(r, "fixed-ms"),
                number(r, "metro-ms"),
                number(r, "overland"),
                number(r, "corridor"),
                number(r, "p95-ratio"),
                number(r, "loss"),
                bandwidth(r),
                source(r));
    }

    private HubGraph.BorderTerms borderTerms(CSVRecord r) {
        return new HubGraph.BorderTerms(
                Integer.parseInt(r.get("year")),
                number(r, "median-ms"),
                number(r, "lower-quartile-ms"),
                number(r, "upper-quartile-ms"),
                number(r, "loss"),
                source(r));
    }

    private static Bandwidth bandwidth(CSVRecord r) {
        return new Bandwidth(number(r, "megabit-per-second") * 1e6);
    }

    private String source(CSVRecord r) {
        return known(sources, r.get("source"));
    }

    private static <T> T known(Map<String, T> map, String key) {
        T value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("the catalogue refers to '" + key + "', which none of its files defines");
        }
        return value;
    }

    private static Access access(String key) {
        for (Access access : Access.values()) {
            if (access.key().equals(key)) {
                return access;
            }
        }
        throw new IllegalStateException("access.csv names the unknown access '" + key + "'");
    }

    private static GeoPoint point(CSVRecord r) {
        return new GeoPoint(number(r, "latitude"), number(r, "longitude"));
    }

    private static List<String> list(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split("\\|"));
    }
}
