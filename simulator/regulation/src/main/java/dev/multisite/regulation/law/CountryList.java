package dev.multisite.regulation.law;

import java.time.LocalDate;
import java.util.List;

/**
 * A dated list of countries, e.g. those with an adequacy decision.
 *
 * @param id name by which rules refer to it
 * @param entries may overlap in time
 * @param sources where the entries come from
 * @param review who has checked the list
 */
public record CountryList(String id, List<Entry> entries, List<Law.Source> sources, Law.Review review) {

    public CountryList {
        entries = List.copyOf(entries);
        sources = List.copyOf(sources);
    }

    /**
     * A country that is listed during {@code window}.
     *
     * @param onlyIf facts of which one is needed, e.g. a certification of the importer; empty: none
     */
    public record Entry(String country, Window window, List<String> onlyIf, String why) {
        public Entry {
            onlyIf = List.copyOf(onlyIf);
        }
    }

    /** Returns the entries for {@code country} that hold on {@code date}. */
    public List<Entry> of(String country, LocalDate date) {
        return entries.stream()
                .filter(entry ->
                        entry.country().equals(country) && entry.window().contains(date))
                .toList();
    }
}
