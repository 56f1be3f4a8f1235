package dev.multisite.scenario;

/**
 * A limit that an architecture should keep.
 *
 * @param metric metric name of the results
 * @param country population or country it is about; empty: all
 * @param service service it is about; empty: all
 * @param bound which side the limit is on
 * @param limit in the metric's unit
 */
public record ObjectiveSpec(String metric, String country, String service, Bound bound, double limit) {

    /** Which side of the limit is good. */
    public enum Bound {
        AT_MOST,
        AT_LEAST
    }
}
