package dev.multisite.regulation.facts;

import java.util.Set;

/**
 * A flow of the records.
 *
 * @param type what kind of flow
 * @param from country it comes from
 * @param to country it goes to; for access, where the person sits who reads
 * @param mechanisms grounds held for it, names of the vocabulary
 * @param assessment result of the transfer assessment
 * @param form in which form the data move; what arrives is decided by the copy at the destination where there is one
 * @param formStated whether {@code form} was stated
 * @param tags circumstances, e.g. a processor as the recipient
 * @param implied whether it was not stated but follows from a copy abroad
 */
public record Movement(
        Type type,
        String from,
        String to,
        Set<String> mechanisms,
        Assessment assessment,
        Form form,
        boolean formStated,
        Set<String> tags,
        boolean implied) {

    public Movement {
        mechanisms = Set.copyOf(mechanisms);
        tags = Set.copyOf(tags);
    }

    /** What kind of flow. */
    public enum Type {
        DIRECT_COLLECTION,
        TRANSFER,
        REPLICATION,
        BACKUP,
        REMOTE_ACCESS,
        TRANSIT,
        SUPPORT;

        /** Returns whether data stay at the destination. */
        public boolean places() {
            return this == DIRECT_COLLECTION || this == TRANSFER || this == REPLICATION || this == BACKUP;
        }

        /** Returns whether a person reads data from afar. */
        public boolean reads() {
            return this == REMOTE_ACCESS || this == SUPPORT;
        }

        /** Returns the word of case files. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** Result of a transfer assessment. */
    public enum Assessment {
        PASSED,
        FAILED,
        NOT_STATED
    }

    /** Returns a clear movement without any ground. */
    public static Movement of(Type type, String from, String to) {
        return new Movement(type, from, to, Set.of(), Assessment.NOT_STATED, Form.CLEAR, false, Set.of(), false);
    }
}
