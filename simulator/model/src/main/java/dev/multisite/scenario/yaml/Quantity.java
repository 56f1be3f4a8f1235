package dev.multisite.scenario.yaml;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

import dev.multisite.scenario.Period;
import dev.multisite.units.DataSize;
import dev.multisite.units.Literals;
import dev.multisite.units.Money;
import dev.multisite.units.Rate;

/** Shapes of single quantities. */
final class Quantity {

    private static final String NUMBER_PATTERN = "^[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})? *";
    private static final String TIME_PATTERN = "(us|ms|s|min|h|d|w|y)$";

    static final Shape<Duration> DURATION =
            Shapes.literal("duration", "30d", NUMBER_PATTERN + TIME_PATTERN, Literals::duration);
    static final Shape<Double> SECONDS =
            Shapes.literal("duration", "30d", NUMBER_PATTERN + TIME_PATTERN, Literals::seconds);
    static final Shape<Rate> RATE =
            Shapes.literal("rate", "60/d", NUMBER_PATTERN + "[kMG]? */ *" + TIME_PATTERN, Literals::rate);
    static final Shape<Double> COUNT = Shapes.literal("count", "175k", Literals::count);
    static final Shape<DataSize> DATA_SIZE =
            Shapes.literal("data size", "4 KB", NUMBER_PATTERN + "([kKMGTP]?B|[KMGTP]iB)$", Literals::dataSize);
    static final Shape<Money> MONEY =
            Shapes.literal("amount", "0.09 USD", NUMBER_PATTERN + "[kMG]?USD$", Literals::money);
    static final Shape<Double> FRACTION = Shapes.literal("fraction", "35%", Literals::fraction);
    static final Shape<Double> PER_YEAR = Shapes.literal("yearly change", "10%/y", Literals::fractionPerYear);
    static final Shape<Double> NUMBER = Shapes.literal("number", "1.5", Literals::number);
    static final Shape<Double> WATTS = Shapes.literal("power", "120 W", Literals::watts);
    static final Shape<Double> KG_PER_KWH = Shapes.literal("carbon intensity", "0.62 kg/kWh", Literals::kgPerKwh);

    /** A share of lost packets: below 1, so that something gets through in the end. */
    static final Shape<Double> LOSS =
            FRACTION.check((f, r) -> f < 1 ? "" : "a loss must be below 100%; a path that is down is a risk");

    static final Shape<Double> NOT_NEGATIVE = NUMBER.check((n, r) -> n >= 0 ? "" : "must be at least 0");
    static final Shape<Double> POSITIVE = NUMBER.check((n, r) -> n > 0 ? "" : "must be above 0");

    static final Shape<Instant> DATE =
            Shapes.literal("date", "2014-10-22", "^[0-9]{4}-[0-9]{2}-[0-9]{2}", Literals::instant);

    static final Shape<Instant> DATE_IN_PERIOD = DATE.check((date, reading) -> {
        Optional<Period> period = reading.period();
        return period.isEmpty()
                        || (!date.isBefore(period.get().from())
                                && date.isBefore(period.get().to()))
                ? ""
                : Literals.formatInstant(date) + " lies outside the period, which goes from "
                        + Literals.formatInstant(period.get().from()) + " to "
                        + Literals.formatInstant(period.get().to());
    });

    static final Shape<LocalTime> TIME_OF_DAY = Shapes.literal("time of day", "\"20:00\"", Quantity::timeOfDay);

    static final Shape<ZoneId> ZONE = Shapes.literal("time zone", "Asia/Kolkata", t -> t)
            .then((name, node, reading) -> reading.requireKnown(node, name, "time zone", ZoneId.getAvailableZoneIds())
                    ? Optional.of(ZoneId.of(name))
                    : Optional.empty());

    static final Shape<String> COUNTRY = Shapes.literal("country code", "IN", t -> t)
            .then((code, node, reading) -> reading.requireKnown(
                            node, code, "country", reading.gazetteer().countryCodes())
                    ? Optional.of(code)
                    : Optional.empty());

    private Quantity() {}

    /** A whole number of at least {@code least} and at most a thousand million; may be written 20k. */
    static Shape<Integer> whole(int least) {
        return Shapes.literal("whole number", "20", text -> {
            double value = Literals.count(text);
            if (value != Math.rint(value) || value < least || value > 1e9) {
                throw new IllegalArgumentException(
                        "expected a whole number from " + least + " to 1G, got " + Literals.quoted(text));
            }
            return (int) value;
        });
    }

    static Shape<Double> atLeast(double least) {
        return NUMBER.check((n, r) -> n >= least
                ? ""
                : "must be at least "
                        + new java.math.BigDecimal(least).stripTrailingZeros().toPlainString());
    }

    private static LocalTime timeOfDay(String text) {
        try {
            if (text.length() == 5) {
                return LocalTime.parse(text);
            }
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException("there is no such time of day: " + Literals.quoted(text), e);
        }
        throw new IllegalArgumentException("expected a time of day such as \"20:00\", got " + Literals.quoted(text));
    }
}
