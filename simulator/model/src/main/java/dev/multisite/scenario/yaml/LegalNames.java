package dev.multisite.scenario.yaml;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** The names of a law catalogue that a scenario may use. This module knows no law; whoever has a catalogue brings them. */
public interface LegalNames {

    /** What a name stands for. */
    enum Kind {
        LAW("law"),
        DATA_CLASS("data class"),
        MECHANISM("mechanism"),
        FACT("fact"),
        ATTRIBUTE("attribute"),
        NEXUS("nexus");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** Takes any name as it is, for readers that have no law catalogue at hand. */
    LegalNames UNCHECKED = new LegalNames() {
        @Override
        public String find(Kind kind, String name) {
            return name;
        }

        @Override
        public Collection<String> all(Kind kind) {
            return List.of();
        }
    };

    /** Returns the name that the catalogue uses for {@code name}, which may be an alias; empty if there is none. */
    String find(Kind kind, String name);

    /** Returns all names of a kind. */
    Collection<String> all(Kind kind);

    /** Where names come from. */
    @FunctionalInterface
    interface Source {

        Source UNCHECKED = (catalogue, folder) -> LegalNames.UNCHECKED;

        /**
         * Returns the names of a catalogue.
         *
         * @param catalogue its sources: {@code default}, or files and folders relative to {@code folder}
         * @throws FaultyCatalogueException if a source is missing or has faults
         */
        LegalNames of(List<String> catalogue, Path folder) throws FaultyCatalogueException;
    }

    /** A source of laws is missing or has faults. */
    final class FaultyCatalogueException extends Exception {
        private static final long serialVersionUID = 1;

        private final transient List<String> messages;

        public FaultyCatalogueException(List<String> messages, Throwable cause) {
            super(String.join("; ", messages), cause);
            this.messages = List.copyOf(messages);
        }

        /** Returns one message per fault, for the user. */
        public List<String> messages() {
            return messages;
        }
    }
}
