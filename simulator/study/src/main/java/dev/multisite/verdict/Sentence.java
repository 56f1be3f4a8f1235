package dev.multisite.verdict;

/** A finding in words, and how much it says. */
public record Sentence(String text, Certainty certainty) {
    /** How much a sentence says. */
    public enum Certainty {
        /** The interval leaves out the opposite. */
        CERTAIN("certain"),
        /** The interval holds both. */
        UNCERTAIN("uncertain"),
        /** Too few events to say anything. */
        TOO_FEW_EVENTS("too-few-events"),
        /** An estimate of what one assumption would change. */
        ASSUMPTION("assumption");

        private final String key;

        Certainty(String key) {
            this.key = key;
        }

        /** Returns the name used in results files. */
        public String key() {
            return key;
        }
    }
}
