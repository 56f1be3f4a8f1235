package dev.multisite.units;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Quantities as people write them: {@code 18ms}, {@code 60/d}, {@code 3M}, {@code 1.5 MiB}, {@code 0.09 USD}, {@code
 * 35%}. Each method throws {@link IllegalArgumentException} with a message that says what was expected, by an example.
 *
 * <p>Numbers have a decimal point, no thousands separators, and are read exactly (as decimals) before they are scaled.
 */
public final class Literals {

    /** No literal is longer; it bounds the work that a hostile one can cause. */
    private static final int MAX_LENGTH = 80;

    private static final double LONGEST_SECONDS = 10_000 * Durations.SECONDS_PER_YEAR;

    private static final Pattern FORM = Pattern.compile("([+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d{1,3})?)\\s*(\\S.*)?");

    private static final Map<String, BigDecimal> TIME = units(
            "us",
            "0.000001",
            "ms",
            "0.001",
            "s",
            "1",
            "min",
            "60",
            "h",
            "3600",
            "d",
            "86400",
            "w",
            "604800",
            "y",
            "31557600");

    private static final Map<String, BigDecimal> COUNT = units("", "1", "k", "1e3", "M", "1e6", "G", "1e9");

    private static final Map<String, BigDecimal> BYTES = units(
            "B",
            "1",
            "kB",
            "1e3",
            "KB",
            "1e3",
            "MB",
            "1e6",
            "GB",
            "1e9",
            "TB",
            "1e12",
            "PB",
            "1e15",
            "KiB",
            "1024",
            "MiB",
            "1048576",
            "GiB",
            "1073741824",
            "TiB",
            "1099511627776",
            "PiB",
            "1125899906842624");

    private static final Map<String, BigDecimal> BITS_PER_SECOND = units(
            "bit/s",
            "1",
            "kbit/s",
            "1e3",
            "Mbit/s",
            "1e6",
            "Gbit/s",
            "1e9",
            "Tbit/s",
            "1e12",
            "Kibit/s",
            "1024",
            "Mibit/s",
            "1048576",
            "Gibit/s",
            "1073741824",
            "B/s",
            "8",
            "kB/s",
            "8e3",
            "MB/s",
            "8e6",
            "GB/s",
            "8e9",
            "KiB/s",
            "8192",
            "MiB/s",
            "8388608",
            "GiB/s",
            "8589934592");

    private static final Map<String, BigDecimal> MONEY = units("USD", "1", "kUSD", "1e3", "MUSD", "1e6", "GUSD", "1e9");

    private static final Map<String, BigDecimal> FRACTION = units("", "1", "%", "0.01");

    private static final Map<String, BigDecimal> WATTS = units("W", "1", "kW", "1e3", "MW", "1e6");

    private static final Map<String, BigDecimal> CARBON = units("kg/kWh", "1", "g/kWh", "0.001");

    private Literals() {}

    /** Returns the length in seconds of a duration such as {@code 250us}, {@code 4h} or {@code 1.5y}; at least 0. */
    public static double seconds(String text) {
        double seconds = notNegative(text, quantity(text, TIME, "a duration such as 30d"));
        if (seconds > LONGEST_SECONDS) {
            throw new IllegalArgumentException("a duration must not exceed 10000y, got " + quoted(text));
        }
        return seconds;
    }

    /** Returns a duration such as {@code 250us}, {@code 4h} or {@code 1.5y}, to the nanosecond. */
    public static Duration duration(String text) {
        return Durations.ofSeconds(seconds(text));
    }

    /** Writes seconds so that {@link #seconds} reads the same number again. */
    public static String formatSeconds(double seconds) {
        for (String unit : new String[] {"y", "d", "h", "min"}) {
            double inUnit = seconds / timeUnit(unit);
            if (inUnit >= 1 && inUnit == Math.rint(inUnit) && seconds(plain(inUnit) + unit) == seconds) {
                return plain(inUnit) + unit;
            }
        }
        String millis = plain(seconds * 1000) + "ms";
        return seconds > 0 && seconds < 1 && seconds(millis) == seconds ? millis : plain(seconds) + "s";
    }

