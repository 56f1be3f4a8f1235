package dev.multisite.scenario.yaml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.multisite.units.Literals;

/**
 * Several literals of one kind as numbers of one unit: that of the file where all have the same, else the kind's own.
 *
 * @param numbers the literals in this unit
 * @param unit unit to write behind a number, perhaps with a space before it
 */
record LiteralScale(List<Double> numbers, String unit) {

    private static final Pattern FORM = Pattern.compile("([+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d{1,3})?)(\\s*\\S.*)?");

    private static final Map<String, ToDoubleFunction<String>> KINDS = Ordering.of(
            "s", (ToDoubleFunction<String>) Literals::seconds,
            "/s", (ToDoubleFunction<String>) text -> Literals.rate(text).perSecond(),
            "", (ToDoubleFunction<String>) Literals::count,
            " USD", (ToDoubleFunction<String>) text -> Literals.money(text).usd(),
            " B", (ToDoubleFunction<String>) text -> Literals.dataSize(text).bytes(),
            " bit/s",
                    (ToDoubleFunction<String>) text -> Literals.bandwidth(text).bitsPerSecond(),
            " W", (ToDoubleFunction<String>) Literals::watts,
            " kg/kWh", (ToDoubleFunction<String>) Literals::kgPerKwh);

    LiteralScale {
        numbers = List.copyOf(numbers);
    }

    /** Returns nothing unless all texts are literals of one kind. */
    static Optional<LiteralScale> of(List<String> texts) {
        List<Double> numbers = new ArrayList<>();
        TreeSet<String> units = new TreeSet<>();
        for (String text : texts) {
            Matcher form = FORM.matcher(text.strip());
            if (text.length() > 80 || !form.matches()) {
                return Optional.empty();
            }
            numbers.add(new BigDecimal(form.group(1)).doubleValue());
            units.add(form.group(2) == null ? "" : form.group(2));
        }
        return units.size() == 1 ? Optional.of(new LiteralScale(numbers, units.first())) : ofKind(texts);
    }

    private static Optional<LiteralScale> ofKind(List<String> texts) {
        return KINDS.entrySet().stream()
                .flatMap(kind -> ofKind(texts, kind.getKey(), kind.getValue()).stream())
                .findFirst();
    }

    private static Optional<LiteralScale> ofKind(List<String> texts, String unit, ToDoubleFunction<String> parser) {
        try {
            return Optional.of(
                    new LiteralScale(texts.stream().mapToDouble(parser).boxed().toList(), unit));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
