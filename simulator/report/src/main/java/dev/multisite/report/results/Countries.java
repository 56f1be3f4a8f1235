package dev.multisite.report.results;

import java.util.Locale;

/** Names of countries. */
final class Countries {

    private Countries() {}

    /** Returns the English name of an ISO 3166-1 alpha-2 code; any other text as it is. */
    static String label(String code) {
        if (code.length() != 2 || !code.chars().allMatch(letter -> letter >= 'A' && letter <= 'Z')) {
            return code;
        }
        String name = new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
        return name.isEmpty() ? code : name;
    }
}
