package dev.multisite.regulation.facts;

/**
 * Who can decrypt a copy, or assign pseudonyms to people.
 *
 * @param country where the keys are; empty if not known
 * @param holderHome state that the holder of the keys belongs to; empty if not known
 */
public record Keys(String country, String holderHome) {

    public static final Keys UNKNOWN = new Keys("", "");

    public boolean known() {
        return !country.isEmpty() || !holderHome.isEmpty();
    }

    /** Returns whether {@code state} can get at the keys: they are there, or their holder belongs to it. */
    public boolean within(String state) {
        return country.equals(state) || holderHome.equals(state);
    }
}
