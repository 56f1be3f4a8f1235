package dev.multisite.scenario.yaml;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.multisite.catalogue.Access;
import dev.multisite.catalogue.Catalogue;
import dev.multisite.catalogue.CloudRegion;
import dev.multisite.catalogue.Country;
import dev.multisite.catalogue.DayCurve;
import dev.multisite.catalogue.PopulationCentre;
import dev.multisite.geo.Place;

/** What reading a scenario asks of the catalogue. */
final class Gazetteer {

    private final Catalogue catalogue;
    private final List<String> countryCodes;

    Gazetteer(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.countryCodes = catalogue.countries().stream().map(Country::code).toList();
    }

    /** Returns the known ISO 3166-1 alpha-2 codes. */
    List<String> countryCodes() {
        return countryCodes;
    }

    Optional<Place> findPlace(String name) {
        return catalogue.findPlace(name);
    }

    List<String> placeNames() {
        return catalogue.placeNames();
    }

    /** Returns a country's population centres; empty if the catalogue has none. */
    List<PopulationCentre> centres(String country) {
        return catalogue.centres(country);
    }

    /** Returns shares of access technologies that add up to 1. */
    Map<Access, Double> accessMix(String country, int year) {
        return catalogue.accessMix(country, year);
    }

    /** Returns the 24 weights of a day curve. */
    Optional<List<Double>> findProfile(String name) {
        return catalogue.findProfile(name).map(DayCurve::weights);
    }

    List<String> profileNames() {
        return catalogue.profiles().stream().map(DayCurve::name).toList();
    }

    /** Returns the time zone of a place: that of the nearest population centre of its country. */
    Optional<ZoneId> zone(Place place) {
        return catalogue.centres(place.country()).stream()
                .min(Comparator.comparingDouble(centre -> centre.point().distanceKm(place.point())))
                .map(PopulationCentre::zone);
    }

    /** Returns the cloud region in which a place lies, if it is one. */
    Optional<CloudRegion> region(Place place) {
        return place.kind() == Place.Kind.CLOUD_REGION ? catalogue.findRegion(place.name()) : Optional.empty();
    }
}
