/**
 * Places on the globe and the distances between them: {@link dev.multisite.geo.GeoPoint}, {@link
 * dev.multisite.geo.Place}.
 *
 * <p>Distances are great circles on a sphere of radius 6371.0088 km (the IUGG mean radius). May use {@code units}.
 */
@NullMarked
package dev.multisite.geo;

import org.jspecify.annotations.NullMarked;
