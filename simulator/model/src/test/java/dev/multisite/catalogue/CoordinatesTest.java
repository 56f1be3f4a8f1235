package dev.multisite.catalogue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.multisite.geo.GeoPoint;

import static org.assertj.core.api.Assertions.assertThat;

/** Coordinates against the shapes of Natural Earth, which know nothing of the gazetteer that the coordinates come from. */
class CoordinatesTest {

    /** The shapes are drawn for a scale of 1:110 million: coasts and islands are cut off by so much. */
    private static final double COAST_TOLERANCE_KM = 50;

    /** Land borders are drawn better; a point in a neighbour's shape must not lie farther from its own. */
    private static final double BORDER_TOLERANCE_KM = 20;

    /** Countries that the map calls by another name than the catalogue. */
    private static final Map<String, String> MAP_NAMES = Map.ofEntries(
            Map.entry("BA", "Bosnia and Herz."),
            Map.entry("CD", "Dem. Rep. Congo"),
            Map.entry("CF", "Central African Rep."),
            Map.entry("DO", "Dominican Rep."),
            Map.entry("GQ", "Eq. Guinea"),
            Map.entry("MK", "Macedonia"),
            Map.entry("SB", "Solomon Is."),
            Map.entry("SS", "S. Sudan"),
            Map.entry("SZ", "eSwatini"),
            Map.entry("TR", "Turkey"),
            Map.entry("US", "United States of America"));

    private static final WorldMap MAP =
            new WorldMap(Path.of("../report/src/main/resources/dev/multisite/report/map/countries-110m.json"));

    static Stream<Arguments> places() {
        Catalogue catalogue = Catalogue.standard();
        return Stream.concat(
                catalogue.cities().stream().map(c -> Arguments.of(c.name(), c.country(), c.point())),
                catalogue.regions().stream().map(r -> Arguments.of(r.key(), r.country(), r.point())));
    }

    @ParameterizedTest
    @MethodSource("places")
    void everyPlaceLiesInItsCountry(String name, String country, GeoPoint point) {
        assertThat(liesIn(country, point))
                .as(name + ", " + country + " at " + point)
                .isTrue();
    }

    /** Shows that the check can fail: the sign of a latitude, swapped axes, the wrong country. */
    @Test
    void wrongCoordinatesWouldBeFound() {
        assertThat(liesIn("ZA", new GeoPoint(-26.2, 28.05))).isTrue();
        assertThat(liesIn("ZA", new GeoPoint(26.2, 28.05))).isFalse();
        assertThat(liesIn("ZA", new GeoPoint(28.05, -26.2))).isFalse();
        assertThat(liesIn("MZ", new GeoPoint(-26.2, 28.05))).isFalse();
        assertThat(liesIn("SG", new GeoPoint(3.14, 101.69))).isFalse();
    }

    private static boolean liesIn(String country, GeoPoint point) {
        if (CsvResource.rows("small-places.csv").stream().anyMatch(box -> isIn(box, country, point))) {
            return true;
        }
        String name = MAP_NAMES.getOrDefault(
                country, Catalogue.standard().findCountry(country).orElseThrow().name());
        if (!MAP.knows(name)) {
            return false;
        }
        boolean abroad = MAP.countryAt(point).filter(at -> !at.equals(name)).isPresent();
        return MAP.kmOutside(name, point) <= (abroad ? BORDER_TOLERANCE_KM : COAST_TOLERANCE_KM);
    }

    private static boolean isIn(CSVRecord box, String country, GeoPoint point) {
        return box.get("country").equals(country)
                && point.latitude() >= CsvResource.number(box, "south")
                && point.latitude() <= CsvResource.number(box, "north")
                && point.longitude() >= CsvResource.number(box, "west")
                && point.longitude() <= CsvResource.number(box, "east");
    }

    @Test
    void everyRegionLiesAtItsMetro() {
        Catalogue catalogue = Catalogue.standard();
        for (CloudRegion region : catalogue.regions()) {
            City metro = catalogue
                    .findCity(region.metro() + ", " + region.country())
                    .orElseThrow(() -> new AssertionError(region.key() + ": no city " + region.metro()));
            assertThat(metro.point().distanceKm(region.point()))
                    .as(region.key())
                    .isLessThan(30);
        }
    }

    /** Clocks follow the sun to within three hours everywhere; a zone of another continent does not. */
    @Test
    void everyTimeZoneSuitsItsLongitude() {
        for (City city : Catalogue.standard().cities()) {
            double zoneHours = city.zone()
                            .getRules()
                            .getStandardOffset(Instant.parse("2024-01-01T00:00:00Z"))
                            .getTotalSeconds()
                    / 3600.0;
            double apart = Math.abs(zoneHours - city.point().longitude() / 15) % 24;
            assertThat(Math.min(apart, 24 - apart)).as(city.name()).isLessThan(3);
        }
    }
}
