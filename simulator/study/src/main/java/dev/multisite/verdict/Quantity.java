package dev.multisite.verdict;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

import dev.multisite.statistics.Estimate;

/**
 * Writes numbers with their unit, rounded to what their interval supports: to the first digit of the half-width, to its
 * second if the first is a 1, but to no more than four digits of the value; to three where there is no interval. A
 * half-width that is nothing at that rounding is left out. The half-width is the longer side of the interval. The report
 * rounds by the same rule.
 */
public final class Quantity {
    private static final int DIGITS_WITHOUT_INTERVAL = 3;
    private static final double TWO_DIGITS_BELOW = 1.95;
    /** A long side must not round the value away. */
    private static final int DIGITS_OF_LOPSIDED = 2;

    private static final int MOST_DIGITS = 4;
    private static final double FEW_PER_MILLION = 1e-5;

    private final double factor;
    private final String unit;

    private Quantity(double factor, String unit) {
        this.factor = factor;
        this.unit = unit;
    }

    /**
     * Returns how figures of a unit of the results files are written.
     *
     * @param magnitude size of a typical figure, which decides the prefix
     * @param difference whether the figures are differences: of fractions, those are percentage points
     */
    public static Quantity of(String unit, double magnitude, boolean difference) {
        return switch (unit) {
            case "fraction" -> fraction(Math.abs(magnitude), difference);
            case "1" -> new Quantity(1, "");
            case "USD", "kWh", "devices", "kg CO2e", "records", "record-years" -> prefixed(unit, Math.abs(magnitude));
            default -> new Quantity(1, unit);
        };
    }

    private static Quantity fraction(double magnitude, boolean difference) {
        if (difference) {
            return new Quantity(100, "percentage points");
        }
        return magnitude > 0 && magnitude < FEW_PER_MILLION ? new Quantity(1e6, "ppm") : new Quantity(100, "%");
    }

    private static Quantity prefixed(String unit, double magnitude) {
        String separated = unit.equals("USD") ? unit : " " + unit;
        if (unit.equals("kWh")) {
            return magnitude >= 1e6
                    ? new Quantity(1e-6, "GWh")
                    : magnitude >= 1e3 ? new Quantity(1e-3, "MWh") : new Quantity(1, unit);
        }
        if (unit.equals("kg CO2e")) {
            return magnitude >= 1e3 ? new Quantity(1e-3, "t CO2e") : new Quantity(1, unit);
        }
        if (magnitude >= 1e6) {
            return new Quantity(1e-6, "M" + separated);
        }
        return magnitude >= 1e4 ? new Quantity(1e-3, "k" + separated) : new Quantity(1, unit);
    }

    /** Returns the unit with its prefix. */
    public String unit() {
        return unit;
    }

    /** Returns e.g. {@code 212 ± 9 ms}; without an interval {@code 212 ms}. */
    public String withInterval(Estimate estimate) {
        if (!estimate.hasInterval() || estimate.halfWidth() == 0) {
            return plain(estimate.value());
        }
        int scale = scale(estimate);
        if (isLopsided(estimate)) {
            return number(estimate.value(), scale) + spacedUnit() + " (" + number(estimate.low(), scale) + " to "
                    + number(estimate.high(), scale) + spacedUnit() + ")";
        }
        return number(estimate.value(), scale) + halfWidth(" ± ", reach(estimate), scale) + spacedUnit();
    }

    /** Returns e.g. {@code +212 ± 9 ms}, for a difference. */
    public String signed(Estimate estimate) {
        String text = withInterval(estimate);
        return estimate.value() > 0 ? "+" + text : text.replace('-', '−');
    }

    /** Returns e.g. {@code 212±9}, for a table. */
    public String cell(Estimate estimate) {
        if (Double.isNaN(estimate.value())) {
            return "-";
        }
        if (!estimate.hasInterval() || estimate.halfWidth() == 0) {
            return number(estimate.value(), scale(estimate.value() * factor, DIGITS_WITHOUT_INTERVAL));
        }
        if (estimate.value() == 0) {
            return "≤" + number(estimate.high(), supported(estimate.high() * factor));
        }
        int scale = scale(estimate);
        return number(estimate.value(), scale) + halfWidth("±", reach(estimate), scale);
    }

    private String halfWidth(String sign, double halfWidth, int scale) {
        String text = number(halfWidth, scale);
        return new BigDecimal(text).signum() == 0 ? "" : sign + text;
    }

    private int scale(Estimate estimate) {
        int supported = supported(reach(estimate) * factor);
        if (isLopsided(estimate) && estimate.value() != 0) {
            supported = Math.max(supported, scale(estimate.value() * factor, DIGITS_OF_LOPSIDED));
        }
        return estimate.value() == 0 ? supported : Math.min(supported, scale(estimate.value() * factor, MOST_DIGITS));
    }

    private static double reach(Estimate estimate) {
        return Math.max(estimate.high() - estimate.value(), estimate.value() - estimate.low());
    }

    /** Returns the decimal places that a half-width supports. */
    private static int supported(double halfWidth) {
        if (!(halfWidth > 0) || !Double.isFinite(halfWidth)) {
            return 0;
        }
        double exponent = Math.floor(StrictMath.log10(halfWidth));
        boolean startsWithOne = halfWidth / StrictMath.pow(10, exponent) < TWO_DIGITS_BELOW;
        return (int) Math.min(12, (startsWithOne ? 1 : 0) - exponent);
    }

    /** Returns e.g. {@code 212 ms}. */
    public String plain(double value) {
        return number(value, scale(value * factor, DIGITS_WITHOUT_INTERVAL)) + spacedUnit();
    }

    /** Returns a number that is exact, such as a limit, with all its digits and no more. */
    public String exact(double value) {
        return new BigDecimal(value * factor, new MathContext(12))
                        .stripTrailingZeros()
                        .toPlainString()
                + spacedUnit();
    }

    private String spacedUnit() {
        return unit.isEmpty() ? "" : " " + unit;
    }

    private static boolean isLopsided(Estimate estimate) {
        double up = estimate.high() - estimate.value();
        double down = estimate.value() - estimate.low();
        return Math.max(up, down) > 1.25 * Math.min(up, down);
    }

    private String number(double value, int scale) {
        BigDecimal rounded = BigDecimal.valueOf(value * factor).setScale(scale, RoundingMode.HALF_EVEN);
        if (rounded.signum() == 0) {
            return value == 0 ? "0" : rounded.abs().setScale(Math.max(0, scale)).toPlainString();
        }
        return rounded.setScale(Math.max(0, scale)).toPlainString();
    }

    /** Returns the decimal places that keep {@code digits} significant digits of {@code value}. */
    private static int scale(double value, int digits) {
        if (value == 0 || !Double.isFinite(value)) {
            return 0;
        }
        BigDecimal rounded = new BigDecimal(Math.abs(value), new MathContext(digits, RoundingMode.HALF_EVEN));
        return Math.min(12, rounded.scale() + digits - rounded.precision());
    }
}
