package dev.multisite.scenario.yaml;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.multisite.catalogue.CloudRegion;
import dev.multisite.geo.Place;
import dev.multisite.scenario.DistributionSpec;
import dev.multisite.scenario.FailureSpec;
import dev.multisite.scenario.SiteSpec;
import dev.multisite.scenario.SiteSpec.Cost;
import dev.multisite.scenario.SiteSpec.Hosts;
import dev.multisite.scenario.SiteSpec.Maintenance;
import dev.multisite.scenario.SiteSpec.Opening;
import dev.multisite.scenario.SiteSpec.Operator;
import dev.multisite.scenario.SiteSpec.Power;

/** The keys of {@code sites}. */
final class SiteShapes {

    private static final Key<Place> PLACE = Key.required(
            "place",
            Places.PLACE,
            "Mumbai",
            "where it stands: a city, a cloud region (which brings operator and prices) or coordinates");

    private static final Key<String> OPERATOR_NAME = Key.required("name", Shapes.TEXT, "Xiaomi", "who runs the site");
    private static final Key<String> OPERATOR_HOME =
            Key.required("home", Quantity.COUNTRY, "CN", "the operator's home state");
    private static final Key<Operator> OPERATOR = Key.derived(
            "operator",
            ObjectShape.of(
                    "operator",
                    "Who runs a site.",
                    List.of(OPERATOR_NAME, OPERATOR_HOME),
                    f -> new Operator(f.get(OPERATOR_NAME), f.get(OPERATOR_HOME))),
            "the cloud's operator; elsewhere the site's name and country",
            SiteShapes::defaultOperator,
            "{name: Xiaomi, home: CN}",
            "who runs the site");

    private static final Key<Integer> MIN = Key.required("min", Quantity.whole(1), "4", "fewest hosts");
    private static final Key<Integer> MAX = Key.required("max", Quantity.whole(1), "80", "most hosts, at least `min`");
    private static final Key<Double> TARGET = Key.of(
            "target-utilisation",
            Quantity.FRACTION.check((v, r) -> v > 0 ? "" : "must be above 0"),
            "60%",
            "70%",
            "utilisation of the cores that the scaler aims at");
    private static final Key<Duration> DELAY =
            Key.of("delay", Quantity.DURATION, "5min", "90s", "time from the decision to a new host's first request");
    private static final Shape<Hosts> AUTOSCALE = new ObjectShape<>(
            "autoscale", "As many hosts as the load asks for.", List.of(MIN, MAX, TARGET, DELAY), f -> {
                if (f.get(MAX) < f.get(MIN)) {
                    f.problem(MAX, "must be at least min, which is " + f.get(MIN));
                    return Optional.empty();
                }
                return Optional.of(new Hosts.Autoscale(f.get(MIN), f.get(MAX), f.get(TARGET), f.get(DELAY)));
            });
    private static final Key<Hosts> HOSTS = Key.required(
            "hosts",
            Shapes.scalarOrGroup(
                    Quantity.whole(1).map(Hosts.Fixed::new), Shapes.tagged(Map.of("autoscale", AUTOSCALE))),
            "120",
            "number of hosts, or how it follows the load");
    private static final Key<Integer> CORES = Key.of(
            "cores-per-host",
            Quantity.whole(1).check((v, r) -> v <= 100_000 ? "" : "must not exceed 100000"),
            "1",
            "32",
            "cores of a host");
    private static final Key<Double> SPEED = Key.of(
            "core-speed",
            Quantity.POSITIVE.check((v, r) -> v >= 1e-6 && v <= 1e6 ? "" : "must lie between 0.000001 and 1000000"),
            "1",
            "1.3",
            "speed of a core relative to the reference core");
    private static final Key<Long> QUEUE = Key.of(
            "queue-limit",
            Shapes.wordOr(Map.of("unlimited", Long.MAX_VALUE), Quantity.whole(0).map(Integer::longValue)),
            "unlimited",
            "20000",
            "waiting attempts beyond which an attempt is rejected");

