package dev.multisite.report.theme;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

import dev.multisite.report.results.Estimate;

/** Numbers as people read them: rounded to what their interval supports, always with a unit. */
public final class Numbers {

    private static final String MISSING = "–";
    /** Nobody reads more digits of a figure; an interval that needs more is as good as none. */
    private static final int MOST_DIGITS = 4;
    /** Smaller numbers are told apart from 0, not from each other. */
    private static final double SMALLEST = 1e-6;

    private Numbers() {}

    /**
     * Returns a figure in its unit, e.g. {@code 212 ms ± 9 ms}; a dash if none. It has four digits at most; a half-width that
     * is nothing at that rounding is left out. The terminal rounds by the same rule.
     */
    public static String estimate(Estimate estimate, String unit) {
        if (!estimate.isPresent()) {
            return MISSING;
        }
        Scale scale = Scale.of(Math.max(Math.abs(estimate.mean()), Math.abs(estimate.highOrMean())), unit);
        Estimate scaled = estimate.times(scale.factor());
        if (!scaled.hasInterval() || scaled.halfWidth() <= 0) {
            return scale.with(significant(scaled.mean(), 3));
        }
        int digits = supported(scaled);
        String halfWidth = fixed(reach(scaled), digits);
        if (halfWidth.chars().noneMatch(digit -> digit >= '1' && digit <= '9')) {
            return scale.with(fixed(scaled.mean(), digits));
        }
        if (isLopsided(scaled)) {
            return scale.with(fixed(scaled.mean(), digits)) + " (" + interval(estimate, unit) + ")";
        }
        return scale.with(fixed(scaled.mean(), digits)) + " ± " + scale.with(halfWidth);
    }

    /** Returns the longer side of the interval. */
    private static double reach(Estimate estimate) {
        return Math.max(estimate.high() - estimate.mean(), estimate.mean() - estimate.low());
    }

    /** A long side of a lopsided interval must not round the value away: it keeps two digits. */
    private static int supported(Estimate estimate) {
        int digits = decimals(reach(estimate));
        if (isLopsided(estimate)) {
            digits = Math.max(digits, decimalsFor(estimate.mean(), 2, digits));
        }
        return Math.min(digits, decimalsFor(estimate.mean(), MOST_DIGITS, 9));
    }

    private static int decimalsFor(double value, int digits, int ifZero) {
        return value == 0 ? ifZero : digits - 1 - (int) Math.floor(StrictMath.log10(Math.abs(value)));
    }

    private static boolean isLopsided(Estimate estimate) {
        double middle = (estimate.low() + estimate.high()) / 2;
        return Math.abs(middle - estimate.mean()) > 0.15 * estimate.halfWidth();
    }

    /** Returns a figure with its unit said once, for tables, e.g. {@code 212 ± 9 ms}. */
    public static String compact(Estimate estimate, String unit) {
        String text = estimate(estimate, unit);
        int middle = text.indexOf(" ± ");
        if (middle < 0) {
            return text;
        }
        int number = text.indexOf(' ');
        return text.substring(0, number) + text.substring(middle);
    }

    /** Returns the mean alone, rounded to what its interval supports. */
    public static String mean(Estimate estimate, String unit) {
        if (!estimate.isPresent()) {
            return MISSING;
        }
        Scale scale = Scale.of(Math.abs(estimate.mean()), unit);
        Estimate scaled = estimate.times(scale.factor());
        boolean supported = scaled.hasInterval() && scaled.halfWidth() > 0;
        return scale.with(supported ? fixed(scaled.mean(), supported(scaled)) : significant(scaled.mean(), 3));
    }

    /**
     * Returns the mean alone for a sentence: rounded to what its interval supports, to three digits at most. Digits of a
     * share near one are counted from one down, so that 99.95 % is not 100 %.
     */
    public static String brief(Estimate estimate, String unit) {
        if (!estimate.isPresent()) {
            return MISSING;
        }
        Scale scale = Scale.of(Math.abs(estimate.mean()), unit);
        Estimate scaled = estimate.times(scale.factor());
        boolean nearOne = unit.equals("fraction") && estimate.mean() > 0.9;
        double size = Math.abs(nearOne ? 100 - scaled.mean() : scaled.mean());
        int most = size > 0 ? 2 - (int) Math.floor(StrictMath.log10(size)) : 2;
        boolean supported = scaled.hasInterval() && scaled.halfWidth() > 0;
        int digits = Math.max(-9, Math.min(Math.min(12, most), supported ? decimals(scaled.halfWidth()) : 12));
        BigDecimal rounded = new BigDecimal(scaled.mean()).setScale(digits, RoundingMode.HALF_EVEN);
        boolean exact = !supported && digits > 0;
        int shown = exact ? Math.max(0, rounded.stripTrailingZeros().scale()) : Math.max(0, digits);
        return scale.with(fixed(rounded.doubleValue(), shown));
    }

