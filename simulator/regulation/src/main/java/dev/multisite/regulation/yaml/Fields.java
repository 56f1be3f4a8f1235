package dev.multisite.regulation.yaml;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Typed access to a group of keys that reports what is wrong and goes on with a harmless value. Names are compared with
 * underscores read as hyphens.
 */
public final class Fields {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final YamlNode place;
    private final Map<String, YamlNode> values = new LinkedHashMap<>();
    private final Faults faults;

    private Fields(YamlNode place, Faults faults) {
        this.place = place;
        this.faults = faults;
    }

    /** Opens a group of keys; keys that are not among {@code known} and values that are no group are reported. */
    public static Fields of(YamlNode node, Faults faults, String... known) {
        Fields fields = new Fields(node, faults);
        if (!(node instanceof YamlNode.Group group)) {
            faults.add(node, "expected a group of keys (" + String.join(", ", known) + "), found " + node.shown());
            return fields;
        }
        List<String> names = Arrays.asList(known);
        group.entries().forEach((key, value) -> {
            String name = word(key);
            if (!names.contains(name)) {
                faults.add(group.placeOf(key), "unknown key '" + key + "'" + Nearest.hint(name, names));
            } else if (fields.values.putIfAbsent(name, value) != null) {
                faults.add(group.placeOf(key), "duplicate key '" + key + "', written with - and with _");
            }
        });
        return fields;
    }

    /** Returns {@code text} with underscores as hyphens, in lower case. */
    public static String word(String text) {
        return text.trim().replace('_', '-').toLowerCase(Locale.ROOT);
    }

    public Faults faults() {
        return faults;
    }

    public YamlNode place() {
        return place;
    }

    /** Returns whether the key is there, even with the value null. */
    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** Returns whether the key is there and its value is not null. */
    public boolean given(String key) {
        YamlNode value = values.get(key);
        return value != null && !value.isNull();
    }

    /** Returns the place to report a problem of {@code key} at: its value, or the group if it is missing. */
    public YamlNode at(String key) {
        YamlNode value = values.get(key);
        return value == null ? place : value;
    }

    /** Returns the value of a key that must be there; a null node (already reported) if it is not. */
    public @Nullable YamlNode find(String key) {
        return values.get(key);
    }

    /** Reports {@code key} as missing unless it is given. */
    public boolean require(String key, String expected) {
        if (given(key)) {
            return true;
        }
        faults.add(at(key), "'" + key + "' is missing; expected " + expected);
        return false;
    }

    /** Returns the text of {@code key}, or {@code otherwise} if it is not given. */
    public String text(String key, String otherwise) {
        return given(key) ? text(at(key)) : otherwise;
    }

    /** Returns the text of {@code key}, which must be given and not be blank. */
    public String text(String key) {
        if (!require(key, "a text")) {
            return "";
        }
        String text = text(at(key));
        if (text.isBlank()) {
            faults.add(at(key), "'" + key + "' is empty; expected a text");
        }
        return text;
    }

    /** Returns the text of a scalar. */
    public String text(YamlNode node) {
        if (node instanceof YamlNode.Text text) {
            return text.value();
        }
        faults.add(node, "expected a text, found " + node.shown());
        return "";
    }

    /** Returns a word: a text in lower case with hyphens. */
    public String word(String key, String otherwise) {
        return given(key) ? word(text(at(key))) : otherwise;
    }

    /** Returns the words of a list; a single word stands for a list of one. */
    public List<String> words(String key) {
        List<String> words = new ArrayList<>();
        items(key).forEach(item -> words.add(word(text(item))));
        return words;
    }

    /** Returns the elements of a list, one element for anything else, none if the key is not given. */
    public List<YamlNode> items(String key) {
        if (!given(key)) {
            return List.of();
        }
        return at(key) instanceof YamlNode.Sequence sequence ? sequence.items() : List.of(at(key));
    }

    /** Returns the entries of a group in the order of the file, none if the key is not given. */
    public Map<String, YamlNode> group(String key) {
        if (!given(key)) {
            return Map.of();
        }
        if (at(key) instanceof YamlNode.Group group) {
            return group.entries();
        }
        faults.add(at(key), "expected a group of keys, found " + at(key).shown());
        return Map.of();
    }

    /** Returns true or false, {@code otherwise} if the key is not given. */
    public boolean bool(String key, boolean otherwise) {
        if (!given(key)) {
            return otherwise;
        }
        if (at(key) instanceof YamlNode.Text text && text.kind() == YamlNode.Text.Kind.BOOLEAN) {
            return Boolean.parseBoolean(text.value());
        }
        faults.add(at(key), "expected true or false, found " + at(key).shown());
        return otherwise;
    }

    /** Returns an ISO date; {@link LocalDate#MAX} stands for an explicit null, {@code otherwise} for a missing key. */
    public LocalDate date(String key, LocalDate otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        return given(key) ? date(at(key)) : LocalDate.MAX;
    }

    /** Returns an ISO date. */
    public LocalDate date(YamlNode node) {
        try {
            return LocalDate.parse(text(node));
        } catch (DateTimeParseException e) {
            faults.add(node, "expected a date such as 2015-09-01, found " + node.shown());
            return LocalDate.EPOCH;
        }
    }

    /** Returns a number in [{@code min}, {@code max}], or {@code otherwise} if the key is not given. */
    public double number(String key, double min, double max, double otherwise) {
        return given(key) ? number(at(key), min, max) : otherwise;
    }

    /** Returns a number in [{@code min}, {@code max}]; a percent sign divides by 100, k, M and G multiply. */
    public double number(YamlNode node, double min, double max) {
        double value = Numbers.parse(text(node));
        if (Double.isNaN(value)) {
            faults.add(node, "expected a number, found " + node.shown());
            return min;
        }
        if (value < min || value > max) {
            faults.add(
                    node,
                    "expected a number from " + Numbers.show(min) + " to " + Numbers.show(max) + ", found "
                            + node.shown());
            return min;
        }
        return value;
    }

    /** Returns a country code, or an empty text if the key is not given. */
    public String country(String key) {
        return given(key) ? country(at(key)) : "";
    }

    /** Returns an ISO 3166-1 alpha-2 code. */
    public String country(YamlNode node) {
        if (node instanceof YamlNode.Text text && text.kind() != YamlNode.Text.Kind.BOOLEAN) {
            if (isCountry(text.value())) {
                return text.value();
            }
            faults.add(node, "expected a country code of two capital letters such as \"NO\", found " + node.shown());
            return "";
        }
        faults.add(node, "expected a country code in quotes such as \"NO\", found " + node.shown());
        return "";
    }

    /** Returns whether {@code code} is an ISO 3166-1 alpha-2 code (or XK, the user-assigned code of Kosovo). */
    public static boolean isCountry(String code) {
        return COUNTRIES.contains(code) || code.equals("XK");
    }

    /** Returns the constant of an enumeration whose name is the word of {@code key}. */
    public <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
        return given(key) ? choice(at(key), type, otherwise) : otherwise;
    }

    /** Returns the constant of an enumeration whose name is the word at {@code node}. */
    public <E extends Enum<E>> E choice(YamlNode node, Class<E> type, E otherwise) {
        String word = word(text(node));
        List<String> known = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String name = word(constant.name());
            if (name.equals(word)) {
                return constant;
            }
            known.add(name);
        }
        faults.add(
                node,
                "expected one of " + String.join(", ", known) + ", found " + node.shown() + Nearest.hint(word, known));
        return otherwise;
    }
}