    private static final Key<Instant> OPENS_ON =
            Key.required("on", Quantity.DATE_IN_PERIOD, "2015-07-01", "planned date");
    private static final Key<DistributionSpec> SLIP =
            Key.of("slip", Distributions.DURATION, "0s", "{exponential: {mean: 60d}}", "how much later it opens");
    private static final Shape<Opening> LATE = ObjectShape.of(
            "opening",
            "A planned date and a random delay.",
            List.of(OPENS_ON, SLIP),
            f -> new Opening.On(f.get(OPENS_ON), f.get(SLIP)));
    private static final Key<Opening> OPENS = Key.of(
            "opens",
            Shapes.wordOr(
                    Map.of("start", new Opening.AtStart()),
                    Shapes.scalarOrGroup(
                            Quantity.DATE_IN_PERIOD.map(d -> new Opening.On(d, new DistributionSpec.Constant(0))),
                            LATE)),
            "start",
            "2015-07-01",
            "when it opens: `start` of the period, a date, or a date and a slip");

    private static final Key<FailureSpec> OUTAGES = Key.of(
            "outages",
            FailureShapes.OUTAGES,
            "none",
            "{mttf: 180d, repair: {lognormal: {median: 2h, p95: 12h}}}",
            "failures of the whole site");
    private static final Key<FailureSpec> HOST_FAILURES = Key.of(
            "host-failures",
            FailureShapes.FAILURE,
            "none",
            "{mttf: 3y, repair: {exponential: {mean: 8h}}}",
            "failures of one host");
    private static final Key<List<String>> RISKS = Key.of(
            "shared-risks",
            Shapes.list(Shapes.literal("name of a risk", "cn-power", t -> t).then(SiteShapes::risk)),
            "[]",
            "[cn-power]",
            "risks of `network.risks` that take this site down");

    private static final Key<Set<DayOfWeek>> DAYS = Key.of(
            "days",
            Shapes.listOfAtLeastOne(Shapes.words(days())).map(SiteShapes::days),
            "[monday, tuesday, wednesday, thursday, friday, saturday, sunday]",
            "[sunday]",
            "weekdays on which the window starts");
    private static final Key<LocalTime> AT =
            Key.required("at", Quantity.TIME_OF_DAY, "\"02:00\"", "local time at which it starts");
    private static final Key<Duration> LENGTH = Key.required(
            "for",
            Quantity.DURATION.check((d, r) -> !d.isZero() && d.toDays() < 7 ? "" : "must be above 0 and below 7d"),
            "2h",
            "its length");
    private static final Key<ZoneId> MAINTENANCE_ZONE = Key.optional(
            "zone",
            Quantity.ZONE,
            "Asia/Kolkata",
            "time zone of `at`; default: that of the nearest city of the site's country");
    private static final Key<List<Window>> MAINTENANCE = Key.of(
            "maintenance",
            Shapes.list(ObjectShape.of(
                    "maintenance",
                    "A planned window in which the site takes no new requests.",
                    List.of(DAYS, AT, LENGTH, MAINTENANCE_ZONE),
                    f -> new Window(
                            f.get(DAYS),
                            f.get(AT),
                            f.get(LENGTH),
                            f.find(MAINTENANCE_ZONE).map(List::of).orElse(List.of())))),
            "[]",
            "[{days: [sunday], at: \"02:00\", for: 2h}]",
            "planned windows in which the site is closed");

    private static final Key<Double> IDLE =
            Key.of("idle", Quantity.WATTS, "0 W", "120 W", "power of a host at no load");
    private static final Key<Double> PEAK =
            Key.of("peak", Quantity.WATTS, "0 W", "350 W", "power of a host at full load, at least `idle`");
    private static final Key<Double> PUE = Key.of(
            "pue",
            Quantity.atLeast(1).check((v, r) -> v <= 100 ? "" : "must not exceed 100"),
            "1",
            "1.5",
            "power usage effectiveness of the site, at least 1");
    private static final Key<Double> GRID =
            Key.of("grid", Quantity.KG_PER_KWH, "0 kg/kWh", "0.62 kg/kWh", "carbon intensity of the grid (CO2e)");
    private static final Key<Power> POWER = Key.of(
            "power",
            new ObjectShape<>("power", "Electric power of one host.", List.of(IDLE, PEAK, PUE, GRID), f -> {
                if (f.get(PEAK) < f.get(IDLE)) {
                    f.problem(PEAK, "must be at least idle");
                    return Optional.empty();
                }
                return Optional.of(new Power(f.get(IDLE), f.get(PEAK), f.get(PUE), f.get(GRID)));
            }),
            "{}",
            "{idle: 120 W, peak: 350 W, pue: 1.5, grid: 0.62 kg/kWh}",
            "electric power of one host; without it no energy is counted");

