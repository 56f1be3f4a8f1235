package dev.multisite.scenario.yaml;

import java.util.List;
import java.util.Optional;

import dev.multisite.geo.GeoPoint;
import dev.multisite.geo.Place;
import dev.multisite.units.Literals;

/** Shapes of places. */
final class Places {

    private static final Key<GeoPoint> AT = Key.required(
            "at",
            Shapes.list(Quantity.NUMBER).then(Places::point),
            "[19.08, 72.88]",
            "latitude and longitude in degrees; north and east are positive");

    private static final Key<String> COUNTRY =
            Key.required("country", Quantity.COUNTRY, "IN", "ISO 3166-1 alpha-2 code of the country it lies in");

    private static final Shape<Place> COORDINATES = ObjectShape.of(
            "coordinates",
            "A place by its coordinates.",
            List.of(AT, COUNTRY),
            f -> new Place(
                    plain(f.get(AT).latitude()) + ", " + plain(f.get(AT).longitude()),
                    f.get(AT),
                    f.get(COUNTRY),
                    Place.Kind.COORDINATES));

    /** A city or cloud region of the catalogue, or coordinates. */
    static final Shape<Place> PLACE = Shapes.titled(
            "place",
            "A city or a cloud region of the catalogue by its name, or coordinates.",
            Shapes.scalarOrGroup(
                    Shapes.literal("place", "Mumbai or aws/ap-southeast-1", t -> t)
                            .then(Places::named),
                    COORDINATES));

    private Places() {}

    private static Optional<Place> named(String name, Node node, Reading reading) {
        Optional<Place> place =
                name.length() > 100 ? Optional.empty() : reading.gazetteer().findPlace(name);
        if (place.isEmpty()) {
            String hint = Nearest.hint(name, reading.gazetteer().placeNames());
            reading.problems()
                    .add(
                            node,
                            "no place " + Literals.quoted(name) + " in the catalogue",
                            hint.isEmpty() ? "give coordinates such as {at: [19.08, 72.88], country: IN}" : hint);
        }
        return place;
    }

    private static Optional<GeoPoint> point(List<Double> degrees, Node node, Reading reading) {
        if (degrees.size() != 2) {
            reading.problems().add(node, "expected latitude and longitude such as [19.08, 72.88]");
            return Optional.empty();
        }
        try {
            return Optional.of(new GeoPoint(degrees.get(0), degrees.get(1)));
        } catch (IllegalArgumentException e) {
            reading.problems().add(node, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static String plain(double degrees) {
        return Double.toString(degrees);
    }
}
