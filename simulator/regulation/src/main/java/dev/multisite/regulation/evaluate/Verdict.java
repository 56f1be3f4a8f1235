package dev.multisite.regulation.evaluate;

/** What a law says about a case, worst first. */
public enum Verdict {
    /** Two demands cannot both be obeyed. */
    CONFLICT,
    /** The law is broken. */
    BREACH,
    /** Lawyers disagree; with a probability it is a breach. */
    UNCERTAIN,
    /** Nothing in the catalogue decides it. Never read as allowed. */
    UNKNOWN,
    /** It would be a breach, but the time to comply is not over. */
    GRACE,
    /** Allowed, but the controller stays answerable or has a duty left. */
    COMPLIANT_DUTY,
    /** Allowed. */
    COMPLIANT,
    /** The law does not bind on this date. */
    NOT_IN_FORCE,
    /** The law does not concern these people, data or controller. */
    OUT_OF_SCOPE;

    /** Returns whether this verdict is worse than {@code other}. */
    public boolean worseThan(Verdict other) {
        return compareTo(other) < 0;
    }
}
