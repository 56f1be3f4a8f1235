package dev.multisite.catalogue;

import java.time.ZoneId;
import java.util.List;

import dev.multisite.geo.GeoPoint;
import dev.multisite.geo.Place;

/**
 * A city.
 *
 * @param name its name, unique within the country
 * @param aliases other names that find it
 * @param country ISO 3166-1 alpha-2 code
 * @param point its coordinates
 * @param population people within the city's limits; 0: not stated
 * @param zone its time zone
 * @param source where the figures come from, with licence
 */
public record City(
        String name,
        List<String> aliases,
        String country,
        GeoPoint point,
        long population,
        ZoneId zone,
        String source) {

    public City {
        aliases = List.copyOf(aliases);
    }

    Place place() {
        return new Place(name, point, country, Place.Kind.CITY);
    }
}
