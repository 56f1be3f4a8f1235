package dev.multisite.catalogue;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds places by name, without regard to case, accents, spaces and punctuation. */
final class PlaceIndex {

    private final Map<String, List<City>> citiesByName = new HashMap<>();
    private final Map<String, CloudRegion> regionsByKey = new HashMap<>();
    private final Map<String, Country> countriesByName = new HashMap<>();
    private final Map<String, Country> countriesByCode = new HashMap<>();

    PlaceIndex(List<Country> countries, List<City> cities, List<CloudRegion> regions) {
        countries.forEach(country -> countriesByName.put(fold(country.name()), country));
        countries.forEach(country -> countriesByCode.put(country.code(), country));
        cities.forEach(this::add);
        regions.forEach(this::add);
    }

    private void add(City city) {
        enter(city.name(), city);
        city.aliases().forEach(alias -> enter(alias, city));
    }

    private void enter(String name, City city) {
        citiesByName.merge(fold(name), List.of(city), PlaceIndex::union);
        citiesByName.merge(fold(name) + "," + fold(city.country()), List.of(city), PlaceIndex::union);
    }

    private static List<City> union(List<City> known, List<City> added) {
        return known.containsAll(added)
                ? known
                : Stream.concat(known.stream(), added.stream()).toList();
    }

    private void add(CloudRegion region) {
        regionsByKey.put(foldKey(region.key()), region);
        region.aliases().forEach(alias -> regionsByKey.putIfAbsent(foldKey(region.provider() + "/" + alias), region));
    }

    /** Returns the only city of that name; empty if there is none or more than one. */
    Optional<City> findCity(String name) {
        int comma = name.lastIndexOf(',');
        String key = comma < 0 ? fold(name) : fold(name.substring(0, comma)) + "," + fold(name.substring(comma + 1));
        List<City> found = citiesByName.getOrDefault(key, List.of());
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    Optional<CloudRegion> findRegion(String key) {
        return Optional.ofNullable(regionsByKey.get(foldKey(key)));
    }

    Optional<Country> findCountry(String code) {
        return Optional.ofNullable(countriesByCode.get(code));
    }

    Optional<Country> findCountryByName(String name) {
        return Optional.ofNullable(countriesByName.get(fold(name)));
    }

    /** Returns the name that means this city alone. */
    String uniqueName(City city) {
        boolean unique = citiesByName.getOrDefault(fold(city.name()), List.of()).size() == 1;
        return unique ? city.name() : city.name() + ", " + city.country();
    }

    private static String foldKey(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? "" : fold(key.substring(0, slash)) + "/" + fold(key.substring(slash + 1));
    }

    private static String fold(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replace('ł', 'l')
                .replace('Ł', 'L')
                .replace('ı', 'i');
        return plain.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }
}
