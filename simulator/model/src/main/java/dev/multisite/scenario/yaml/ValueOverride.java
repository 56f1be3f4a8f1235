package dev.multisite.scenario.yaml;

import java.io.Serializable;

import dev.multisite.units.Literals;

/**
 * A value that takes the place of one in the file.
 *
 * @param path keys from the top, separated by dots, list elements by their number from 0, e.g. {@code
 *     populations.IN.events.0.on}
 * @param value YAML text, e.g. {@code 40} or {@code {exponential: {mean: 2h}}}
 * @param origin how problems name it, e.g. {@code --set sites.india.hosts=40}
 * @param mustChange whether it is a problem if the file has this value already
 */
public record ValueOverride(String path, String value, String origin, boolean mustChange) implements Serializable {

    /**
     * Returns the override that a command line gives as {@code path=value}.
     *
     * @throws IllegalArgumentException if there is no {@code =}; the message is for the user
     */
    public static ValueOverride parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException(
                    "expected path=value such as sites.india.hosts=40, got " + Literals.quoted(text));
        }
        String path = text.substring(0, equals).strip();
        String value = text.substring(equals + 1).strip();
        return new ValueOverride(path, value, "--set " + unquoted(path + "=" + value), true);
    }

    /** Returns the override of one point of a what-if axis; the value may be that of the base scenario. */
    public static ValueOverride ofAxis(String path, String value) {
        return new ValueOverride(path, value, "vary " + unquoted(path + "=" + value), false);
    }

    private static String unquoted(String text) {
        return Literals.harmless(text, 60);
    }
}