    /** Returns the interval alone, e.g. {@code 203 to 221 ms}; a dash if there is none. */
    public static String interval(Estimate estimate, String unit) {
        if (!estimate.hasInterval()) {
            return MISSING;
        }
        Scale scale = Scale.of(Math.max(Math.abs(estimate.low()), Math.abs(estimate.high())), unit);
        Estimate scaled = estimate.times(scale.factor());
        int digits = scaled.halfWidth() > 0 ? decimals(scaled.halfWidth()) : 2;
        return fixed(scaled.low(), digits) + " to " + scale.with(fixed(scaled.high(), digits));
    }

    /** Returns a value without interval to three digits. */
    public static String plain(double value, String unit) {
        return mean(new Estimate(value, Double.NaN, Double.NaN), unit);
    }

    /** Returns a difference with its sign, e.g. {@code −212 ms ± 9 ms}. */
    public static String signed(Estimate difference, String unit) {
        String text = estimate(difference, unit);
        return difference.mean() > 0 ? "+" + text : text;
    }

    /** Returns the label of a tick on an axis whose title names the unit. */
    public static String tick(double value) {
        return tick(value, Math.abs(value));
    }

    /** Returns the label of a tick on an axis that ends at {@code largest}: all of its ticks have one prefix. */
    public static String tick(double value, double largest) {
        if (value == 0) {
            return "0";
        }
        if (largest >= 2e9) {
            return significant(value / 1e9, 3) + " G";
        }
        if (largest >= 2e6) {
            return significant(value / 1e6, 3) + " M";
        }
        return largest >= 2e4 ? significant(value / 1e3, 3) + " k" : significant(value, 4);
    }

    /** Returns the label of a tick for a fraction, e.g. {@code 0.1 %}. */
    public static String percentTick(double fraction) {
        return significant(fraction * 100, 5) + " %";
    }

    /** Returns how many decimals an interval of this half-width supports: its first digit, two if that is a 1; below 0: tens, hundreds. */
    static int decimals(double halfWidth) {
        double exponent = Math.floor(StrictMath.log10(halfWidth));
        boolean startsWithOne = halfWidth / StrictMath.pow(10, exponent) < 1.95;
        return (int) Math.max(-9, Math.min(9, (startsWithOne ? 1 : 0) - exponent));
    }

    static String fixed(double value, int decimals) {
        if (decimals < 0) {
            BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
            return minus(String.format(Locale.ROOT, "%,.0f", rounded));
        }
        return minus(String.format(Locale.ROOT, "%,." + decimals + "f", value + 0.0));
    }

    static String significant(double value, int digits) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : MISSING;
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        if (Math.abs(value) < SMALLEST) {
            return (value < 0 ? "−" : "") + "<0.000001";
        }
        int scale = Math.max(0, rounded.stripTrailingZeros().scale());
        return minus(String.format(Locale.ROOT, "%,." + scale + "f", rounded));
    }

    private static String minus(String text) {
        boolean zero = text.startsWith("-") && text.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
        return zero ? text.substring(1) : text.replace('-', '−');
    }

    /** How a unit is shown. */
    private record Scale(double factor, String unit) {

        static Scale of(double size, String unit) {
            return switch (unit) {
                case "fraction" -> new Scale(100, "%");
                case "ms" -> size >= 10_000 ? new Scale(1e-3, "s") : new Scale(1, "ms");
                case "1" -> new Scale(magnitude(size), prefix(size));
                default -> new Scale(magnitude(size), (prefix(size) + " " + unit).strip());
            };
        }

        private static double magnitude(double size) {
            return size >= 1e9 ? 1e-9 : size >= 1e6 ? 1e-6 : size >= 1e5 ? 1e-3 : 1;
        }

        private static String prefix(double size) {
            return size >= 1e9 ? "billion" : size >= 1e6 ? "million" : size >= 1e5 ? "thousand" : "";
        }

        String with(String number) {
            return unit.isEmpty() ? number : number + " " + unit;
        }
    }
}
