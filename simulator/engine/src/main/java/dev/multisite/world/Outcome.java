package dev.multisite.world;

/** How a request ended. A failed request counts under the cause of its last attempt. */
public enum Outcome {
    SERVED(""),
    TIMEOUT("failures-timeout"),
    REJECTED("failures-rejected"),
    SITE_DOWN("failures-site-down"),
    NETWORK("failures-network"),
    NOT_PERMITTED("failures-not-permitted");

    private final String metric;

    Outcome(String metric) {
        this.metric = metric;
    }

    /** Returns the metric that counts this cause, empty for {@link #SERVED}. */
    public String metric() {
        return metric;
    }
}
