package dev.multisite.regulation.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.multisite.regulation.law.CountryList;
import dev.multisite.regulation.law.Law;

/** All laws, country lists, names and rates that an evaluation uses. Immutable. */
public final class LawCatalogue {

    /** The name of the catalogue that is shipped with the program, in lists of sources. */
    public static final String DEFAULT = "default";

    private final Map<String, Law> laws;
    private final Map<String, Law> byName;
    private final List<Law> accessLaws;
    private final Map<String, CountryList> lists;
    private final Vocabulary vocabulary;
    private final Rates rates;

    LawCatalogue(Map<String, Law> laws, Map<String, CountryList> lists, Vocabulary vocabulary, Rates rates) {
        this.laws = new TreeMap<>(laws);
        this.lists = new TreeMap<>(lists);
        this.vocabulary = vocabulary;
        this.rates = rates;
        byName = new LinkedHashMap<>();
        this.laws.values().forEach(law -> law.aliases().forEach(alias -> byName.put(alias, law)));
        byName.putAll(this.laws);
        accessLaws = this.laws.values().stream().filter(Law::isAccessLaw).toList();
    }

    /** Returns the catalogue that is shipped with the program. */
    public static LawCatalogue shipped() {
        return CatalogueLoader.shipped();
    }

    /**
     * Returns the catalogue made of {@code sources} in their order; a law or list of a later source replaces the one with
     * the same id.
     *
     * @param sources {@link #DEFAULT}, or folders or files relative to {@code base}
     * @throws IOException if a folder or file cannot be read
     * @throws dev.multisite.regulation.yaml.InvalidFileException if anything in the files is wrong
     */
    public static LawCatalogue load(List<String> sources, Path base) throws IOException {
        return CatalogueLoader.load(sources, base);
    }

    /** Returns all laws by id. */
    public Collection<Law> laws() {
        return laws.values();
    }

    /** Returns the laws that say what states can compel. */
    public List<Law> accessLaws() {
        return accessLaws;
    }

    public boolean hasLaw(String name) {
        return byName.containsKey(name);
    }

    /** Returns the law with this id or alias. */
    public Law law(String name) {
        Law law = byName.get(name);
        if (law == null) {
            throw new IllegalArgumentException("the catalogue has no law " + name);
        }
        return law;
    }

    /** Returns ids and aliases of all laws. */
    public Collection<String> lawNames() {
        return byName.keySet();
    }

    /** Returns all country lists by id. */
    public Collection<CountryList> lists() {
        return lists.values();
    }

    /** Returns the country list with this id. */
    public CountryList list(String id) {
        CountryList list = lists.get(id);
        if (list == null) {
            throw new IllegalArgumentException("the catalogue has no list " + id);
        }
        return list;
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    public Rates rates() {
        return rates;
    }
}
