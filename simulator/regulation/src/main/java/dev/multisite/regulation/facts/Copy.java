package dev.multisite.regulation.facts;

import java.util.Set;

/**
 * A stock of the records at one place.
 *
 * @param country where it is
 * @param role what it is for
 * @param form in which form it is kept
 * @param firstWrite whether the records are first written here
 * @param complete whether all records are here
 * @param current whether it is at least as current as any other copy
 * @param operatorHome state that the operator of the site belongs to; empty: the controller runs it
 * @param keys who can decrypt it
 * @param tags circumstances, e.g. an exception of a law that covers this copy
 */
public record Copy(
        String country,
        Role role,
        Form form,
        FirstWrite firstWrite,
        boolean complete,
        boolean current,
        String operatorHome,
        Keys keys,
        Set<String> tags) {

    public Copy {
        tags = Set.copyOf(tags);
    }

    /** What a copy is for. */
    public enum Role {
        PRIMARY,
        REPLICA,
        BACKUP,
        CACHE,
        LOG,
        INDEX,
        EXPORT;

        /** Returns whether a copy of this role holds all records unless it is said not to. */
        public boolean completeByNature() {
            return this == PRIMARY || this == REPLICA || this == BACKUP;
        }
    }

    /** Whether records are first written to a copy. */
    public enum FirstWrite {
        YES,
        NO,
        NOT_STATED
    }

    /** Returns a clear, complete and current copy without tags whose first write is not stated. */
    public static Copy of(String country, Role role) {
        return new Copy(
                country,
                role,
                Form.CLEAR,
                FirstWrite.NOT_STATED,
                role.completeByNature(),
                true,
                "",
                Keys.UNKNOWN,
                Set.of());
    }
}
