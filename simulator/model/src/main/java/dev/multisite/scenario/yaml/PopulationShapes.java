package dev.multisite.scenario.yaml;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.multisite.catalogue.Access;
import dev.multisite.catalogue.PopulationCentre;
import dev.multisite.geo.Place;
import dev.multisite.scenario.GrowthSpec;
import dev.multisite.scenario.PopulationEvent;
import dev.multisite.scenario.PopulationSpec;
import dev.multisite.units.Durations;
import dev.multisite.units.Literals;

/** The keys of {@code populations}. */
final class PopulationShapes {

    private static final Key<Place> PLACE = Key.optional(
            "place",
            Places.PLACE,
            "Mumbai",
            "where the people live, for a population whose name is no country code; they all live there");
    private static final Key<ZoneId> ZONE = Key.optional(
            "zone",
            Quantity.ZONE,
            "Asia/Kolkata",
            "time zone of `place`; default: that of the nearest city of its country");
    private static final Key<Instant> LAUNCH = Key.derived(
            "launch",
            Quantity.DATE.check((date, reading) -> reading.period().isPresent()
                            && !date.isBefore(reading.period().get().to())
                    ? Literals.formatInstant(date) + " lies after the end of the period"
                    : ""),
            "start of the period",
            // Without a period, which is reported elsewhere, any date lets the rest of the population be checked.
            (f, reading) -> Optional.of(
                    reading.period().map(p -> Literals.formatInstant(p.from())).orElse("2000-01-01")),
            "2014-07-22",
            "no device before this date; it may lie before the period");
    private static final Key<Double> DEVICES = Key.of(
            "devices",
            Quantity.COUNT.check((c, r) -> c <= 1e11 ? "" : "must not exceed 100G"),
            "0",
            "3M",
            "installed base at the launch or at the start of the period, whichever is later");
    private static final Key<GrowthSpec> GROWTH =
            Key.of("growth", GrowthShapes.GROWTH, "none", "100000/w", "growth of the installed base after that");
    private static final Key<Double> CHURN = Key.of(
            "churn",
            Quantity.PER_YEAR.check((c, r) -> c >= 0 && c < 1 ? "" : "must lie between 0%/y and below 100%/y"),
            "0%/y",
            "10%/y",
            "share of the devices that is gone after a year (effective annual)");
    private static final Key<Map<Access, Double>> ACCESS = Key.derived(
            "access",
            Shapes.named(Quantity.FRACTION, 1).then(PopulationShapes::access),
            "the catalogue's mix for the country and the year in which the period starts",
            PopulationShapes::defaultAccess,
            "{cellular-3g: 80%, wired: 20%}",
            "shares of access technologies (wired, wifi, cellular, cellular-3g, satellite); they add up to 100 %");
    private static final Key<Map<String, Double>> USES = Key.derived(
            "uses",
            Shapes.named(Quantity.FRACTION, 0).then(PopulationShapes::uses),
            "all services, 100 %",
            (f, reading) -> Optional.of(allServices(reading)),
            "{cloud-sync: 100%, messaging: 35%}",
            "share of the devices that use a service; a service that is not named is not used");

    private static final Key<Place> CENTRE_PLACE =
            Key.required("place", Places.PLACE, "Mumbai", "where the people live");
    private static final Key<Double> WEIGHT =
            Key.required("weight", Quantity.POSITIVE, "12.4", "people, in any unit; only the ratio counts");
    private static final Key<ZoneId> CENTRE_ZONE = Key.optional(
            "zone", Quantity.ZONE, "Asia/Kolkata", "time zone; default: that of the nearest city of the country");
    private static final Shape<PopulationCentre> CENTRE = new ObjectShape<>(
            "centre",
            "A place that stands for a share of the people.",
            List.of(CENTRE_PLACE, WEIGHT, CENTRE_ZONE),
            f -> centre(f, f.get(CENTRE_PLACE), f.find(CENTRE_ZONE), f.get(WEIGHT)));
    private static final Key<List<PopulationCentre>> CENTRES = Key.of(
            "centres",
            Shapes.byKind(Shapes.word("catalogue", List.of()), List.of(), List.of(Shapes.listOfAtLeastOne(CENTRE))),
            "catalogue",
            "[{place: Mumbai, weight: 12}, {place: Delhi, weight: 11}]",
            "where the people live: the country's large cities, or a list");

