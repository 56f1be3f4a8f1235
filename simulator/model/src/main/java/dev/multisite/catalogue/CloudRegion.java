package dev.multisite.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import dev.multisite.geo.GeoPoint;
import dev.multisite.geo.Place;

/**
 * A region of a public cloud.
 *
 * @param key {@code provider/region} in lower case without spaces, for example {@code aws/ap-southeast-1}
 * @param aliases other spellings of the region's part of the key
 * @param metro the metropolitan area it lies in
 * @param country ISO 3166-1 alpha-2 code
 * @param point coordinates of the metro, not of the data center
 * @param openedOn ISO date of the public opening, or empty where no trustworthy source was found; see {@link #opened}
 * @param operator who runs the site
 * @param operatorHome ISO 3166-1 alpha-2 code of the operator's home state
 * @param prices what a host, traffic and storage cost unless a scenario says otherwise
 * @param source where the figures come from, with licence
 */
public record CloudRegion(
        String key,
        List<String> aliases,
        String metro,
        String country,
        GeoPoint point,
        String openedOn,
        String operator,
        String operatorHome,
        RegionPrices prices,
        String source) {

    public CloudRegion {
        aliases = List.copyOf(aliases);
    }

    /** Returns the cloud's name, the part of the key before the slash. */
    public String provider() {
        return key.substring(0, key.indexOf('/'));
    }

    /** Returns the part of the key after the slash. */
    public String region() {
        return key.substring(key.indexOf('/') + 1);
    }

    /** Returns the date of the public opening where it is known. */
    public Optional<LocalDate> opened() {
        return openedOn.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(openedOn));
    }

    Place place() {
        return new Place(key, point, country, Place.Kind.CLOUD_REGION);
    }
}
