package dev.multisite.scenario.yaml;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.multisite.units.Literals;

/**
 * A value of a scenario that is searched between two bounds, e.g. {@code sites.india.hosts=10..80}.
 *
 * @param path path of the value
 * @param low lower bound in {@code unit}
 * @param high upper bound in {@code unit}, above {@code low}
 * @param unit unit behind the number; may be empty
 */
public record SearchRange(String path, double low, double high, String unit) {
    private static final Pattern FORM = Pattern.compile("([^=]+)=(.+?)\\.\\.(.+)");
    private static final MathContext SIX_DIGITS = new MathContext(6);

    /**
     * Reads {@code path=low..high}.
     *
     * @throws IllegalArgumentException if it isn't; the message is for the user
     */
    public static SearchRange parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "expected path=low..high such as sites.india.hosts=10..80, got " + Literals.quoted(text));
        }
        Optional<LiteralScale> scale =
                LiteralScale.of(List.of(form.group(2).strip(), form.group(3).strip()));
        if (scale.isEmpty()) {
            throw new IllegalArgumentException(
                    "expected two quantities of one kind such as 30d..720d, got " + Literals.quoted(text));
        }
        double low = scale.get().numbers().get(0);
        double high = scale.get().numbers().get(1);
        if (low >= high) {
            throw new IllegalArgumentException("the lower bound must come first in " + Literals.quoted(text));
        }
        return new SearchRange(form.group(1).strip(), low, high, scale.get().unit());
    }

    /** Returns a value, rounded to six significant digits, with its unit. */
    public String literal(double value) {
        return new BigDecimal(value).round(SIX_DIGITS).stripTrailingZeros().toPlainString() + unit;
    }

    /** Returns what sets the value in the scenario. */
    public ValueOverride at(double value) {
        return new ValueOverride(path, literal(value), "--find " + path + "=" + literal(value), false);
    }
}
