package dev.multisite.network;

import java.util.List;

/** A place that neither the catalogue nor the form {@code lat,lon} explains. */
public final class UnknownPlaceException extends RuntimeException {

    private final transient List<String> nearest;

    UnknownPlaceException(String name, List<String> nearest) {
        super("unknown place '" + name + "': expected a city, country code, cloud region such as aws/ap-southeast-1, or"
                + " coordinates such as 19.08,72.88" + (nearest.isEmpty() ? "" : "; nearest known: " + nearest.get(0)));
        this.nearest = List.copyOf(nearest);
    }

    /** Returns the known names most like the unknown one, best first. */
    public List<String> nearest() {
        return nearest;
    }
}
