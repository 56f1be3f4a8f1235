package dev.multisite.scenario;

/** How something fails and is repaired: an alternating renewal process of up times and down times. */
public sealed interface FailureSpec {

    /** What a device sees of a site that is down. */
    enum Symptom {
        /** No answer: the attempt ends at its timeout or at the connect timeout. */
        HANGS,
        /** An error after one round trip. */
        REFUSED
    }

    /** Never fails. */
    record Never() implements FailureSpec {}

    /**
     * Fails after an up time, works again after a repair.
     *
     * @param upTime time from repair to next failure, seconds
     * @param repair time from failure to repair, seconds
     */
    record Renewal(DistributionSpec upTime, DistributionSpec repair, Symptom symptom) implements FailureSpec {}
}
