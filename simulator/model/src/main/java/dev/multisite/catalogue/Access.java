package dev.multisite.catalogue;

/** How a device reaches the Internet. The catalogue holds what each adds to a round trip, and its source. */
public enum Access {
    WIRED("wired"),
    WIFI("wifi"),
    CELLULAR("cellular"),
    CELLULAR_3G("cellular-3g"),
    SATELLITE("satellite");

    private final String key;

    Access(String key) {
        this.key = key;
    }

    /** Returns the name used in scenario files. */
    public String key() {
        return key;
    }
}