    /** Returns a rate such as {@code 60/d} or {@code 0.5/s}; the number may be a count such as {@code 100k}. */
    public static Rate rate(String text) {
        String expected = "a rate such as 60/d";
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw unexpected(expected, text);
        }
        String unit = text.substring(slash + 1).strip();
        BigDecimal span = TIME.get(unit);
        if (span == null) {
            throw unknownUnit(expected, unit, TIME, text);
        }
        double events = notNegative(text, quantity(text.substring(0, slash).strip(), COUNT, expected));
        return new Rate(events / span.doubleValue());
    }

    /** Writes a rate so that {@link #rate} reads the same number again. */
    public static String formatRate(Rate rate) {
        for (String unit : new String[] {"d", "h", "w", "y"}) {
            String text = plain(rate.perSecond() * timeUnit(unit)) + "/" + unit;
            if (text.length() < 12 && rate(text).equals(rate)) {
                return text;
            }
        }
        return plain(rate.perSecond()) + "/s";
    }

    /** Returns a count such as {@code 1200}, {@code 175k} or {@code 3M}; at least 0, fractions allowed. */
    public static double count(String text) {
        return notNegative(text, quantity(text, COUNT, "a count such as 175k"));
    }

    /** Returns a data size such as {@code 4 KB} (4000 bytes) or {@code 1.5 MiB}. */
    public static DataSize dataSize(String text) {
        return new DataSize(notNegative(text, quantity(text, BYTES, "a data size such as 4 KB")));
    }

    /** Writes a size so that {@link #dataSize} reads the same number again. */
    public static String formatDataSize(DataSize size) {
        return plain(size.bytes()) + " B";
    }

    /** Returns a bandwidth such as {@code 10 Gbit/s} or {@code 100 MB/s}. */
    public static Bandwidth bandwidth(String text) {
        return new Bandwidth(positive(text, quantity(text, BITS_PER_SECOND, "a bandwidth such as 10 Gbit/s")));
    }

    /** Returns an amount such as {@code 0.09 USD} or {@code 12 MUSD}. US dollars only. */
    public static Money money(String text) {
        String expected = "an amount such as 0.09 USD";
        Matcher form = form(text, expected);
        String unit = form.group(2);
        if (unit != null && unit.matches("[kMG]?[A-Z]{3}") && !unit.endsWith("USD")) {
            throw new IllegalArgumentException("amounts are in US dollars (such as 0.09 USD), convert "
                    + unit.substring(unit.length() - 3) + " first, got " + quoted(text));
        }
        return new Money(notNegative(text, quantity(text, MONEY, expected)));
    }

    /** Writes an amount so that {@link #money} reads the same number again. */
    public static String formatMoney(Money money) {
        return plain(money.usd()) + " USD";
    }

    /** Returns a number such as {@code 0.35} or {@code 35%}, whatever its size. */
    public static double ratio(String text) {
        return quantity(text, FRACTION, "a fraction such as 35%");
    }

    /** Returns a fraction such as {@code 0.35} or {@code 35%}, in [0, 1]. */
    public static double fraction(String text) {
        double fraction = ratio(text);
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("a fraction must lie between 0 and 1 (100%), got " + quoted(text));
        }
        return fraction;
    }

    /** Writes a fraction so that {@link #fraction} reads the same number again. */
    public static String formatFraction(double fraction) {
        String percent =
                new BigDecimal(Double.toString(fraction))
                                .movePointRight(2)
                                .stripTrailingZeros()
                                .toPlainString() + "%";
        return percent.length() < 12 && ratio(percent) == fraction ? percent : plain(fraction);
    }

    /** Returns an effective annual change such as {@code 10%/y}: 0.1. */
    public static double fractionPerYear(String text) {
        String expected = "a yearly change such as 10%/y";
        String stripped = text.strip();
        if (!stripped.endsWith("/y")) {
            throw unexpected(expected, text);
        }
        return quantity(stripped.substring(0, stripped.length() - 2).strip(), FRACTION, expected);
    }

    /** Returns a plain number such as {@code 1.5}. */
    public static double number(String text) {
        return quantity(text, Map.of("", BigDecimal.ONE), "a number such as 1.5");
    }

    /** Returns watts from {@code 120 W} or {@code 0.35 kW}. */
    public static double watts(String text) {
        return notNegative(text, quantity(text, WATTS, "a power such as 120 W"));
    }

    /** Returns kilograms per kilowatt hour from {@code 0.62 kg/kWh} or {@code 620 g/kWh}. */
    public static double kgPerKwh(String text) {
        return notNegative(text, quantity(text, CARBON, "a carbon intensity such as 0.62 kg/kWh"));
    }

    /** Returns the instant of {@code 2014-10-22} (00:00 UTC) or {@code 2014-10-22T08:30Z}; years 1900 to 2200. */
    public static Instant instant(String text) {
        if (!text.matches("\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2}))?")) {
            throw unexpected("a date such as 2014-10-22 or 2014-10-22T08:30Z", text);
        }
        try {
            Instant instant = text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            int year = instant.atOffset(ZoneOffset.UTC).getYear();
            if (year < 1900 || year > 2200) {
                throw new IllegalArgumentException("a date must lie between 1900 and 2200, got " + quoted(text));
            }
            return instant;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("there is no such date: " + quoted(text), e);
        }
    }

    /** Writes an instant so that {@link #instant} reads the same to the second; a midnight as a bare date. */
    public static String formatInstant(Instant instant) {
        String text = instant.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
        return text.endsWith("T00:00:00Z") ? text.substring(0, 10) : text;
    }

    /** Returns a user's text for a message: in quotes, control characters replaced, not too long. */
    public static String quoted(String text) {
        return "\"" + harmless(text, 60) + "\"";
    }

    /** Returns a text for a terminal: control characters replaced, cut after {@code most} characters. */
    public static String harmless(String text, int most) {
        StringBuilder safe = new StringBuilder();
        int end = text.offsetByCodePoints(0, Math.min(most, text.codePointCount(0, text.length())));
        text.substring(0, end).codePoints().forEach(c -> safe.appendCodePoint(isHarmless(c) ? c : '?'));
        return safe.append(end < text.length() ? "..." : "").toString();
    }

    private static boolean isHarmless(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }

    private static double quantity(String text, Map<String, BigDecimal> units, String expected) {
        Matcher form = form(text, expected);
        String unit = form.group(2) == null ? "" : form.group(2).strip();
        BigDecimal factor = units.get(unit);
        if (factor == null && unit.isEmpty()) {
            throw new IllegalArgumentException("expected " + expected + ", got " + quoted(text) + " without a unit");
        }
        if (factor == null) {
            throw unknownUnit(expected, unit, units, text);
        }
        double value = new BigDecimal(form.group(1)).multiply(factor).doubleValue();
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException("the number is too large: " + quoted(text));
        }
        return value;
    }

    private static Matcher form(String text, String expected) {
        Matcher form = FORM.matcher(text.strip());
        if (text.length() > MAX_LENGTH || !form.matches()) {
            throw unexpected(expected, text);
        }
        return form;
    }

    private static double notNegative(String text, double value) {
        if (value < 0) {
            throw new IllegalArgumentException("must not be negative, got " + quoted(text));
        }
        return value + 0.0;
    }

    private static double positive(String text, double value) {
        if (value <= 0) {
            throw new IllegalArgumentException("must be above 0, got " + quoted(text));
        }
        return value;
    }

    private static IllegalArgumentException unexpected(String expected, String text) {
        return new IllegalArgumentException("expected " + expected + ", got " + quoted(text));
    }

    private static IllegalArgumentException unknownUnit(
            String expected, String unit, Map<String, BigDecimal> units, String text) {
        String known = String.join(
                ", ", units.keySet().stream().filter(u -> !u.isEmpty()).toList());
        return new IllegalArgumentException("expected " + expected + ", got " + quoted(text) + ": unknown unit "
                + quoted(unit) + ", known are " + known);
    }

    private static double timeUnit(String unit) {
        return Objects.requireNonNull(TIME.get(unit)).doubleValue();
    }

    private static String plain(double value) {
        String text =
                new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
        return text.length() <= 24 ? text : Double.toString(value);
    }

    private static Map<String, BigDecimal> units(String... namesAndFactors) {
        Map<String, BigDecimal> units = new LinkedHashMap<>();
        for (int i = 0; i < namesAndFactors.length; i += 2) {
            units.put(namesAndFactors[i], new BigDecimal(namesAndFactors[i + 1]));
        }
        return java.util.Collections.unmodifiableMap(units);
    }
}
