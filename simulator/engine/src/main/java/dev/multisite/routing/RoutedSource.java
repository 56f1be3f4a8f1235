package dev.multisite.routing;

import dev.multisite.geo.GeoPoint;

/**
 * A source as routing sees it.
 *
 * @param population index of its population
 * @param populationName name of its population
 * @param country ISO 3166-1 alpha-2 code of its population
 * @param service name of the service it asks for
 * @param point where its devices are
 * @param endpoint row of the path table
 */
public record RoutedSource(
        int population, String populationName, String country, String service, GeoPoint point, int endpoint) {}
