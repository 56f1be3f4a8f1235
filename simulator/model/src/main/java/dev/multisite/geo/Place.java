package dev.multisite.geo;

/**
 * Where something stands, resolved from a city or cloud region of the catalogue or from coordinates.
 *
 * @param name how the user called it, for messages and explanations
 * @param point its coordinates
 * @param country ISO 3166-1 alpha-2 code
 * @param kind what the name refers to; data centres and homes reach the network differently
 */
public record Place(String name, GeoPoint point, String country, Kind kind) {

    /** What a place's name refers to. */
    public enum Kind {
        CITY,
        COUNTRY,
        CLOUD_REGION,
        COORDINATES
    }
}
