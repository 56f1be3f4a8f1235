package dev.multisite.regulation.evaluate;

import java.util.Set;

import dev.multisite.regulation.law.Rule;

/**
 * Whether a state can get at the records.
 *
 * @param state the state
 * @param form what it gets
 * @param bases how it gets at them
 * @param foreign whether it is another state than the subject's own
 * @param laws laws that give it the power
 */
public record Reach(String state, Form form, Set<Rule.Basis> bases, boolean foreign, Set<String> laws) {

    public Reach {
        bases = Set.copyOf(bases);
        laws = Set.copyOf(laws);
    }

    /** What a state gets. */
    public enum Form {
        /** Readable data. */
        CLEAR,
        /** Nothing in the catalogue says what the state can compel. */
        UNKNOWN,
        /** Data that it cannot read. */
        CIPHERTEXT
    }
}
