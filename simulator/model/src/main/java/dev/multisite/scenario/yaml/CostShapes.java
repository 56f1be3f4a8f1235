package dev.multisite.scenario.yaml;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import dev.multisite.catalogue.RegionPrices;
import dev.multisite.scenario.SiteSpec.Cost;
import dev.multisite.scenario.SiteSpec.EgressTier;
import dev.multisite.units.Literals;
import dev.multisite.units.Money;

/** The prices of a site. */
final class CostShapes {

    private static final Key<Double> UP_TO = Key.of(
            "up-to",
            Shapes.wordOr(Map.of("unlimited", Double.POSITIVE_INFINITY), Quantity.DATA_SIZE.map(s -> s.bytes() / 1e9)),
            "unlimited",
            "10 TB",
            "monthly volume at which the next step begins; the last step has none");
    private static final Key<Money> PRICE =
            Key.required("price", Quantity.MONEY, "0.09 USD", "price of 10^9 bytes in this step");
    private static final Shape<EgressTier> TIER = ObjectShape.of(
            "egress tier",
            "A step of the price by monthly volume.",
            List.of(UP_TO, PRICE),
            f -> new EgressTier(f.get(UP_TO), f.get(PRICE)));
    private static final Shape<List<EgressTier>> EGRESS = Shapes.byKind(
            Quantity.MONEY.map(m -> List.of(new EgressTier(Double.POSITIVE_INFINITY, m))),
            List.of(),
            List.of(Shapes.listOfAtLeastOne(TIER).then(CostShapes::ascending)));

    private static final Key<Money> CAPEX =
            Key.of("capex", Quantity.MONEY, "0 USD", "9 MUSD", "capital spent at the opening");
    private static final Key<Duration> LIFE = Key.of(
            "life",
            Quantity.DURATION.check((d, r) -> d.isZero() ? "must be above 0" : ""),
            "5y",
            "7y",
            "time over which the capital is written off");
    private static final Key<Money> HOST_HOUR = Key.derived(
            "per-host-hour",
            Quantity.MONEY,
            "the cloud region's price, elsewhere 0 USD",
            (f, reading) -> price(f, reading, RegionPrices::perHostHour),
            "0.45 USD",
            "price of a host that is there, whether it works or not");
    private static final Key<List<EgressTier>> EGRESS_KEY = Key.derived(
            "egress-per-gb",
            EGRESS,
            "the cloud region's price, elsewhere 0 USD",
            (f, reading) -> price(f, reading, RegionPrices::egressPerGb),
            "0.08 USD",
            "price of 10^9 bytes sent to devices and other sites, or steps by monthly volume");
    private static final Key<Money> STORAGE = Key.derived(
            "storage-per-gb-month",
            Quantity.MONEY,
            "the cloud region's price, elsewhere 0 USD",
            (f, reading) -> price(f, reading, RegionPrices::storagePerGbMonth),
            "0.02 USD",
            "price of keeping 10^9 bytes for a month of 1/12 year");

    /** All prices. */
    static final Shape<Cost> COST = ObjectShape.of(
            "cost",
            "Prices of a site, in US dollars.",
            List.of(CAPEX, LIFE, HOST_HOUR, EGRESS_KEY, STORAGE),
            f -> new Cost(f.get(CAPEX), f.get(LIFE), f.get(HOST_HOUR), f.get(EGRESS_KEY), f.get(STORAGE)));

    private CostShapes() {}

    private static Optional<String> price(Fields f, Reading reading, Function<RegionPrices, Money> which) {
        return Optional.of(SiteShapes.region(reading, f.node())
                .map(region -> Literals.formatMoney(which.apply(region.prices())))
                .orElse("0 USD"));
    }

    private static Optional<List<EgressTier>> ascending(List<EgressTier> tiers, Node node, Reading reading) {
        double before = 0;
        for (EgressTier tier : tiers) {
            if (!(tier.upToGbPerMonth() > before)) {
                reading.problems().add(node, "the steps must ascend in up-to, and only the last has none");
                return Optional.empty();
            }
            before = tier.upToGbPerMonth();
        }
        if (before != Double.POSITIVE_INFINITY) {
            reading.problems().add(node, "the last step must have no up-to");
            return Optional.empty();
        }
        return Optional.of(new ArrayList<>(tiers));
    }
}