    private static final Key<Double> SHARE =
            Key.required("share", Quantity.FRACTION, "0.06%", "share of the devices that have the attribute");
    private static final Key<Map<String, Double>> ATTRIBUTES = Key.of(
            "attributes",
            Shapes.named(
                            ObjectShape.of(
                                    "attribute", "A property of some devices.", List.of(SHARE), f -> f.get(SHARE)),
                            0)
                    .then(PopulationShapes::attributes),
            "{}",
            "{government: {share: 0.06%}}",
            "shares of the population with an attribute of the law catalogue; nobody has two of them");
    private static final Key<Double> RECOVERY = Key.of(
            "recovery",
            Quantity.SECONDS.check((t, r) -> t >= Durations.SECONDS_PER_DAY && t <= 1e10
                    ? ""
                    : "must be at least 1d and finite: the installed base is followed in steps of hours"),
            "120d",
            "90d",
            "time constant with which lost trust comes back, at least 1d; the default is an assumption");
    private static final Key<Double> ARRIVALS_EXPONENT = Key.of(
            "arrivals-exponent",
            Quantity.NOT_NEGATIVE.check((v, r) -> v <= 100 ? "" : "must not exceed 100"),
            "1",
            "0.5",
            "arrivals are multiplied by trust to this power; 0: nobody buys less. An assumption");
    private static final Key<Double> CHURN_FACTOR = Key.of(
            "churn-factor",
            Quantity.NOT_NEGATIVE.check((v, r) -> v <= 1000 ? "" : "must not exceed 1000"),
            "2",
            "3",
            "the churn hazard is multiplied by 1 + this x (1 - trust); 0: nobody leaves. An assumption");
    private static final Key<PopulationSpec.Trust> TRUST = Key.of(
            "trust",
            ObjectShape.of(
                    "trust",
                    "How people react when trust is lost by an advisory or a trust-shock.",
                    List.of(RECOVERY, ARRIVALS_EXPONENT, CHURN_FACTOR),
                    f -> new PopulationSpec.Trust(f.get(RECOVERY), f.get(ARRIVALS_EXPONENT), f.get(CHURN_FACTOR))),
            "{}",
            "{recovery: 90d}",
            "how people react when trust is lost");
    private static final Key<List<PopulationEvent>> EVENTS = Key.of(
            "events",
            Shapes.list(EventShapes.EVENT),
            "[]",
            "[{on: 2014-12-08, until: 2014-12-23, kind: sales-stop}]",
            "what happens to this population");

    /** One population. */
    static final ObjectShape<PopulationSpec> POPULATION = new ObjectShape<>(
            "population",
            "Who asks. The name is a country code, or any other name with a `place`.",
            List.of(PLACE, ZONE, LAUNCH, DEVICES, GROWTH, CHURN, ACCESS, USES, CENTRES, ATTRIBUTES, TRUST, EVENTS),
            PopulationShapes::build);

    private PopulationShapes() {}

    private static Optional<PopulationSpec> build(Fields f) {
        if (country(f, f.reading()).isEmpty()) {
            f.reading()
                    .problems()
                    .add(
                            f.node(),
                            Literals.quoted(f.name()) + " is no country code of the catalogue, so it needs a place",
                            Nearest.hint(f.name(), f.reading().gazetteer().countryCodes()));
            return Optional.empty();
        }
        String country = country(f, f.reading()).get();
        return centres(f, country)
                .map(centres -> new PopulationSpec(
                        f.name(),
                        country,
                        f.get(LAUNCH),
                        f.get(DEVICES),
                        f.get(GROWTH),
                        f.get(CHURN),
                        f.get(ACCESS),
                        f.get(USES),
                        centres,
                        f.get(ATTRIBUTES),
                        f.get(TRUST),
                        f.get(EVENTS).stream()
                                .sorted(Comparator.comparing(PopulationEvent::on))
                                .toList()));
    }

    private static Optional<String> country(Fields f, Reading reading) {
        if (f.has(PLACE)) {
            return f.find(PLACE).map(Place::country);
        }
        return reading.gazetteer().countryCodes().contains(f.name()) ? Optional.of(f.name()) : Optional.empty();
    }