    private static final Key<Cost> COST = Key.of(
            "cost",
            CostShapes.COST,
            "{}",
            "{capex: 9 MUSD, life: 5y, per-host-hour: 0.45 USD, egress-per-gb: 0.08 USD}",
            "prices; a cloud region brings its own for what is not given");

    /** One site. */
    static final ObjectShape<SiteSpec> SITE = new ObjectShape<>(
            "site",
            "A candidate data center.",
            List.of(
                    PLACE,
                    OPERATOR,
                    HOSTS,
                    CORES,
                    SPEED,
                    QUEUE,
                    OPENS,
                    OUTAGES,
                    HOST_FAILURES,
                    RISKS,
                    MAINTENANCE,
                    POWER,
                    COST),
            SiteShapes::build);

    private SiteShapes() {}

    /** A window whose zone may still have to come from the place. */
    private record Window(Set<DayOfWeek> days, LocalTime at, Duration length, List<ZoneId> zone) {}

    private static Optional<SiteSpec> build(Fields f) {
        if (f.get(OPENS) instanceof Opening.On on) {
            f.reading().opens(f.name(), on.on());
        }
        return maintenance(f)
                .map(windows -> new SiteSpec(
                        f.name(),
                        f.get(PLACE),
                        f.get(OPERATOR),
                        f.get(HOSTS),
                        f.get(CORES),
                        f.get(SPEED),
                        f.get(QUEUE),
                        f.get(OPENS),
                        f.get(OUTAGES),
                        f.get(HOST_FAILURES),
                        f.get(RISKS),
                        windows,
                        f.get(POWER),
                        f.get(COST)));
    }

    private static Optional<List<Maintenance>> maintenance(Fields f) {
        List<ZoneId> local =
                f.reading().gazetteer().zone(f.get(PLACE)).map(List::of).orElse(List.of());
        boolean unknown = local.isEmpty()
                && f.get(MAINTENANCE).stream().anyMatch(w -> w.zone().isEmpty());
        if (unknown) {
            f.problem(MAINTENANCE, "the catalogue knows no time zone there, so give a zone");
            return Optional.empty();
        }
        return Optional.of(f.get(MAINTENANCE).stream()
                .map(w -> new Maintenance(
                        w.days(),
                        w.at(),
                        w.length(),
                        w.zone().isEmpty() ? local.get(0) : w.zone().get(0)))
                .toList());
    }

    private static Optional<String> risk(String name, Node node, Reading reading) {
        return reading.requireKnown(node, name, "risk", reading.risks()) ? Optional.of(name) : Optional.empty();
    }

    private static Optional<String> defaultOperator(Fields f, Reading reading) {
        return f.find(PLACE).map(place -> {
            Optional<CloudRegion> region = reading.gazetteer().region(place);
            String name = region.map(CloudRegion::operator).orElse(f.name());
            String home = region.map(CloudRegion::operatorHome).orElse(place.country());
            return "{name: " + YamlText.quote(name) + ", home: " + home + "}";
        });
    }

    /** Returns the site's cloud region, for prices; empty if the place is no region or is not known. */
    static Optional<CloudRegion> region(Reading reading, Node.Mapping cost) {
        return reading.siteOf(cost)
                .map(site -> site.find(PLACE.name()))
                .flatMap(node -> node instanceof Node.Scalar scalar
                        ? reading.gazetteer().findPlace(scalar.text()).flatMap(reading.gazetteer()::region)
                        : Optional.empty());
    }

    private static Map<String, DayOfWeek> days() {
        Map<String, DayOfWeek> days = new java.util.LinkedHashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day.name().toLowerCase(Locale.ROOT), day);
        }
        return days;
    }

    private static Set<DayOfWeek> days(List<DayOfWeek> days) {
        return EnumSet.copyOf(days);
    }
}
