package dev.multisite.network;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.multisite.catalogue.Catalogue;
import dev.multisite.geo.GeoPoint;
import dev.multisite.geo.Place;

/** Finds the place that a free text means: a name of the catalogue or coordinates. */
public final class PlaceResolver {

    private static final Pattern COORDINATES =
            Pattern.compile("\\s*([+-]?\\d+(?:\\.\\d*)?)\\s*[,;]\\s*([+-]?\\d+(?:\\.\\d*)?)\\s*");

    private final Catalogue catalogue;

    public PlaceResolver(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Returns the place.
     *
     * @throws UnknownPlaceException if the text means none
     */
    public Place resolve(String text) {
        Matcher matcher = COORDINATES.matcher(text);
        if (matcher.matches()) {
            return coordinates(text, Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2)));
        }
        Optional<Place> place = catalogue.findPlace(text);
        return place.orElseThrow(() -> new UnknownPlaceException(text, nearestNames(text)));
    }

    /** Coordinates belong to the country of the nearest city of the catalogue. */
    private Place coordinates(String text, double latitude, double longitude) {
        if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
            throw new UnknownPlaceException(text, List.of());
        }
        GeoPoint point = new GeoPoint(latitude, longitude);
        String country = catalogue.cities().stream()
                .min(Comparator.comparingDouble(city -> city.point().distanceKm(point)))
                .orElseThrow()
                .country();
        return new Place(text.strip(), point, country, Place.Kind.COORDINATES);
    }

    private List<String> nearestNames(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return catalogue.placeNames().stream()
                .filter(name -> name.length() > 2)
                .sorted(Comparator.comparingInt(name -> distance(wanted, name.toLowerCase(Locale.ROOT))))
                .limit(3)
                .toList();
    }

    /** Levenshtein distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
