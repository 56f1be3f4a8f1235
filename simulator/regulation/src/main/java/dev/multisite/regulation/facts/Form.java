package dev.multisite.regulation.facts;

/** In which form data are kept or moved. */
public enum Form {
    CLEAR,
    ENCRYPTED,
    PSEUDONYMISED,
    ANONYMOUS;

    /** Returns the word of catalogue and case files. */
    public String word() {
        return switch (this) {
            case CLEAR -> "clear";
            case ENCRYPTED -> "encrypted";
            case PSEUDONYMISED -> "pseudonymised";
            case ANONYMOUS -> "anonymous";
        };
    }
}
