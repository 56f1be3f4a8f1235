package dev.multisite.regulation.law;

import java.util.Set;

/**
 * Whom and what a version applies to.
 *
 * @param subjects whose data
 * @param controllers ties of the controller to the jurisdiction, any of which is enough; empty: everybody
 * @param dataClasses classes it applies to; empty: all personal data
 * @param exceptClasses classes it leaves to other laws
 * @param attributes attributes of the person, any of which is needed; empty: all people
 * @param exceptControllers ties that take a controller out of the scope
 */
public record Scope(
        Subjects subjects,
        Set<String> controllers,
        Set<String> dataClasses,
        Set<String> exceptClasses,
        Set<String> attributes,
        Set<String> exceptControllers) {

    public Scope {
        controllers = Set.copyOf(controllers);
        dataClasses = Set.copyOf(dataClasses);
        exceptClasses = Set.copyOf(exceptClasses);
        attributes = Set.copyOf(attributes);
        exceptControllers = Set.copyOf(exceptControllers);
    }

    /** Whose data a law protects. */
    public enum Subjects {
        /** People who are in the jurisdiction. */
        LOCATED_IN_JURISDICTION,
        /** Citizens, who are taken to be the residents unless a case says otherwise. */
        CITIZENS_OF_JURISDICTION,
        /** Anybody: the law looks at the controller or the place alone. */
        ANYONE
    }
}
