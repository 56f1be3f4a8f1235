package dev.multisite.scenario.yaml;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.multisite.scenario.PopulationEvent;
import dev.multisite.units.Literals;

/** The kinds of events of a population. */
final class EventShapes {

    private static final Key<Instant> ON = Key.required("on", Quantity.DATE_IN_PERIOD, "2014-10-19", "when it happens");
    private static final Key<Instant> UNTIL = Key.required(
            "until",
            Quantity.DATE.check((date, reading) -> reading.period().isPresent()
                            && date.isAfter(reading.period().get().to())
                    ? Literals.formatInstant(date) + " lies after the end of the period"
                    : ""),
            "2014-12-23",
            "when it ends, after `on`");
    private static final Key<Double> GROUP =
            Key.required("group", Quantity.COUNT, "175000", "people addressed by the warning");
    private static final Key<Double> FAMILY = Key.of(
            "family",
            Quantity.NOT_NEGATIVE.check((v, r) -> v <= 1000 ? "" : "must not exceed 1000"),
            "0",
            "3",
            "relatives per person who follow it too");
    private static final Key<Double> COMPLIANCE =
            Key.of("compliance", Quantity.FRACTION, "100%", "80%", "share of those addressed who follow it");
    private static final Key<Double> PENETRATION =
            Key.required("penetration", Quantity.FRACTION, "0.06%", "share of those addressed who own a device");
    private static final Key<Double> TRUST_SHOCK = Key.of(
            "trust-shock",
            Quantity.FRACTION,
            "0%",
            "10%",
            "share of the country's trust that is lost: fewer people buy, more leave, until it recovers (`trust`)");
    private static final Key<Double> SIZE = Key.required(
            "size",
            Quantity.FRACTION,
            "5%",
            "share of the country's trust that is lost: fewer people buy, more leave, until it recovers (`trust`)");
    private static final Key<Double> BLOCK_CHURN = Key.of(
            "churn",
            Quantity.PER_YEAR.check((c, r) -> c >= 0 && c < 1 ? "" : "must lie between 0%/y and below 100%/y"),
            "0%/y",
            "50%/y",
            "further share of the devices that would be gone after a year of the block (effective annual)");
    private static final Key<Double> FACTOR = Key.required(
            "factor",
            Quantity.NOT_NEGATIVE.check((v, r) -> v <= 1e6 ? "" : "must not exceed 1000000"),
            "2.5",
            "demand is multiplied by it");

    /** An event; its {@code kind} decides which other keys it has. */
    static final Shape<PopulationEvent> EVENT = Shapes.titled(
            "event",
            "Something that changes a population or its demand; `kind` says what.",
            new Variants<>(
                    "kind",
                    Ordering.of(
                            "advisory",
                            ObjectShape.of(
                                    "advisory",
                                    "A warning to a group not to use the product. The installed base loses group x (1 + family) x penetration x compliance devices at once.",
                                    List.of(kind("advisory"), ON, GROUP, FAMILY, COMPLIANCE, PENETRATION, TRUST_SHOCK),
                                    EventShapes::advisory),
                            "sales-stop",
                            lasting("sales-stop", "No new devices.", PopulationEvent.SalesStop::new),
                            "service-block",
                            new ObjectShape<>(
                                    "service-block",
                                    "All requests fail as not permitted; devices leave faster while it lasts.",
                                    List.of(kind("service-block"), ON, UNTIL, BLOCK_CHURN),
                                    f -> ordered(
                                            f,
                                            (on, until) ->
                                                    new PopulationEvent.ServiceBlock(on, until, f.get(BLOCK_CHURN)))),
                            "trust-shock",
                            ObjectShape.of(
                                    "trust-shock",
                                    "A complaint, a finding of the press, a fine: trust is lost and comes back slowly.",
                                    List.of(kind("trust-shock"), ON, SIZE),
                                    f -> new PopulationEvent.TrustShock(f.get(ON), f.get(SIZE))),
                            "demand-surge",
                            new ObjectShape<>(
                                    "demand-surge",
                                    "Demand is multiplied by a factor.",
                                    List.of(kind("demand-surge"), ON, UNTIL, FACTOR),
                                    f -> ordered(
                                            f,
                                            (on, until) -> new PopulationEvent.DemandSurge(on, until, f.get(FACTOR)))),
                            "launch-delay",
                            lasting(
                                    "launch-delay",
                                    "A launch planned between `on` and `until` takes place at `until`.",
                                    PopulationEvent.LaunchDelay::new))));

    private EventShapes() {}

    private static Key<String> kind(String kind) {
        return Key.required("kind", Shapes.words(Map.of(kind, kind)), kind, "the kind of event");
    }

    private static PopulationEvent advisory(Fields f) {
        return new PopulationEvent.Advisory(
                f.get(ON), f.get(GROUP), f.get(FAMILY), f.get(COMPLIANCE), f.get(PENETRATION), f.get(TRUST_SHOCK));
    }

    private static Shape<PopulationEvent> lasting(String kind, String meaning, Maker maker) {
        return new ObjectShape<>(kind, meaning, List.of(kind(kind), ON, UNTIL), f -> ordered(f, maker));
    }

    private static Optional<PopulationEvent> ordered(Fields f, Maker maker) {
        if (!f.get(ON).isBefore(f.get(UNTIL))) {
            f.problem(UNTIL, "must be later than 'on'");
            return Optional.empty();
        }
        return Optional.of(maker.make(f.get(ON), f.get(UNTIL)));
    }

    private interface Maker {
        PopulationEvent make(Instant on, Instant until);
    }
}
