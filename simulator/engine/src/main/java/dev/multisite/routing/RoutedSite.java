package dev.multisite.routing;

import dev.multisite.geo.GeoPoint;

/**
 * A site as routing sees it.
 *
 * @param country ISO 3166-1 alpha-2 code of the place it stands in
 */
public record RoutedSite(String name, String country, GeoPoint point) {}
