package dev.multisite.routing;

/**
 * Where the bits of a {@link RoutingState} lie: what is true or false about sites, paths and populations at an instant.
 */
record Flags(int sites, int cuts, int degradations, int populations) {

    static Flags of(RoutingTimeline timeline) {
        return new Flags(
                timeline.notOpen().size(),
                timeline.cuts().size(),
                timeline.degradations().size(),
                timeline.blocked().size());
    }

    int notOpen(int site) {
        return site;
    }

    /** The site is left out: believed down, or closed as planned. */
    int avoided(int site) {
        return sites + site;
    }

    int blocked(int population) {
        return 2 * sites + population;
    }

    int cutBelieved(int cut) {
        return 2 * sites + populations + cut;
    }

    /** All bits below this one decide the choices; those above only what happens on the way. */
    int choiceBits() {
        return 2 * sites + populations + cuts;
    }

    int cutActual(int cut) {
        return choiceBits() + cut;
    }

    int degraded(int degradation) {
        return choiceBits() + cuts + degradation;
    }

    /** Nothing can be read from the site; known for sites that others read from. */
    int unreadable(int site) {
        return choiceBits() + cuts + degradations + site;
    }
}
