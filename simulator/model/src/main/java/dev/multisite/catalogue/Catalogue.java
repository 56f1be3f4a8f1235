package dev.multisite.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.multisite.geo.Place;

/**
 * The facts shipped with the program. Immutable; every record names its source.
 *
 * <p>Names are looked up without regard to case, accents, spaces and punctuation.
 */
public final class Catalogue {

    private final List<Country> countries;
    private final List<City> cities;
    private final List<CloudRegion> regions;
    private final List<DayCurve> profiles;
    private final Map<Access, AccessTerms> accessTerms;
    private final AccessMixes mixes;
    private final HubGraph hubGraph;
    private final PlaceIndex index;

    Catalogue(CatalogueReader reader) {
        countries = reader.countries();
        cities = reader.cities();
        regions = reader.regions();
        profiles = reader.profiles();
        accessTerms = reader.accessTerms();
        mixes = new AccessMixes(reader.accessMixes());
        hubGraph = reader.hubGraph();
        index = new PlaceIndex(countries, cities, regions);
    }

    /** Returns the catalogue that the program brings along. */
    public static Catalogue standard() {
        return Standard.CATALOGUE;
    }

    /** Returns the country with this ISO 3166-1 alpha-2 code. */
    public Optional<Country> findCountry(String iso2) {
        return index.findCountry(iso2.toUpperCase(Locale.ROOT));
    }

    /** Returns all countries in order of their codes. */
    public List<Country> countries() {
        return countries;
    }

    /** Returns the city of this name or alias, {@code City, CC} where several countries have one of that name. */
    public Optional<City> findCity(String name) {
        return index.findCity(name);
    }

    /** Returns all cities, by country and falling population. */
    public List<City> cities() {
        return cities;
    }

    /** Returns the cloud region with this {@code provider/region} key. */
    public Optional<CloudRegion> findRegion(String key) {
        return index.findRegion(key);
    }

    /** Returns all cloud regions, by provider. */
    public List<CloudRegion> regions() {
        return regions;
    }

    /**
     * Returns the place that a name means: a cloud region ({@code provider/region}), a city ({@code City} or {@code City,
     * CC}), or a country's code or name, which stands for its largest population centre.
     */
    public Optional<Place> findPlace(String name) {
        Optional<Place> region = findRegion(name).map(CloudRegion::place);
        if (region.isPresent()) {
            return region;
        }
        if (name.strip().length() == 2) {
            return findCountry(name.strip()).map(this::placeOf);
        }
        Optional<Place> city = findCity(name).map(City::place);
        return city.isPresent() ? city : index.findCountryByName(name).map(this::placeOf);
    }

    private Place placeOf(Country country) {
        PopulationCentre largest =
                Collections.max(centres(country.code()), Comparator.comparingDouble(PopulationCentre::weight));
        return new Place(country.name(), largest.point(), country.code(), Place.Kind.COUNTRY);
    }

    /** Returns all names that {@link #findPlace} knows, aliases left out, for suggestions. */
    public List<String> placeNames() {
        List<String> names = new ArrayList<>();
        cities.forEach(city -> names.add(index.uniqueName(city)));
        countries.forEach(country -> names.add(country.code()));
        regions.forEach(region -> names.add(region.key()));
        return List.copyOf(names);
    }

    /**
     * Returns where a country's people live: its largest cities, weighted by their population; the weights add up to 1.
     * Empty for a country that the catalogue doesn't know.
     */
    public List<PopulationCentre> centres(String iso2) {
        String code = iso2.toUpperCase(Locale.ROOT);
        List<City> own = cities.stream().filter(c -> c.country().equals(code)).toList();
        double total = own.stream().mapToDouble(City::population).sum();
        if (total == 0) {
            return own.stream().limit(1).map(city -> centre(city, 1)).toList();
        }
        return own.stream()
                .filter(city -> city.population() > 0)
                .map(city -> centre(city, city.population() / total))
                .toList();
    }

    private static PopulationCentre centre(City city, double weight) {
        return new PopulationCentre(city.name(), city.point(), city.zone(), weight);
    }

    /**
     * Returns the shares of access technologies in a country and year; they add up to 1. A country that the catalogue
     * doesn't know gets the mix of growing markets.
     */
    public Map<Access, Double> accessMix(String iso2, int year) {
        double internetShare = findCountry(iso2).map(Country::internetShare2014).orElse(AccessMixes.GROWING_FROM);
        return Collections.unmodifiableMap(new EnumMap<>(mixes.mix(internetShare, year)));
    }

    /** Returns where the access mixes come from. */
    public String accessMixSource() {
        return mixes.source();
    }

    /** Returns the day curve of this name. */
    public Optional<DayCurve> findProfile(String name) {
        return profiles.stream()
                .filter(p -> p.name().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** Returns all day curves in order of their names. */
    public List<DayCurve> profiles() {
        return profiles;
    }

    /** Returns what an access technology does to a round trip. */
    public AccessTerms accessTerms(Access access) {
        AccessTerms terms = accessTerms.get(access);
        if (terms == null) {
            throw new IllegalStateException("the catalogue has no terms for access " + access.key());
        }
        return terms;
    }

    /** Returns the graph over which round trips are computed. */
    public HubGraph hubGraph() {
        return hubGraph;
    }

    private static final class Standard {
        private static final Catalogue CATALOGUE = new Catalogue(new CatalogueReader());
    }
}