    private static Optional<List<PopulationCentre>> centres(Fields f, String country) {
        List<PopulationCentre> given = f.get(CENTRES);
        if (f.has(PLACE)) {
            if (!given.isEmpty()) {
                f.problem(CENTRES, "a population has either a place or centres");
                return Optional.empty();
            }
            return centre(f, f.get(PLACE), f.find(ZONE), 1).map(List::of);
        }
        if (f.has(ZONE)) {
            f.problem(ZONE, "goes with a place only; the catalogue's centres have their zones");
            return Optional.empty();
        }
        List<PopulationCentre> centres =
                given.isEmpty() ? f.reading().gazetteer().centres(country) : given;
        if (centres.isEmpty()) {
            f.problem(CENTRES, "the catalogue has no cities of " + country + ", so list the centres");
            return Optional.empty();
        }
        double total = centres.stream().mapToDouble(PopulationCentre::weight).sum();
        return Optional.of(centres.stream()
                .map(c -> new PopulationCentre(c.name(), c.point(), c.zone(), c.weight() / total))
                .toList());
    }

    private static Optional<PopulationCentre> centre(Fields f, Place place, Optional<ZoneId> given, double weight) {
        Optional<ZoneId> zone = given.or(() -> f.reading().gazetteer().zone(place));
        if (zone.isEmpty()) {
            f.reading().problems().add(f.node(), "the catalogue knows no time zone there, so give a zone");
        }
        return zone.map(z -> new PopulationCentre(place.name(), place.point(), z, weight));
    }

    private static Optional<Map<Access, Double>> access(Map<String, Double> shares, Node node, Reading reading) {
        Map<Access, Double> access = new EnumMap<>(Access.class);
        List<String> known = new ArrayList<>();
        for (Access technology : Access.values()) {
            known.add(technology.key());
            if (shares.containsKey(technology.key())) {
                access.put(technology, shares.get(technology.key()));
            }
        }
        boolean fine = true;
        for (String name : shares.keySet()) {
            fine &= reading.requireKnown(Nodes.child(node, name), name, "access technology", known);
        }
        double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        if (fine && Math.abs(sum - 1) > 1e-6) {
            reading.problems().add(node, "the shares must add up to 100 %, but add up to " + percent(sum));
            return Optional.empty();
        }
        access.replaceAll((technology, share) -> share / sum);
        return fine ? Optional.of(access) : Optional.empty();
    }

    private static String percent(double share) {
        return new java.math.BigDecimal(share * 100)
                        .setScale(4, java.math.RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }

    private static Optional<String> defaultAccess(Fields f, Reading reading) {
        Optional<String> country = country(f, reading);
        if (country.isEmpty() || reading.period().isEmpty()) {
            // The cause is reported elsewhere; any mix lets the rest of the population be checked.
            return Optional.of("{wired: 1}");
        }
        int year = reading.period().get().from().atOffset(ZoneOffset.UTC).getYear();
        List<String> shares = new ArrayList<>();
        reading.gazetteer()
                .accessMix(country.get(), year)
                .forEach((access, share) -> shares.add(access.key() + ": " + share));
        return Optional.of("{" + String.join(", ", shares) + "}");
    }

    private static Optional<Map<String, Double>> uses(Map<String, Double> uses, Node node, Reading reading) {
        boolean fine = true;
        for (String service : uses.keySet()) {
            fine &= reading.requireKnown(Nodes.child(node, service), service, "service", reading.names("services"));
        }
        return fine ? Optional.of(new LinkedHashMap<>(uses)) : Optional.empty();
    }

    private static Optional<Map<String, Double>> attributes(Map<String, Double> shares, Node node, Reading reading) {
        Map<String, Double> byName = new LinkedHashMap<>();
        for (Map.Entry<String, Double> entry : shares.entrySet()) {
            reading.legalName(LegalNames.Kind.ATTRIBUTE, entry.getKey(), Nodes.child(node, entry.getKey()))
                    .ifPresent(name -> byName.put(name, entry.getValue()));
        }
        double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        if (sum > 1 + 1e-9) {
            reading.problems().add(node, "the shares add up to " + percent(sum) + ", which is more than everybody");
            return Optional.empty();
        }
        return byName.size() == shares.size() ? Optional.of(byName) : Optional.empty();
    }

    private static String allServices(Reading reading) {
        return "{"
                + String.join(
                        ", ",
                        reading.names("services").stream()
                                .map(s -> YamlText.quote(s) + ": 100%")
                                .toList())
                + "}";
    }
}
